import { nameProblem } from "./name.ts";

/** Most hardware ids of a device. Source: contract.md, Shapes (Device). */
const HARDWARE_IDS_MAX = 16;

/** What is wrong with the hardware ids of one device, as a sentence. Each is judged as a name is. */
export function hardwareIdsProblem(ids: readonly string[]): string | undefined {
  if (ids.length > HARDWARE_IDS_MAX) return `A device has at most 16 hardware ids; these are ${ids.length}.`;
  const wrong = ids.find((id) => nameProblem(id) !== undefined);
  if (wrong !== undefined) return "A hardware id has 1 to 100 characters and no control characters.";
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return twice === undefined ? undefined : `${twice} stands here twice.`;
}
