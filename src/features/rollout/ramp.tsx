import styled from "@emotion/styled";
import type { PhaseProgress } from "#domain/phase-progress.ts";
import { formatCount } from "#ui/format.ts";
import { ink, upTo } from "#ui/theme/tokens.ts";
import { gateWords } from "./gate-words.ts";
import type { PhasesCardProps } from "./phases-card.tsx";
import { rampOf, type RampStep } from "./ramp.ts";

/** The slipway itself: what is done, the current phase filled as far as it is done, what is still closed, and the gates. */
export function Ramp({ deployment, phases, nowMs }: PhasesCardProps) {
  const steps = rampOf(phases);
  const { state, plan } = deployment;
  const look = state === "halted" ? "halted" : state === "paused" ? "paused" : "";
  return (
    <Picture aria-hidden="true" className={`${look} ${phases.length > 3 ? "many" : ""}`}>
      <div className="slope">
        <svg viewBox={`0 0 ${steps.length * STEP} 100`} preserveAspectRatio="none">
          {steps.map((step, index) => (
            <Slope key={phases[index]?.index} step={step} leftX={index * STEP} />
          ))}
        </svg>
        {steps.map((step, index) =>
          step.kind === "current" ? <Head key={phases[index]?.index} step={step} at={index} of={steps.length} /> : null,
        )}
        {phases.slice(0, -1).map((phase, index) => {
          const [next, rule] = [phases[index + 1], plan.phases[index]];
          if (next === undefined || rule === undefined) return null;
          const { tone, lines } = gateWords({ phase, next, rule, state, nowMs });
          const style = {
            right: `${100 - ((index + 1) / phases.length) * 100}%`,
            bottom: `${(steps[index]?.toPercent ?? 0) * SLOPE_SHARE}%`,
          };
          return (
            <div key={phase.index}>
              <i className="gate" style={{ right: style.right }} />
              <div className={`words ${tone}`} style={style}>
                {lines.map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </div>
            </div>
          );
        })}
      </div>
      <div className="names">
        {phases.map((phase, index) => (
          <Name key={phase.index} phase={phase} kind={steps[index]?.kind ?? "closed"} />
        ))}
      </div>
    </Picture>
  );
}

/** Width of a phase, in the picture's own units. */
const STEP = 100;
/** Of the picture's height; the words at the gates stand above the slope. */
const SLOPE_SHARE = 0.72;

function Slope({ step, leftX }: { readonly step: RampStep; readonly leftX: number }) {
  const y = (percent: number) => 100 - percent * SLOPE_SHARE;
  const { kind, fromPercent, toPercent, doneShare } = step;
  const headX = leftX + STEP * doneShare;
  const headPercent = fromPercent + (toPercent - fromPercent) * doneShare;
  const whole = `M${leftX} ${y(fromPercent)}L${leftX + STEP} ${y(toPercent)}`;
  const filled = `M${leftX} ${y(fromPercent)}L${headX} ${y(headPercent)}`;
  return (
    <g className={kind}>
      <path className="ground" d={`${whole}V100H${leftX}Z`} />
      <path className="line" d={whole} />
      {kind === "current" ? (
        <>
          <path className="filled" d={`${filled}V100H${leftX}Z`} />
          <path className="line filled" d={filled} />
        </>
      ) : null}
    </g>
  );
}

/** The dot at the head of what is done; not part of the drawing, which is stretched. */
function Head({ step, at, of }: { readonly step: RampStep; readonly at: number; readonly of: number }) {
  const percent = step.fromPercent + (step.toPercent - step.fromPercent) * step.doneShare;
  return (
    <i
      className="head"
      style={{ left: `${((at + step.doneShare) / of) * 100}%`, bottom: `${percent * SLOPE_SHARE}%` }}
    />
  );
}

function Name({ phase, kind }: { readonly phase: PhaseProgress; readonly kind: RampStep["kind"] }) {
  const { name, size, added, counts } = phase;
  const ended = counts.succeeded + counts.failed + counts.cancelled;
  return (
    <span className={kind}>
      <bdi>{name}</bdi>
      <span>{kind === "current" ? `${formatCount(ended)} of ${formatCount(added)} done` : formatCount(size)}</span>
    </span>
  );
}

const Picture = styled.div({
  fontSize: 12,
  lineHeight: "16px",
  "& > .slope": { position: "relative", height: 124, borderBottom: `1px solid ${ink.strongLine}` },
  "& svg": { display: "block", width: "100%", height: "100%" },
  "& .line": { fill: "none", strokeWidth: 2.5, vectorEffect: "non-scaling-stroke" },
  "& .ground": { fill: ink.sunken },
  "& .closed > .line": { stroke: ink.strongLine },
  "& .done > .line": { stroke: ink.succeeded },
  "& .done > .ground": { fill: `color-mix(in srgb, ${ink.succeeded} 16%, ${ink.surface})` },
  "& .current > .line": { stroke: `color-mix(in srgb, ${ink.accent} 40%, ${ink.surface})` },
  "& .current > .ground": { fill: ink.accentWash },
  "& .current > .line.filled": { stroke: ink.accent },
  "& .current > path.filled:not(.line)": { fill: `color-mix(in srgb, ${ink.accent} 22%, ${ink.surface})` },
  "& .head": {
    position: "absolute",
    width: 11,
    height: 11,
    margin: "0 0 -5px -5px",
    borderRadius: "50%",
    background: ink.accent,
    boxShadow: `0 0 0 2px ${ink.surface}`,
    transition: "left 160ms linear, bottom 160ms linear",
  },
  "& .gate": { position: "absolute", top: 4, bottom: 0, borderRight: `1px dotted ${ink.edge}` },
  "& .words": {
    position: "absolute",
    display: "grid",
    justifyItems: "end",
    padding: "0 6px 7px 0",
    color: ink.third,
    whiteSpace: "nowrap",
  },
  "& .words.passed": { color: ink.succeeded },
  "& .words.current > :last-child": { color: ink.first, fontWeight: 500 },
  "&.halted .words.current > :last-child": { color: ink.failed },
  "&.paused .words.current > :last-child": { color: ink.caution },
  "&.halted .current > .line.filled": { stroke: ink.failed },
  "&.halted .head": { background: ink.failed },
  "& > .names": { display: "grid", gridAutoFlow: "column", gridAutoColumns: "minmax(0, 1fr)", marginTop: 6 },
  "& > .names > span": {
    display: "flex",
    flexWrap: "wrap",
    alignContent: "start",
    justifyContent: "space-between",
    gap: "0 8px",
    padding: "0 6px 0 2px",
    minHeight: 32,
    color: ink.third,
    overflowWrap: "anywhere",
  },
  "& > .names > .current": { color: ink.first, fontWeight: 500 },
  [upTo.phone]: {
    "&.many .words": { display: "none" },
    "& .words.closed, & .words.passed": { display: "none" },
    "& > .names > span": { fontSize: 11, minHeight: 48 },
  },
  "@media (forced-colors: active)": {
    "& .ground, & path.filled:not(.line)": { fill: "none" },
    "& .line": { stroke: "CanvasText" },
    "& .head": { background: "Highlight" },
  },
});
