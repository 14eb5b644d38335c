import styled from "@emotion/styled";
import { ink } from "./theme/tokens.ts";

export type BidiTextProps = {
  readonly text: string;
  /** Characters shown; the rest is one "…". */
  readonly maxLength?: number;
};

/** Text that came from a device or a person: its direction stays inside it, and what is invisible is shown. */
export function BidiText({ text, maxLength = 200 }: BidiTextProps) {
  const shown = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
  return (
    <bdi>
      {shown.split(INVISIBLE).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- the parts of one text have no other name
          <Mark key={index}>{`U+${(part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`}</Mark>
        ),
      )}
    </bdi>
  );
}

/** Controls, direction marks and overrides, zero-width characters, soft hyphens, fillers. Those that shape emoji and scripts (U+200C, U+200D) stay. */
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /([\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\u2800\u3164\ufeff\uffa0])/u;

const Mark = styled.span({
  padding: "0 3px",
  margin: "0 1px",
  border: `1px dashed ${ink.edge}`,
  borderRadius: 3,
  color: ink.caution,
  fontSize: "0.78em",
  whiteSpace: "nowrap",
});
