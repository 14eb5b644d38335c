import { assertNever } from "#lib/assert.ts";
import type { JoinersGet } from "./joiners-get.ts";

/** What `count` joining devices get and when; the deployment's name follows, unless there is none. */
export function joinersWords(get: JoinersGet | undefined, count: number): string {
  const one = count === 1;
  const keep = one ? "It keeps what it runs" : "They keep what they run";
  switch (get) {
    case undefined:
      return `Nothing is deployed to this cohort yet. ${keep}.`;
    case "at-once":
      return one ? "It gets this as soon as it connects:" : "They get this as soon as they connect:";
    case "when-resumed":
      return one ? "It gets this once it goes on:" : "They get this once it goes on:";
    case "not":
      return `${keep} until the next deployment. This one takes no new devices:`;
    default:
      return assertNever(get, "answer for joiners");
  }
}
