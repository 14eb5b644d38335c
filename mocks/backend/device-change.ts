import { present } from "#contract/present.ts";
import type { Device } from "#domain/device.ts";
import type { BlueprintId, CohortId, TagId } from "#domain/ids.ts";
import type { DeviceChange } from "#mocks/engine/command.ts";
import { asId, asIds } from "./path-ids.ts";
import { isNull, optionalFlag, optionalText, optionalTexts, type Fields } from "./read-body.ts";

/**
 * What a body asks to change about a device, with its additions and removals worked out against the device as it is.
 * An empty or null cohort or blueprint takes it away. Source: Golioth, goliothDeviceUpdate.
 */
export function deviceChangeOf(fields: Fields, device: Device): DeviceChange {
  const tagIds = changedList(fields, { set: "tagIds", add: "addTagId", remove: "removeTagId" }, device.tagIds);
  const hardware = { set: "hardwareIds", add: "addHardwareId", remove: "removeHardwareId" };
  return present({
    name: optionalText(fields, "name"),
    enabled: optionalFlag(fields, "enabled"),
    blueprintId: idOrNone(fields, "blueprintId", asId<BlueprintId>),
    cohortId: idOrNone(fields, "cohortId", asId<CohortId>),
    hardwareIds: changedList(fields, hardware, device.hardwareIds),
    tagIds: tagIds === undefined ? undefined : asIds<TagId>(tagIds),
  });
}

function idOrNone<Id>(fields: Fields, name: string, as: (text: string) => Id): Id | null | undefined {
  if (isNull(fields, name)) return null;
  const text = optionalText(fields, name);
  if (text === undefined) return undefined;
  return text === "" ? null : as(text);
}

function changedList(
  fields: Fields,
  names: { readonly set: string; readonly add: string; readonly remove: string },
  now: readonly string[],
): readonly string[] | undefined {
  const [set, add, remove] = [
    optionalTexts(fields, names.set),
    optionalTexts(fields, names.add),
    optionalTexts(fields, names.remove),
  ];
  if (set === undefined && add === undefined && remove === undefined) return undefined;
  const all = new Set([...(set ?? now), ...(add ?? [])]);
  for (const item of remove ?? []) all.delete(item);
  return [...all];
}
