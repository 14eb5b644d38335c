import type { Page } from "@playwright/test";

/** The entries of a world's log as the browser keeps them, one JSON text each. */
export function keptLog(page: Page, world: string): Promise<readonly string[]> {
  return page.evaluate(readStore, { world, store: "log" });
}

/** How many checkpoints of a world the browser keeps: one at most. */
export async function keptCheckpoints(page: Page, world: string): Promise<number> {
  return page.evaluate(countStore, { world, store: "checkpoint" });
}

type Store = { readonly world: string; readonly store: string };

function readStore({ world, store }: Store): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(`slipway-world-${world}`);
    opening.addEventListener("error", () => reject(opening.error ?? new Error("It does not open.")));
    opening.addEventListener("success", () => {
      const reading = opening.result.transaction(store).objectStore(store).getAll();
      reading.addEventListener("success", () => {
        opening.result.close();
        resolve(reading.result.map((entry: unknown) => JSON.stringify(entry)));
      });
    });
  });
}

function countStore({ world, store }: Store): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(`slipway-world-${world}`);
    opening.addEventListener("error", () => reject(opening.error ?? new Error("It does not open.")));
    opening.addEventListener("success", () => {
      const counting = opening.result.transaction(store).objectStore(store).count();
      counting.addEventListener("success", () => {
        opening.result.close();
        resolve(counting.result);
      });
    });
  });
}
