import { BidiText } from "#ui/bidi-text.tsx";
import { Icon } from "#ui/icon.tsx";
import { JumpBox } from "./jump-field-styles.ts";
import type { Scope } from "./use-current-scope.ts";
import { useJump, type Jump } from "./use-jump.ts";

/** The way to anything by its name; Enter without a choice searches the cohorts. */
export function JumpField({ scope }: { readonly scope: Scope }) {
  const jump = useJump(scope);
  const { listId, field, text, shown, targets, active } = jump;
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
        onChange={(event) => jump.type(event.target.value)}
        onFocus={() => jump.setOpen(true)}
        onBlur={() => jump.setOpen(false)}
        onKeyDown={jump.press}
      />
      <kbd aria-hidden="true">{isMac() ? "⌘K" : "Ctrl K"}</kbd>
      <div className={shown ? "list shown" : "list"}>
        <div id={listId} role="listbox" aria-label="Found">
          {shown ? <Found {...jump} /> : null}
        </div>
        <p role="status">{shown ? statusText(jump) : ""}</p>
      </div>
    </JumpBox>
  );
}

function Found({ listId, targets, active, go }: Jump) {
  return targets.map((target, index) => (
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
  ));
}

function statusText({ targets, searching }: Jump): string {
  if (targets.length > 0) return "Enter searches the cohorts";
  return searching ? "Searching…" : "Nothing has that name";
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
