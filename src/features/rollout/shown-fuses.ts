import type { Fuse } from "#domain/phase-progress.ts";

/**
 * The fuses worth a line: those that can blow now, and a share that is only not judged yet. In the first phase the share
 * over all is that of the phase, and is not said twice.
 */
export function shownFuses(fuses: readonly Fuse[], openPhase: number): readonly Fuse[] {
  return fuses.filter(({ rule, scope, armed }) => {
    if (rule === "ratio") return scope === "phase" || openPhase > 0;
    return armed;
  });
}
