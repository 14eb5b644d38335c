import styled from "@emotion/styled";
import { fuseName, haltFigure } from "#domain/halt-words.ts";
import type { Fuse } from "#domain/phase-progress.ts";
import type { HaltRules } from "#domain/plan.ts";
import { Card } from "#ui/card.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { shownFuses } from "./shown-fuses.ts";

export type FuseCardProps = {
  readonly fuses: readonly Fuse[];
  readonly rules: HaltRules;
  /** Index of the latest open phase. */
  readonly openPhase: number;
};

/** How near each halt rule is: the figure and its bar in words, then drawn. */
export function FuseCard({ fuses, rules, openPhase }: FuseCardProps) {
  return (
    <Card title="Halt fuse">
      <List>
        {shownFuses(fuses, openPhase).map((fuse) => (
          <li key={`${fuse.rule} ${fuse.scope}`} className={fuse.value > 0 && fuse.remaining <= 1 ? "near" : ""}>
            <span>{fuseName(fuse)}</span>{" "}
            <span className="figure">
              <b>
                {haltFigure(fuse.rule, fuse.value)}
                {fuse.rule === "ratio" && fuse.armed ? " of finished" : ""}
              </b>{" "}
              {barText(fuse, rules)}
            </span>
            <i className="bar">
              <i style={{ width: `${Math.min(1, fuse.value / fuse.threshold) * 100}%` }} />
            </i>
          </li>
        ))}
      </List>
    </Card>
  );
}

function barText({ rule, threshold, armed }: Fuse, { ratio }: HaltRules): string {
  const bar = `halts at ${haltFigure(rule, threshold)}`;
  return armed || ratio === undefined ? bar : `${bar}, from ${ratio.minTerminal} finished`;
}

const List = styled.ul({
  display: "grid",
  gap: 10,
  fontSize: 13,
  lineHeight: "18px",
  "& > li": { display: "flex", flexWrap: "wrap", justifyContent: "space-between", gap: "0 10px" },
  "& .figure": { color: ink.third },
  "& b": { color: ink.first },
  "& .bar": {
    position: "relative",
    flex: "0 0 100%",
    height: 5,
    marginTop: 3,
    borderRadius: 3,
    background: ink.sunken,
    boxShadow: `inset 0 0 0 1px ${ink.line}`,
    overflow: "hidden",
  },
  "& .bar::after": {
    content: '""',
    position: "absolute",
    right: 0,
    top: 0,
    bottom: 0,
    width: 3,
    background: ink.failed,
  },
  "& .bar > i": {
    display: "block",
    height: "100%",
    borderRadius: 3,
    background: ink.second,
    transition: "width 160ms linear",
  },
  "& > .near .bar > i": { background: ink.caution },
  "& > .near b": { color: ink.caution },
  "@media (forced-colors: active)": {
    "& .bar": { border: "1px solid CanvasText" },
    "& .bar > i": { background: "Highlight" },
  },
});
