import { sha256Stream } from "#contract/sha256.ts";

/** What the worker is told: a file. */
export type HashOrder = { readonly file: Blob };
/** What it says: how far it is, then the hash; or why it could not read the file. */
export type HashNews =
  | { readonly kind: "progress"; readonly doneBytes: number }
  | { readonly kind: "done"; readonly sha256: string }
  | { readonly kind: "failed"; readonly message: string };

/** Read at once; small enough for steady progress, large enough to be quick. */
const SLICE_BYTES = 1_048_576;

async function hash(file: Blob): Promise<string> {
  const stream = sha256Stream();
  for (let from = 0; from < file.size; from += SLICE_BYTES) {
    // One slice after the other is the point: the file is never in memory as a whole.
    // oxlint-disable-next-line no-await-in-loop
    const slice = new Uint8Array(await file.slice(from, from + SLICE_BYTES).arrayBuffer());
    stream.update(slice);
    tell({ kind: "progress", doneBytes: from + slice.byteLength });
  }
  return stream.hex();
}

function tell(news: HashNews): void {
  postMessage(news);
}

addEventListener("message", ({ data }: MessageEvent<HashOrder>) => {
  hash(data.file).then(
    (sha256) => tell({ kind: "done", sha256 }),
    (error: unknown) => tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
});
