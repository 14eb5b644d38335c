import styled from "@emotion/styled";
import type { SomeDevices } from "#domain/filter-preview.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { moreText } from "./filter-words.ts";

export type DeviceSampleProps = {
  /** Names the list. */
  readonly label: string;
  readonly devices: SomeDevices;
};

/** A few of many devices by name, and how many more there are. */
export function DeviceSample({ label, devices: { count, sample } }: DeviceSampleProps) {
  const more = moreText(count, sample.length);
  return (
    <Names aria-label={label}>
      {sample.map(({ id, name }) => (
        <li key={id}>
          <BidiText text={name} maxLength={40} />
        </li>
      ))}
      {more === undefined ? null : <li className="more">{more}</li>}
    </Names>
  );
}

const Names = styled.ul({
  display: "flex",
  flexWrap: "wrap",
  gap: "2px 4px",
  padding: 0,
  listStyle: "none",
  fontSize: 13,
  color: ink.first,
  "& > li": { minWidth: 0, overflowWrap: "anywhere" },
  "& > li:not(:last-of-type)::after": { content: '"," / ""' },
  "& > li:has(+ .more)::after": { content: '"" !important' },
  "& > .more": { color: ink.third },
});
