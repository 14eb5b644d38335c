import { present } from "#contract/present.ts";
import { BUCKETS, SUBSTATES, type TargetFilter } from "#domain/target.ts";
import { RETRIED_BY_ID_MAX, type ChosenTargets } from "#mocks/engine/control-command.ts";
import { asIds } from "./path-ids.ts";
import {
  onlyFields,
  optionalFields,
  optionalFlag,
  optionalNumber,
  optionalNumbers,
  optionalText,
  optionalTexts,
  optionalWords,
  type Fields,
} from "./read-body.ts";
import { packageVersion } from "./read-query.ts";
import { refusal } from "./refusal.ts";

const FILTER_FIELDS = [
  "buckets",
  "substates",
  "reasons",
  "phases",
  "blueprintIds",
  "tagIds",
  "packageVersions",
  "term",
  "stuck",
];

/** The targets that a body names one by one, or by a filter with the number they were seen to be. */
export function chosenTargetsOf(fields: Fields): ChosenTargets {
  const [deviceIds, filter] = [optionalTexts(fields, "deviceIds"), optionalFields(fields, "filter")];
  if ((deviceIds === undefined) === (filter === undefined)) {
    throw refusal("invalid", "Name the devices or give a filter: one of the two.", "deviceIds");
  }
  if (deviceIds !== undefined && (deviceIds.length === 0 || deviceIds.length > RETRIED_BY_ID_MAX)) {
    throw refusal("unprocessable", "Name 1 to 1,000 devices; for more, give a filter.", "deviceIds");
  }
  if (filter === undefined) return { deviceIds: asIds(deviceIds ?? []) };
  const expectedCount = optionalNumber(fields, "expectedCount", { least: 0, most: 10_000_000, whole: true });
  if (expectedCount === undefined) throw refusal("invalid", "expectedCount is missing.", "expectedCount");
  return { filter: targetFilterIn(filter), expectedCount };
}

function targetFilterIn(filter: Fields): TargetFilter {
  const fields = onlyFields(filter, FILTER_FIELDS);
  const ids = (name: string) => {
    const texts = optionalTexts(fields, name);
    return texts === undefined ? undefined : asIds<never>(texts);
  };
  return present({
    buckets: optionalWords(fields, "buckets", BUCKETS),
    substates: optionalWords(fields, "substates", SUBSTATES),
    reasons: optionalNumbers(fields, "reasons"),
    phases: optionalNumbers(fields, "phases"),
    blueprintIds: ids("blueprintIds"),
    tagIds: ids("tagIds"),
    packageVersions: optionalTexts(fields, "packageVersions")?.map((one) =>
      packageVersion(one, "filter.packageVersions"),
    ),
    term: optionalText(fields, "term"),
    stuck: optionalFlag(fields, "stuck"),
  });
}
