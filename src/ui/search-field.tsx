import styled from "@emotion/styled";
import { useEffect, useRef, useState } from "react";
import { Icon } from "./icon.tsx";
import { ink, size, upTo } from "./theme/tokens.ts";

export type SearchFieldProps = {
  /** The accessible name, and the placeholder unless one is given: "Find a device". */
  readonly label: string;
  readonly placeholder?: string;
  /** What is searched for now, usually from the address. */
  readonly value: string;
  /** Called when typing rests, at once on Enter and when cleared. */
  readonly onChange: (value: string) => void;
};

const REST_MS = 250;

/** A field that searches while one types. */
export function SearchField({ label, placeholder = label, value, onChange }: SearchFieldProps) {
  // `asked`: what was last searched for, which may still be on its way into the address; `seen`: what was there last.
  const [draft, setDraft] = useState({ text: value, asked: value, seen: value });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastAsked = useRef(value);
  // Where the address changed by another way (Clear filters, Back), what was typed gives way.
  if (value !== draft.seen) {
    setDraft({ text: value === draft.asked ? draft.text : value, asked: value, seen: value });
  }

  // Events may come before what the last one changed is drawn: they ask here, not in what is drawn.
  useEffect(() => {
    lastAsked.current = value;
  }, [value]);

  // A timer that outlives the field would change the address of another page.
  useEffect(() => () => clearTimeout(timer.current), []);

  const search = (next: string) => {
    clearTimeout(timer.current);
    const asked = next.trim();
    setDraft((before) => ({ ...before, text: next, asked }));
    if (asked === lastAsked.current) return;
    lastAsked.current = asked;
    onChange(asked);
  };
  const type = (next: string) => {
    setDraft((before) => ({ ...before, text: next }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(next), next === "" ? 0 : REST_MS);
  };
  return (
    <SearchBox>
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={draft.text}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          // It searches; a form around the field is not sent.
          event.preventDefault();
          search(draft.text);
        }}
      />
    </SearchBox>
  );
}

const SearchBox = styled.div({
  position: "relative",
  width: 280,
  maxWidth: "100%",
  color: ink.third,
  "& > svg": { position: "absolute", left: 10, top: 9, pointerEvents: "none" },
  "& > input": {
    width: "100%",
    height: size.control,
    padding: "0 10px 0 32px",
    border: `1px solid ${ink.strongLine}`,
    borderRadius: size.radius,
    background: ink.surface,
    color: ink.first,
    fontSize: 13,
    appearance: "none",
  },
  "& > input::placeholder": { color: ink.third, opacity: 1 },
  "& > input:hover": { borderColor: ink.edge },
  "& > input:focus-visible": { outlineOffset: -1, borderRadius: size.radius },
  [upTo.phone]: { width: "100%" },
});
