import type { Measured, Worked } from "./measured.ts";

/** One line of the bench's table: the median of all runs, the smallest and the largest. */
type Figure = {
  readonly what: string;
  readonly median: string;
  readonly spread: string;
  /** Against the smallest size measured. */
  readonly ratio: string;
  readonly bar: string;
};

/** The figures of one size. */
type Section = { readonly heading: string; readonly figures: readonly Figure[] };

type Line = {
  readonly what: string;
  readonly of: (run: Measured) => readonly number[];
  readonly shown: (value: number) => string;
  /** What is asked of a million devices, where it was decided. */
  readonly bar?: string;
};

const rate = (count: (worked: Worked) => number) => (run: Measured) => [
  (count(run.firstHour) / run.firstHour.tookMs) * 1_000,
];

const ofProcessor = ({ firstHour }: Measured) => [
  ((firstHour.messages + firstHour.timeLimits) / firstHour.workedMs) * 1_000,
];

const LINES: readonly Line[] = [
  { what: "start of a deployment to all", of: (run) => [run.startMs], shown: inMs, bar: "≤ 200 ms" },
  { what: "telling every device of it, after the answer", of: (run) => [run.tellingMs], shown: inMs },
  {
    what: "events a second (messages and time limits)",
    of: rate((worked) => worked.messages + worked.timeLimits),
    shown: inThousands,
    bar: "≥ 1,000 k",
  },
  { what: "the same, of the processor's time", of: ofProcessor, shown: inThousands },
  { what: "messages a second", of: rate((worked) => worked.messages), shown: inThousands },
  { what: "entries taken off the schedule a second", of: rate((worked) => worked.planned), shown: inThousands },
  { what: "messages in the first hour", of: (run) => [run.firstHour.messages], shown: inThousands },
  { what: "first hour of the rollout", of: (run) => [run.firstHour.tookMs], shown: inMs },
  { what: "a later, quiet hour", of: (run) => [run.quietHour.tookMs], shown: inMs },
  { what: "replay of a day's log", of: (run) => [run.replayedDayMs], shown: inMs },
  { what: "memory, most of it", of: (run) => [run.memory.most], shown: inMb, bar: "≤ 150 MB" },
  { what: "memory, fleet at rest", of: (run) => [run.memory.atRest], shown: inMb },
  { what: "memory, nothing made yet", of: (run) => [run.memory.empty], shown: inMb },
  { what: "page of 50, filtered and sorted, first", of: (run) => [run.pageFirstMs], shown: inMs },
  { what: "page of 50, filtered and sorted, again", of: (run) => run.pageAgainMs, shown: inMs },
  { what: "pulse", of: (run) => run.pulseMs, shown: inMs },
];

/** What was found, size by size; ratios are against the first size. */
export function sectionsOf(measured: ReadonlyMap<number, readonly Measured[]>): readonly Section[] {
  const first = [...measured.values()][0] ?? [];
  return [...measured].map(([size, runs]) => ({
    heading: `${size.toLocaleString("en")} devices, ${runs.length} ${runs.length === 1 ? "run" : "runs"}`,
    figures: LINES.map((line) => figureOf(line, runs, first)),
  }));
}

/** A section as text, in columns. */
export function tableOf({ heading, figures }: Section): string {
  const cells = figures.map(({ what, median, spread, ratio, bar }) => [what, median, spread, ratio, bar]);
  const rows = [["", "median", "min – max", "× first size", "bar at 1 M"], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const padded = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))),
  );
  return [heading, ...padded.map((row) => `  ${row.join("   ")}`.trimEnd())].join("\n");
}

function figureOf({ what, of, shown, bar }: Line, runs: readonly Measured[], first: readonly Measured[]): Figure {
  const samples = runs.flatMap(of);
  return {
    what,
    median: shown(medianOf(samples)),
    spread: `${shown(Math.min(...samples))} – ${shown(Math.max(...samples))}`,
    ratio: (medianOf(samples) / medianOf(first.flatMap(of))).toFixed(2),
    bar: bar ?? "",
  };
}

/** The middle one, or the mean of the middle two; NaN of none. */
function medianOf(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

function inMs(ms: number): string {
  return `${ms < 10 ? ms.toFixed(2) : Math.round(ms).toLocaleString("en")} ms`;
}

function inThousands(count: number): string {
  return `${Math.round(count / 1_000).toLocaleString("en")} k`;
}

function inMb(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
