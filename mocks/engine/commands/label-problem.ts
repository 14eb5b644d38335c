import { nameProblem } from "#domain/name.ts";
import type { Problem } from "#domain/problem.ts";
import { invalid } from "../refusal.ts";

/**
 * What is wrong with the name of a tag or a blueprint. Golioth's clients match on "can use only use characters" (sic)
 * for characters it does not take.
 */
export function labelProblem(what: "tag" | "blueprint", name: string): Problem | undefined {
  const problem = nameProblem(name);
  if (problem === undefined) return undefined;
  const isAboutCharacters = problem.includes("control characters");
  return invalid(
    "name",
    isAboutCharacters ? `${what} name can use only use characters that print: ${problem}` : problem,
  );
}
