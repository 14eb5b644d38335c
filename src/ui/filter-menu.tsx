import styled from "@emotion/styled";
import { Suspense, useId, useState } from "react";
import { BidiText } from "./bidi-text.tsx";
import { Button } from "./button.tsx";
import { CheckField } from "./check-field.tsx";
import { formatCount } from "./format.ts";
import { Icon } from "./icon.tsx";
import { PopoverFrame } from "./lazy-overlays.ts";
import { ink } from "./theme/tokens.ts";

export type FilterMenuProps = {
  /** What is narrowed: "Hardware". */
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly count?: number | undefined }[];
  readonly selected: readonly string[];
  readonly onChange: (selected: readonly string[]) => void;
};

/** Narrows a list to some values of one property; the button says how many are chosen. */
export function FilterMenu({ label, options, selected, onChange }: FilterMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [wasOpen, setWasOpen] = useState(false);
  const popoverId = useId();
  const open = anchor !== undefined;
  // What was picked stands at once, and the next pick builds on it, though the list it narrows is still on its way.
  const known = selected.join("\n");
  const [draft, setDraft] = useState({ picked: selected, of: known });
  const picked = draft.of === known ? draft.picked : selected;
  const toggle = (value: string) => {
    const next = picked.includes(value) ? picked.filter((other) => other !== value) : [...picked, value];
    setDraft({ picked: next, of: known });
    onChange(next);
  };
  return (
    <>
      <Button
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? popoverId : undefined}
        onClick={(event) => {
          setAnchor(event.currentTarget);
          setWasOpen(true);
        }}
      >
        <Face className={picked.length > 0 ? "on" : ""}>
          {picked.length > 0 ? `${label} (${picked.length})` : label} <Icon name="chevronDown" size={12} />
        </Face>
      </Button>
      {wasOpen ? (
        <Suspense fallback={null}>
          <PopoverFrame id={popoverId} label={label} anchor={anchor} onClose={() => setAnchor(undefined)}>
            <Options>
              <legend>{label}</legend>
              {options.length === 0 ? <p>Nothing to choose from.</p> : null}
              {options.map((option) => (
                <CheckField
                  key={option.value}
                  checked={picked.includes(option.value)}
                  onChange={() => toggle(option.value)}
                >
                  <BidiText text={option.label} maxLength={60} />
                  {option.count === undefined ? null : <span className="count"> {formatCount(option.count)}</span>}
                </CheckField>
              ))}
            </Options>
          </PopoverFrame>
        </Suspense>
      ) : null}
    </>
  );
}

const Face = styled.span({
  display: "inline-flex",
  alignItems: "center",
  gap: 6,
  fontSize: 13,
  "&.on": { color: ink.accent },
});

const Options = styled.fieldset({
  display: "grid",
  gap: 2,
  minWidth: 200,
  maxWidth: "min(360px, 90vw)",
  maxHeight: 360,
  margin: 0,
  padding: "8px 14px 12px 10px",
  border: 0,
  overflowY: "auto",
  fontSize: 13,
  "& > legend": { padding: "10px 14px 0", fontSize: 12, color: ink.third },
  "& > label": { alignItems: "flex-start", overflowWrap: "anywhere" },
  "& > label > span": { paddingTop: 2 },
  "& .count, & > p": { color: ink.third },
});
