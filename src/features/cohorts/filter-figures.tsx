import styled from "@emotion/styled";
import { countText } from "#domain/counts.ts";
import type { FilterPreview } from "#domain/filter-preview.ts";
import { ink } from "#ui/theme/tokens.ts";
import { beyondText, matchText, sharesOf } from "./filter-words.ts";

export type FilterFiguresProps = {
  readonly preview: FilterPreview;
  /** Devices that are in the cohort though the filter does not match them. */
  readonly beyond: number;
};

/** How many devices match, and what becomes of them: as a band, and in words. */
export function FilterFigures({ preview, beyond }: FilterFiguresProps) {
  const shares = sharesOf(preview);
  return (
    <Figures>
      <p className="all">{matchText(preview.matching)}</p>
      <div className="band" aria-hidden="true">
        {shares.map(({ of, count }) =>
          count === 0 ? null : <span key={of} className={of} style={{ flexGrow: count }} />,
        )}
      </div>
      <ul>
        {shares.map(({ of, count, words }) => (
          <li key={of}>
            <span className={`key ${of}`} aria-hidden="true" />
            <b>{countText(count)}</b> {words}
          </li>
        ))}
      </ul>
      {beyond === 0 ? null : <p>{beyondText(beyond)}</p>}
    </Figures>
  );
}

const dots = `radial-gradient(circle, ${ink.cancelled} 1px, transparent 1.2px) 0 0 / 4px 4px`;
const hatch = `repeating-linear-gradient(135deg, ${ink.pending} 0 1.5px, transparent 1.5px 4px)`;

const Figures = styled.div({
  display: "grid",
  gap: 8,
  fontSize: 13,
  "& > p.all": { fontSize: 16, lineHeight: "24px", fontWeight: 500, color: ink.first },
  "& > .band": { display: "flex", gap: 1, height: 8, borderRadius: 4, overflow: "hidden", background: ink.sunken },
  "& > .band > span": { minWidth: 3 },
  "& > ul": { display: "grid", gap: 2, padding: 0, listStyle: "none", color: ink.second },
  "& > ul > li": { paddingLeft: 18, textIndent: -18 },
  "& > p": { color: ink.second },
  "& b": { color: ink.first, fontWeight: 650 },
  "& .key": { display: "inline-block", width: 10, height: 10, marginRight: 8, borderRadius: 3, verticalAlign: "-1px" },
  "& .taken": { background: ink.accent },
  "& .by-hand": { background: hatch, boxShadow: `inset 0 0 0 1px ${ink.pending}` },
  "& .older": { background: dots, boxShadow: `inset 0 0 0 1px ${ink.cancelled}` },
  "@media (forced-colors: active)": {
    "& .band, & .key": { forcedColorAdjust: "none", border: "1px solid CanvasText" },
  },
});
