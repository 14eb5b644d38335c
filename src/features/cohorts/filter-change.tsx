import styled from "@emotion/styled";
import { countText } from "#domain/counts.ts";
import type { FilterChange as Change } from "#domain/filter-preview.ts";
import { Icon } from "#ui/icon.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { DeviceSample } from "./device-sample.tsx";
import { joinText, leaveText } from "./filter-words.ts";

/** Who comes in and who goes when a filter is changed. */
export function FilterChange({ change: { joins, leaves } }: { readonly change: Change }) {
  if (joins.count === 0 && leaves.count === 0) return <Same>Nobody comes in and nobody goes.</Same>;
  return (
    <Ways aria-label="What the change does">
      {joins.count === 0 ? null : (
        <li className="joins">
          <Icon name="plus" size={12} />
          <p>
            <b>{countText(joins.count)}</b> {joinText(joins.count)}
          </p>
          <DeviceSample label="Who comes in" devices={joins} />
        </li>
      )}
      {leaves.count === 0 ? null : (
        <li className="leaves">
          <Icon name="times" size={12} />
          <p>
            <b>{countText(leaves.count)}</b> {leaveText(leaves.count)}
          </p>
          <DeviceSample label="Who goes" devices={leaves} />
        </li>
      )}
    </Ways>
  );
}

const Same = styled.p({ fontSize: 13, color: ink.third });

const Ways = styled.ul({
  display: "grid",
  gap: 10,
  padding: 0,
  listStyle: "none",
  fontSize: 13,
  color: ink.second,
  "& > li": { display: "grid", gridTemplateColumns: "12px minmax(0, 1fr)", gap: "2px 8px", alignItems: "center" },
  "& > li > ul": { gridColumn: 2 },
  "& b": { fontWeight: 650 },
  "& > .joins > svg, & > .joins b": { color: ink.accent },
  "& > .leaves b": { color: ink.first },
});
