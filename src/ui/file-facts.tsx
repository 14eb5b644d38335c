import { useEffect, useState } from "react";
import type { ArtifactType } from "#domain/artifact.ts";
import { artifactTypeOf, MCUBOOT_HEADER_BYTES, mcubootHeaderOf, type McubootHeader } from "#domain/mcuboot.ts";
import { CopyButton } from "./copy-button.tsx";
import { formatBytes, formatCount, formatHashHead, formatShare } from "./format.ts";
import { KeyValues } from "./key-value.tsx";
import { SkeletonLine } from "./skeleton.tsx";

/** What a file says of itself. */
export type FileHead = { readonly type: ArtifactType; readonly header: McubootHeader | undefined };

/** Reads the first bytes of a file. */
async function headOf(file: Blob): Promise<FileHead> {
  const bytes = new Uint8Array(await file.slice(0, MCUBOOT_HEADER_BYTES).arrayBuffer());
  return { type: artifactTypeOf(bytes), header: mcubootHeaderOf(bytes) };
}

type FileFactsProps = {
  readonly file: Blob;
  readonly head: FileHead | undefined;
  /** SHA-256 of the file, lower-case hex. */
  readonly sha256: string | undefined;
  /** How far the hash is, while it is made. */
  readonly hashedBytes: number;
};

/** Size, type and hash of a file, before it is sent anywhere. */
export function FileFacts({ file, head, sha256, hashedBytes }: FileFactsProps) {
  return (
    <KeyValues
      items={[
        { key: "Size", value: `${formatBytes(file.size)} (${formatCount(file.size)} bytes)` },
        { key: "Type", value: head === undefined ? <SkeletonLine width={120} /> : typeText(head) },
        {
          key: "SHA-256",
          value:
            sha256 === undefined ? (
              `Computing, ${formatShare(hashedBytes, file.size)}`
            ) : (
              <>
                <code title={sha256}>{formatHashHead(sha256, 16)}</code> <CopyButton text={sha256} label="Copy hash" />
              </>
            ),
        },
      ]}
    />
  );
}

function typeText({ type, header }: FileHead): string {
  if (type === "default") return "default: no MCUboot header";
  return header === undefined
    ? "mcuboot, cut short"
    : `mcuboot, image ${header.version}${header.encrypted ? ", encrypted" : ""}`;
}

/** How the hashing of a file can be watched and stopped. */
type HashWatch = { readonly onProgress: (doneBytes: number) => void; readonly signal: AbortSignal };

/** Hashes a file in the background: SHA-256, lower-case hex. */
export type HashOf = (file: Blob, watch: HashWatch) => Promise<string>;

type Known = { head?: FileHead; sha256?: string; hashedBytes?: number; unreadable?: true };

/** What a file says of itself and its hash, each as soon as it is known. */
export function useFileFacts(file: Blob | undefined, hashOf: HashOf) {
  const [facts, setFacts] = useState<Known & { file: Blob }>();
  // The file is on the reader's disk: it is read, and may turn out to be gone.
  useEffect(() => {
    if (file === undefined) return undefined;
    const stop = new AbortController();
    const add = (fact: Known) => {
      if (!stop.signal.aborted) setFacts((known) => ({ ...(known?.file === file ? known : {}), ...fact, file }));
    };
    const fail = () => add({ unreadable: true });
    const watch = { onProgress: (hashedBytes: number) => add({ hashedBytes }), signal: stop.signal };
    void headOf(file).then((head) => add({ head }), fail);
    void hashOf(file, watch).then((sha256) => add({ sha256 }), fail);
    return () => stop.abort();
    // oxlint-disable-next-line react/exhaustive-deps -- a file has one hash, whoever computes it
  }, [file]);
  const known = facts !== undefined && facts.file === file ? facts : undefined;
  return {
    head: known?.head,
    sha256: known?.sha256,
    hashedBytes: known?.hashedBytes ?? 0,
    unreadable: known?.unreadable === true,
  };
}
