import { useEffect, useState } from "react";
import type { ArtifactType } from "#domain/artifact.ts";
import { artifactTypeOf, MCUBOOT_HEADER_BYTES, mcubootHeaderOf, type McubootHeader } from "#domain/mcuboot.ts";
import { CopyButton } from "./copy-button.tsx";
import { formatBytes, formatCount, formatHashHead } from "./format.ts";
import { KeyValues } from "./key-value.tsx";
import { SkeletonLine } from "./skeleton.tsx";

/** What a file says of itself. */
export type FileHead = { readonly type: ArtifactType; readonly header: McubootHeader | undefined };

/** Reads the first bytes of a file. */
export async function headOf(file: Blob): Promise<FileHead> {
  const bytes = new Uint8Array(await file.slice(0, MCUBOOT_HEADER_BYTES).arrayBuffer());
  return { type: artifactTypeOf(bytes), header: mcubootHeaderOf(bytes) };
}

type FileFactsProps = {
  readonly file: Blob;
  readonly head: FileHead | undefined;
  /** SHA-256 of the file, lower-case hex. */
  readonly sha256: string | undefined;
};

/** Size, type and hash of a file, before it is sent anywhere. */
export function FileFacts({ file, head, sha256 }: FileFactsProps) {
  return (
    <KeyValues
      items={[
        { key: "Size", value: `${formatBytes(file.size)} (${formatCount(file.size)} bytes)` },
        { key: "Type", value: head === undefined ? <SkeletonLine width={120} /> : typeText(head) },
        {
          key: "SHA-256",
          value:
            sha256 === undefined ? (
              <SkeletonLine width={160} />
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

/** What a file says of itself and its hash, each as soon as it is known. */
export function useFileFacts(
  file: Blob | undefined,
  hashOf: (file: Blob) => Promise<string>,
): { readonly head: FileHead | undefined; readonly sha256: string | undefined; readonly unreadable: boolean } {
  const [facts, setFacts] = useState<{ file: Blob; head?: FileHead; sha256?: string; unreadable?: true }>();
  // The file is on the reader's disk: it is read, and may turn out to be gone.
  useEffect(() => {
    if (file === undefined) return undefined;
    let current = true;
    const add = (fact: { head?: FileHead; sha256?: string; unreadable?: true }) => {
      if (current) setFacts((known) => ({ ...(known?.file === file ? known : {}), ...fact, file }));
    };
    const fail = () => add({ unreadable: true });
    void headOf(file).then((head) => add({ head }), fail);
    void hashOf(file).then((sha256) => add({ sha256 }), fail);
    return () => {
      current = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- a file has one hash, whoever computes it
  }, [file]);
  const known = facts !== undefined && facts.file === file ? facts : undefined;
  return { head: known?.head, sha256: known?.sha256, unreadable: known?.unreadable === true };
}
