import { expect, test } from "vitest";
import { nameFormProblem } from "./name-form.ts";

test("an empty form does not complain before it is sent", () => {
  expect(nameFormProblem({ text: "" })).toBeUndefined();
});

test.each([
  ["empty", ""],
  ["blank", "   "],
  ["too long", "x".repeat(101)],
  ["broken by a line", "Harbour\nEast"],
])("a name that is %s is refused once it is sent", (_, text) => {
  expect(nameFormProblem({ text, sent: text })).toBeDefined();
});

test("a hundred characters are allowed", () => {
  expect(nameFormProblem({ text: "x".repeat(100), sent: "x" })).toBeUndefined();
});

test("what the backend refused stands until the name changes", () => {
  const refused = { sent: "Harbour", refusal: "A cohort of this name exists." };
  expect(nameFormProblem({ text: " Harbour ", ...refused })).toBe("A cohort of this name exists.");
  expect(nameFormProblem({ text: "Harbour East", ...refused })).toBeUndefined();
});
