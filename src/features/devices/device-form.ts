import type { ApiFailure } from "#api/error.ts";
import { hardwareIdsProblem } from "#domain/hardware-ids.ts";
import { nameProblem } from "#domain/name.ts";

/** What the form of a device holds; hardware ids stand one a line or parted by commas. */
export type DeviceDraft = { readonly name: string; readonly hardwareIds: string };

/** What is wrong with each field, as a sentence; a field that is fine is absent. */
export type DeviceProblems = { readonly name?: string; readonly hardwareIds?: string };

/** The ids that a text holds, in its order. */
export function hardwareIdsOf(text: string): readonly string[] {
  return text
    .split(/[\n,]/)
    .map((id) => id.trim())
    .filter((id) => id !== "");
}

/** Judges a device before it is sent. Source: domain.md, Names. */
export function problemsOf({ name, hardwareIds }: DeviceDraft): DeviceProblems {
  const wrongName = nameProblem(name);
  const wrongIds = hardwareIdsProblem(hardwareIdsOf(hardwareIds));
  return {
    ...(wrongName === undefined ? {} : { name: wrongName }),
    ...(wrongIds === undefined ? {} : { hardwareIds: wrongIds }),
  };
}

/** Where a refusal belongs: at the field it is about, or below the form. */
export function refusalAt(failure: ApiFailure | undefined): keyof DeviceProblems | "form" | undefined {
  if (failure === undefined) return undefined;
  if (failure.kind !== "conflict" && failure.kind !== "invalid") return "form";
  if (failure.field === "hardwareIds") return "hardwareIds";
  return failure.field === "name" || failure.kind === "conflict" ? "name" : "form";
}
