/** One line of the bench's table. */
export type Figure = {
  readonly what: string;
  /** The median, or the only value. */
  readonly value: string;
  /** Smallest to largest of all runs. */
  readonly spread?: string;
  /** What the product aims at, as a person reads it. */
  readonly bar?: string;
};

/** Figures that are read together. */
export type Section = { readonly heading: string; readonly figures: readonly Figure[] };

/** A figure of several runs. */
export function durationOf(what: string, samplesMs: readonly number[], bar?: string): Figure {
  const spread = `${inMs(Math.min(...samplesMs))} – ${inMs(Math.max(...samplesMs))}`;
  return { what, value: inMs(medianOf(samplesMs)), spread, ...(bar === undefined ? {} : { bar }) };
}

/** How many times as long the one takes as the other, both measured in this very run. */
export function ratioOf(
  what: string,
  samplesMs: readonly number[],
  baselineMs: readonly number[],
  bar?: string,
): Figure {
  const times = medianOf(samplesMs) / medianOf(baselineMs);
  return { what, value: `× ${times.toFixed(2)}`, ...(bar === undefined ? {} : { bar }) };
}

/** The longest of them; 0 of none. */
export function longestOf(samplesMs: readonly number[]): string {
  return inMs(Math.max(0, ...samplesMs));
}

/** What the slowest `share` of `all` samples take at least, of which only the long ones (16 ms and more) were noted. */
export function shareOver(longOnesMs: readonly number[], all: number, share: number): string {
  const slowest = longOnesMs.toSorted((a, b) => b - a)[Math.max(0, Math.ceil(all * share) - 1)];
  return slowest === undefined ? "< 16 ms" : inMs(slowest);
}

/** The middle one, or the mean of the middle two; NaN of none. */
function medianOf(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** A section as text, in columns. */
export function tableOf({ heading, figures }: Section): string {
  const rows = [["", "median", "min – max", "bar"], ...figures.map(cellsOf)];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const lines = rows.map((cells) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))),
  );
  return [heading, ...lines.map((cells) => `  ${cells.join("   ")}`.trimEnd())].join("\n");
}

function cellsOf({ what, value, spread = "", bar = "" }: Figure): readonly string[] {
  return [what, value, spread, bar];
}

function inMs(ms: number): string {
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
}
