import * as v from "valibot";
import { CONDITIONS, type Condition, type WhyNot } from "#domain/why-not.ts";
import { decodeBy } from "./decode.ts";
import { absent, wordOf } from "./fields.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";

const whyNot = v.object({
  failed: absent(v.string()),
  sentence: v.string(),
  conditions: v.array(
    v.object({
      name: v.string(),
      outcome: wordOf(["passed", "failed", "not-reached"], "not-reached"),
      sentence: v.string(),
    }),
  ),
});

/** Conditions that no table knows are left out; the verdict's sentence stands. @throws ContractViolation naming the field. */
export function decodeWhyNot(wire: unknown): WhyNot {
  const { failed, sentence, conditions } = decodeBy("why", whyNot, wire);
  const known = conditions.flatMap(({ name: word, ...rest }): readonly Condition[] => {
    const name = CONDITIONS.find((condition) => condition === word);
    return name === undefined ? [] : [{ name, ...rest }];
  });
  return present({ failed: CONDITIONS.find((name) => name === failed), sentence, conditions: known });
}

/** The checklist as it travels. */
export function encodeWhyNot(whyNot: WhyNot): Wire<"WhyNot"> {
  return { ...whyNot };
}
