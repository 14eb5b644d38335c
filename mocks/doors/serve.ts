import { createServer, STATUS_CODES, type Server } from "node:http";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { createBackend, type Backend } from "#mocks/backend/app.ts";
import { memoryBlobs } from "#mocks/backend/blobs.ts";
import { memoryJournal } from "#mocks/backend/journal.ts";
import { LostAnswer } from "#mocks/backend/spoilt-answers.ts";
import { directoryBlobs } from "./directory-blobs.ts";
import { fileCheckpoints } from "./file-checkpoints.ts";
import { fileJournal } from "./file-journal.ts";

/** How the mock backend is served. Without a journal file each start is a fresh world. */
export type ServeOptions = {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  readonly world?: string;
  readonly seed?: string;
  readonly epochMs?: number;
  readonly speed?: number;
  readonly journalFile?: string;
  readonly actor?: string;
  readonly apiKey?: string;
  /** Answers only what Golioth's own API has, as a backend would that has no more. */
  readonly baseOnly?: boolean;
};

/** A mock backend that listens. */
export type ServedBackend = { readonly origin: string; readonly close: () => Promise<void> };

/**
 * The mock backend as a real HTTP server.
 * @throws when the world is unknown, the journal is of another world, or the port is taken.
 */
export async function serveMockBackend(options: ServeOptions): Promise<ServedBackend> {
  const { port = 0, host = "127.0.0.1", world = "demo", journalFile, baseOnly = false, ...rest } = options;
  const { close: closeStorage, ...storage } = storageIn(journalFile);
  const whole = createBackend({ ...rest, ...storage, world, wallNow: () => Date.now() });
  await whole.ready;
  const backend = baseOnly ? await onlyTheBaseOf(whole) : whole;
  const listener = getRequestListener(
    async (request, { outgoing }) => {
      try {
        return await backend.fetch(request);
      } catch (error) {
        if (!(error instanceof LostAnswer)) throw error;
        outgoing.destroy();
        return new Response(null, { status: 503 });
      }
    },
    { errorHandler: backend.refuse, overrideGlobalObjects: false },
  );
  // Node would refuse a request without a host in its own words; the listener does it in ours.
  const server = createServer({ requireHostHeader: false }, (incoming, outgoing) => {
    // The listener answers every request by itself, also those that fail.
    void listener(incoming, outgoing);
  });
  // Whoever sent what cannot be read is answered or gone: nothing is left to wait for.
  server.on("clientError", (error, socket) => void refuse(backend, socket, error));
  await listening(server, port, host);
  return {
    origin: originOf(server, host),
    close: async () => {
      await closed(server);
      await backend.leaving();
      await closeStorage();
    },
  };
}

function storageIn(journalFile: string | undefined) {
  if (journalFile === undefined) {
    return { journal: memoryJournal(), blobs: memoryBlobs(), close: async () => undefined };
  }
  const journal = fileJournal(journalFile);
  return {
    journal,
    blobs: directoryBlobs(`${journalFile}.blobs`),
    checkpoints: fileCheckpoints(`${journalFile}.checkpoint`),
    close: journal.close,
  };
}

/** Loaded only when it is asked for: it reads the contract, and nobody else does. */
async function onlyTheBaseOf(backend: Backend): Promise<Backend> {
  const { baseOnly } = await import("./base-only.ts");
  return baseOnly(backend);
}

/** Answers what Node's parser gave up on, for which there is no response object: by hand, on the bare socket. */
async function refuse(backend: Backend, socket: Duplex, error: unknown): Promise<void> {
  if (!socket.writable) return void socket.destroy();
  const { status, headers, body } = await plain(await backend.refuse(error));
  const lines = Object.entries({ ...headers, connection: "close" }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${lines.join("")}\r\n${body}`);
}

async function plain(answer: Response) {
  const body = await answer.text();
  const length = { "content-length": String(Buffer.byteLength(body)) };
  return { status: answer.status, headers: { ...Object.fromEntries(answer.headers), ...length }, body };
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function originOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
