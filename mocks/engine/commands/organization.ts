import { nameProblem } from "#domain/name.ts";
import type { Outcome } from "../facts.ts";
import { invalid } from "../refusal.ts";
import type { World } from "../world.ts";
import type { CommandOf } from "./command-of.ts";

/** Most characters that the address of a website has. */
const WEBSITE_MAX_CHARACTERS = 2_000;

/** Changes the name or the website of the world's organization; an empty website is none. */
export function updateOrganization(world: World, { name, website }: CommandOf<"update-organization">): Outcome {
  const problem = name === undefined ? undefined : nameProblem(name);
  if (problem !== undefined) return invalid("name", problem);
  if (website !== undefined && website.length > WEBSITE_MAX_CHARACTERS) {
    return invalid("website", "The address of a website has at most 2,000 characters.");
  }
  const { website: before, ...organization } = world.organization;
  const after = (website ?? before ?? "").trim();
  world.organization = {
    ...organization,
    name: name?.trim() ?? organization.name,
    ...(after === "" ? {} : { website: after }),
  };
  return { facts: {} };
}
