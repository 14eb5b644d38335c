import { useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { useNavigate } from "react-router";
import { paths } from "#navigation/paths.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { Icon } from "#ui/icon.tsx";
import { useDebounced } from "#ui/use-debounced.ts";
import { JumpBox } from "./jump-field-styles.ts";
import { useJumpTargets } from "./use-jump-targets.ts";
import { useShortcut } from "./use-shortcut.ts";
import type { Scope } from "./use-current-scope.ts";

const TYPING_RESTS_MS = 200;

/** The way to anything by its name; Enter without a choice searches the cohorts. */
export function JumpField({ scope }: { readonly scope: Scope }) {
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const navigate = useNavigate();
  const { targets, searching } = useJumpTargets(scope, useDebounced(text.trim(), TYPING_RESTS_MS));
  const shown = open && text.trim() !== "";
  useShortcut("k", () => field.current?.focus());

  const go = (to: string) => {
    setText("");
    setOpen(false);
    setActive(-1);
    field.current?.blur();
    // The pages report their own errors.
    void navigate(to);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      setOpen(false);
      setActive(-1);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setOpen(true);
      setActive(Math.max(-1, Math.min(targets.length - 1, active + step)));
    } else if (event.key === "Enter" && text.trim() !== "") {
      event.preventDefault();
      go(targets[active]?.to ?? paths.cohorts(scope.projectId, { term: text.trim() }));
    }
  };
  return (
    <JumpBox role="search">
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label="Find cohort, device, package"
        placeholder="Find cohort, device, package"
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(targets[active] === undefined ? {} : { "aria-activedescendant": `${listId}-${active}` })}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      <kbd aria-hidden="true">{isMac() ? "⌘K" : "Ctrl K"}</kbd>
      <div className={shown ? "list shown" : "list"}>
        <div id={listId} role="listbox" aria-label="Found">
          {shown
            ? targets.map((target, index) => (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field has the focus and the keys
                <div
                  key={target.to}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={index === active}
                  // Else the field would lose the focus before the click.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => go(target.to)}
                >
                  <Icon name={target.kind} />
                  <BidiText text={target.name} maxLength={60} />
                  <span className="kind">{target.kind}</span>
                </div>
              ))
            : null}
        </div>
        <p role="status">
          {!shown
            ? ""
            : targets.length > 0
              ? "Enter searches the cohorts"
              : searching
                ? "Searching…"
                : "Nothing has that name"}
        </p>
      </div>
    </JumpBox>
  );
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
