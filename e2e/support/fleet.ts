import type { Page } from "@playwright/test";
import { ask } from "./backend.ts";

/** A device as a test knows it: tags and its blueprint by name. */
export type FleetDevice = { readonly name: string; readonly tags?: readonly string[]; readonly blueprint?: string };

const PROJECT = "/v1/projects/harbour-sensors";

/** Makes devices, with the tags and blueprints that they need, as another client of the backend would. */
export async function makeFleet(page: Page, devices: readonly FleetDevice[]): Promise<void> {
  const tagIds = await made(page, "tags", namesOf(devices.map(({ tags = [] }) => tags)));
  const blueprintIds = await made(page, "blueprints", namesOf(devices.map(({ blueprint }) => blueprint ?? [])));
  for (const { name, tags = [], blueprint } of devices) {
    const blueprintId = blueprint === undefined ? {} : { blueprintId: blueprintIds.get(blueprint) };
    const body = { name, tagIds: tags.map((tag) => tagIds.get(tag)), ...blueprintId };
    // In the order of the list.
    // oxlint-disable-next-line no-await-in-loop
    await ask(page, "POST", `${PROJECT}/devices`, body);
  }
}

async function made(page: Page, kind: "tags" | "blueprints", names: readonly string[]) {
  const ids = new Map<string, string>();
  for (const name of names) {
    // In the order of the list.
    // oxlint-disable-next-line no-await-in-loop
    ids.set(name, idIn(await ask(page, "POST", `${PROJECT}/${kind}`, { name })));
  }
  return ids;
}

function namesOf(names: readonly (string | readonly string[])[]): readonly string[] {
  return [...new Set(names.flat())];
}

function idIn(answer: unknown): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the answer to a create
  return (answer as { readonly data: { readonly id: string } }).data.id;
}
