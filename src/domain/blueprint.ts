import type { BlueprintId } from "./ids.ts";

/** A hardware type. */
export type Blueprint = {
  readonly id: BlueprintId;
  readonly name: string;
  readonly platform?: string;
  readonly boardId?: string;
  readonly createdAtMs: number;
};
