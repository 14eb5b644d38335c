import { MAX_SPEED } from "#mocks/backend/clock.ts";
import type { WorldChoice } from "./worker-protocol.ts";

/** Where a tab keeps its choice; the address does not carry it from page to page. */
const KEPT_AS = "slipway-world";
const DEFAULT_WORLD = "demo";
const WORD_MAX_LENGTH = 100;

/** Where a tab keeps its choice: `sessionStorage`, unless the browser forbids it. */
export type TabStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** What a tab shows and who sits before it. */
export type TabChoice = { readonly choice: WorldChoice; readonly actor?: string };

type Kept = { readonly world: string; readonly seed?: string; readonly epoch?: string; readonly as?: string };

/**
 * Reads `?world= &seed= &epoch= &speed= &as=` of the address; what it leaves out is as the tab had it before.
 * Another world begins with nothing kept but who acts. A speed counts only while the address says it.
 */
export function tabChoiceOf(search: string, storage: TabStorage | undefined): TabChoice {
  const query = new URLSearchParams(search);
  const before = keptIn(storage);
  const world = wordIn(query, "world") ?? before.world;
  const same = world === before.world;
  const seed = wordIn(query, "seed") ?? (same ? before.seed : undefined);
  const epoch = wordIn(query, "epoch") ?? (same ? before.epoch : undefined);
  const as = wordIn(query, "as") ?? before.as;
  storage?.setItem(KEPT_AS, JSON.stringify({ world, seed, epoch, as }));
  const epochMs = Date.parse(epoch ?? "");
  const speed = Number(query.get("speed") ?? 0);
  return {
    choice: {
      world,
      ...(seed === undefined ? {} : { seed }),
      ...(Number.isFinite(epochMs) ? { epochMs } : {}),
      ...(speed >= 1 && speed <= MAX_SPEED ? { speed } : {}),
    },
    ...(as === undefined ? {} : { actor: as }),
  };
}

/** Lets a tab begin anew: a world that cannot be opened would otherwise be asked for again and again. */
export function forgetTabChoice(storage: TabStorage | undefined): void {
  storage?.removeItem(KEPT_AS);
}

function keptIn(storage: TabStorage | undefined): Kept {
  const kept: unknown = JSON.parse(storage?.getItem(KEPT_AS) ?? "{}");
  const textOf = (name: string): string | undefined => {
    const value: unknown = typeof kept === "object" && kept !== null ? Reflect.get(kept, name) : undefined;
    return typeof value === "string" ? value : undefined;
  };
  const [seed, epoch, as] = [textOf("seed"), textOf("epoch"), textOf("as")];
  return {
    world: textOf("world") ?? DEFAULT_WORLD,
    ...(seed === undefined ? {} : { seed }),
    ...(epoch === undefined ? {} : { epoch }),
    ...(as === undefined ? {} : { as }),
  };
}

function wordIn(query: URLSearchParams, name: string): string | undefined {
  const text = query.get(name)?.trim();
  return text === undefined || text === "" || text.length > WORD_MAX_LENGTH ? undefined : text;
}
