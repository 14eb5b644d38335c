import { connect, createServer, type Server } from "node:net";
import { pipeline, Transform } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";

/** A line as the bars assume it: 10 Mbps, 40 ms there and back. */
const BYTES_A_MS = 10_000_000 / 8 / 1_000;
const ONE_WAY_MS = 20;
/** What a connection may send before another has its turn. */
const TURN_BYTES = 8_192;

/**
 * Hands everything on to `port` of this machine over a slow line that all connections share; made, not started.
 * The browser's own throttling is not used: it slows a page, but not what the page's workers fetch, and the demo's
 * backend is a worker.
 */
export function slowLineTo(port: number): Server {
  const paced = sharedLine();
  return createServer({ noDelay: true }, (near) => {
    const far = connect({ port, host: "127.0.0.1", noDelay: true });
    // Whichever way ends first, a browser that resets its connection included, ends the other.
    pipeline(near, afterHandshake, late(), far, () => near.destroy());
    pipeline(far, paced, late(), near, () => far.destroy());
  });
}

/** Opening a connection takes a journey there and back before anything can be asked. */
async function* afterHandshake(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  await sleep(2 * ONE_WAY_MS);
  yield* chunks;
}

/** Every byte arrives this much later than it left; others leave meanwhile. */
function late(): Transform {
  return new Transform({
    transform(chunk, _, done) {
      setTimeout(() => this.push(chunk), ONE_WAY_MS);
      done();
    },
    flush: (done) => void setTimeout(done, ONE_WAY_MS),
  });
}

/** What goes through any of the ends leaves when the line is free. */
function sharedLine() {
  let freeAtMs = 0;
  return async function* paced(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += TURN_BYTES) {
        const turn = chunk.subarray(at, at + TURN_BYTES);
        const nowMs = performance.now();
        freeAtMs = Math.max(freeAtMs, nowMs) + turn.length / BYTES_A_MS;
        await sleep(freeAtMs - nowMs);
        yield turn;
      }
    }
  };
}
