import { write, type Send } from "./call.ts";
import { ApiError } from "./error.ts";

/**
 * Deletes what has this id. Nothing left to delete counts as done: the answer to an earlier try was lost, or somebody
 * else was faster. `what` completes "Could not …". @throws ApiError
 */
export async function remove<Id>(what: string, id: Id, send: Send): Promise<Id> {
  try {
    return await write({ what, decode: () => id }, send);
  } catch (error) {
    if (error instanceof ApiError && error.failure.kind === "not-found") return id;
    throw error;
  }
}
