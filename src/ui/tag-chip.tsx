import styled from "@emotion/styled";
import { tagLabel } from "#domain/tag.ts";
import { BidiText } from "./bidi-text.tsx";
import { Icon } from "./icon.tsx";
import { ink } from "./theme/tokens.ts";

export type TagChipProps = {
  readonly name: string;
  readonly onRemove?: () => void;
  /** What it is, for the name of the button that removes it. */
  readonly word?: string;
};

/** A tag; `region=eu` stands as a pair. */
export function TagChip({ name, onRemove, word = "tag" }: TagChipProps) {
  const label = tagLabel(name);
  return (
    <TagBox>
      {label.kind === "pair" ? (
        <>
          <span className="key">
            <BidiText text={label.key} maxLength={64} />
            <span className="equals">=</span>
          </span>
          <BidiText text={label.value} maxLength={64} />
        </>
      ) : (
        <BidiText text={label.name} maxLength={64} />
      )}
      {onRemove === undefined ? null : (
        <button type="button" aria-label={`Remove ${word} ${name}`} title={`Remove ${word} ${name}`} onClick={onRemove}>
          <Icon name="times" size={12} />
        </button>
      )}
    </TagBox>
  );
}

/** Tags side by side. */
export const TagRow = styled.span({ display: "inline-flex", flexWrap: "wrap", gap: 4, alignItems: "center" });

const TagBox = styled.span({
  display: "inline-flex",
  alignItems: "center",
  minHeight: 20,
  padding: "0 6px",
  borderRadius: 4,
  background: ink.sunken,
  border: `1px solid ${ink.line}`,
  fontSize: 12,
  lineHeight: "16px",
  overflowWrap: "anywhere",
  "& .key": { color: ink.second },
  "& .equals": { margin: "0 2px", color: ink.third },
  "& > button": {
    display: "inline-grid",
    placeItems: "center",
    width: 24,
    height: 24,
    margin: "-2px -6px -2px 2px",
    padding: 0,
    border: 0,
    borderRadius: 4,
    background: "none",
    color: ink.third,
    cursor: "pointer",
  },
  "& > button:hover": { color: ink.failed },
});
