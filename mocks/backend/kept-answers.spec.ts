import { describe, expect, test } from "vitest";
import { hours } from "#lib/duration.ts";
import type { KeptAnswer } from "./journal.ts";
import { scopeOfKey, standingOfKey, type KeptAnswers } from "./kept-answers.ts";

const scope = scopeOfKey({ actor: "ana@harbour.example", method: "POST", path: "/v1/a", key: "k1" });
const answer: KeptAnswer = { scope, payload: "p1", status: 200, headers: [], body: "{}", wallMs: 1_000 };

function having(...answers: readonly KeptAnswer[]): KeptAnswers {
  return { answers: new Map(answers.map((each) => [each.scope, each])), running: new Set() };
}

describe("a key that was answered before", () => {
  test("gets the first answer for the same payload", () => {
    expect(standingOfKey(having(answer), { scope, payload: "p1", wallMs: 2_000 })).toEqual({ kind: "repeat", answer });
  });

  test("is refused for another payload", () => {
    expect(standingOfKey(having(answer), { scope, payload: "p2", wallMs: 2_000 })).toEqual({ kind: "other-payload" });
  });

  test("is new again after 24 hours", () => {
    const at = (wallMs: number) => standingOfKey(having(answer), { scope, payload: "p2", wallMs }).kind;
    expect(at(1_000 + hours(24))).toBe("other-payload");
    expect(at(1_001 + hours(24))).toBe("new");
  });
});

test("a key whose first request is still running says so, whatever the payload", () => {
  const kept = having();
  kept.running.add(scope);
  expect(standingOfKey(kept, { scope, payload: "p2", wallMs: 0 })).toEqual({ kind: "running" });
});

test.each([{ actor: "jo@harbour.example" }, { method: "PUT" }, { path: "/v1/b" }, { key: "k2" }])(
  "a key of another scope is another key: %j",
  (other) => {
    const wanted = scopeOfKey({ actor: "ana@harbour.example", method: "POST", path: "/v1/a", key: "k1", ...other });
    expect(standingOfKey(having(answer), { scope: wanted, payload: "p1", wallMs: 2_000 })).toEqual({ kind: "new" });
  },
);
