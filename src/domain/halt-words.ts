import { assertNever } from "#lib/assert.ts";
import { countText, devicesText } from "./counts.ts";
import { percentText } from "./measure-words.ts";
import type { Fuse, Halt } from "./phase-progress.ts";

type Found = Pick<Halt, "rule" | "scope" | "value">;

/** What a halt rule counted, as the start of a sentence: "3 devices failed in a row". Source: domain.md, Halt rules. */
export function haltFinding({ rule, scope, value }: Found): string {
  switch (rule) {
    case "absolute":
      return `${devicesText(value)} failed in a small phase`;
    case "ratio":
      return `${percentText(value)} of the finished devices failed${scope === "phase" ? " in this phase" : ""}`;
    case "streak":
      return `${devicesText(value)} failed in a row`;
    case "lost":
      return `${devicesText(value)} stayed silent after the reboot`;
    default:
      return assertNever(rule, "halt rule");
  }
}

/** A value of a rule, or the bar it reaches, without its noun: "3", "6.4 %". */
export function haltFigure(rule: Halt["rule"], figure: number): string {
  return rule === "ratio" ? percentText(figure) : countText(figure);
}

/** What a fuse counts, as its name: "Failures in this phase". */
export function fuseName({ rule, scope }: Pick<Fuse, "rule" | "scope">): string {
  switch (rule) {
    case "absolute":
      return "Failures in a small phase";
    case "ratio":
      return scope === "phase" ? "Failures in this phase" : "Failures over all";
    case "streak":
      return "Failures in a row";
    case "lost":
      return "Silent after the reboot";
    default:
      return assertNever(rule, "halt rule");
  }
}
