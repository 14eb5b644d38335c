import styled from "@emotion/styled";
import { useImperativeHandle, useRef } from "react";
import type { Ref } from "react";
import { BidiText } from "./bidi-text.tsx";
import { Field } from "./field.tsx";
import type { FieldWords } from "./field.tsx";
import { formatCount } from "./format.ts";
import { Icon } from "./icon.tsx";
import type { PickOption } from "./pick-choices.ts";
import { TagChip, TagRow } from "./tag-chip.tsx";
import { ink } from "./theme/tokens.ts";
import { usePick } from "./use-pick.ts";

export type PickFieldProps<Id extends string> = FieldWords & {
  /** What one of them is: "tag". */
  readonly word: string;
  readonly options: readonly PickOption<Id>[];
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: readonly Id[]) => void;
  /** At most one; another takes its place. */
  readonly single?: boolean;
  /** Makes one in place; rejects with the reason. Without it only what exists can be picked. */
  readonly onMake?: (name: string) => Promise<PickOption<Id>>;
  /** Where the options are found on a server: what is typed. */
  readonly onText?: (text: string) => void;
  /** The field itself, for a form that leads to what is wrong. */
  readonly inputRef?: Ref<HTMLInputElement>;
};

/** Picks by name, and makes what is missing: type, arrow keys, Enter. The list lies over what follows the field. */
export function PickField<Id extends string>(props: PickFieldProps<Id>) {
  const { word, options, chosen, onChange, single = false, onMake, onText, inputRef, error, ...words } = props;
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle<HTMLInputElement | null, HTMLInputElement | null>(inputRef, () => input.current);
  const remove = (id: Id) => {
    onChange(chosen.filter((other) => other !== id));
    // The chip that had the focus is gone.
    input.current?.focus();
  };
  const pick = usePick({
    options,
    chosen,
    onPick: (id) => onChange(single ? [id] : [...chosen.filter((other) => other !== id), id]),
    onUnpick: remove,
    onMake,
    onText,
  });
  const names = new Map(options.map(({ id, name }) => [id, name]));
  return (
    <Field {...words} error={pick.problem ?? error}>
      {(control) => (
        <PickBox>
          {chosen.length === 0 ? null : (
            <TagRow>
              {chosen.map((id) => (
                <TagChip key={id} word={word} name={names.get(id) ?? `another ${word}`} onRemove={() => remove(id)} />
              ))}
            </TagRow>
          )}
          <div className="field">
            <input
              {...control}
              ref={input}
              type="text"
              role="combobox"
              autoComplete="off"
              spellCheck={false}
              aria-autocomplete="list"
              aria-expanded={pick.open}
              aria-controls={pick.listId}
              aria-busy={pick.making}
              {...(pick.open && pick.current >= 0 ? { "aria-activedescendant": `${pick.listId}-${pick.current}` } : {})}
              placeholder={placeholderOf(word, single && chosen.length > 0, onMake !== undefined)}
              value={pick.text}
              onChange={(event) => pick.type(event.target.value)}
              onClick={() => pick.setOpen(true)}
              onBlur={() => pick.setOpen(false)}
              onKeyDown={pick.onKeyDown}
            />
            <List pick={pick} word={word} />
          </div>
        </PickBox>
      )}
    </Field>
  );
}

function placeholderOf(word: string, replaces: boolean, makes: boolean): string {
  if (replaces) return `Choose another ${word}`;
  return makes ? `Find or create a ${word}` : `Find a ${word}`;
}

function List<Id extends string>({ pick, word }: { pick: ReturnType<typeof usePick<Id>>; word: string }) {
  const { listId, open, lines, current, making, take, more, text } = pick;
  const note = lines.length === 0 ? emptyNote(word, text) : `${formatCount(more)} more: type to find them.`;
  return (
    <div className="list" hidden={!open} ref={open ? intoView : null}>
      <div id={listId} role="listbox" aria-label={`Matching ${word}s`} hidden={lines.length === 0}>
        {lines.map((line, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are the field's, which keeps the focus
          <div
            key={line.kind === "option" ? line.option.id : "make"}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === current}
            // Else the field would lose the focus before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(line)}
          >
            {line.kind === "option" ? (
              <BidiText text={line.option.name} maxLength={80} />
            ) : (
              <>
                <Icon name="plus" size={12} /> {making ? "Creating" : "Create"} {word} “
                <BidiText text={line.name} maxLength={80} />”
              </>
            )}
          </div>
        ))}
      </div>
      {lines.length > 0 && more === 0 ? null : <div className="note">{note}</div>}
    </div>
  );
}

/** In a dialog that scrolls the list may open below its edge. */
function intoView(list: HTMLElement | null): void {
  if (list !== null) list.scrollIntoView({ block: "nearest" });
}

function emptyNote(word: string, text: string): string {
  return text.trim() === "" ? `No other ${word} to choose.` : `No ${word} is called so.`;
}

const PickBox = styled.div({
  display: "grid",
  gap: 6,
  minWidth: 0,
  "& > .field": { position: "relative" },
  "& input": {
    width: "100%",
    minHeight: 34,
    padding: "6px 10px",
    border: `1px solid ${ink.edge}`,
    borderRadius: 6,
    background: ink.surface,
    fontSize: 14,
    lineHeight: "20px",
  },
  "& input::placeholder": { color: ink.third, opacity: 1 },
  "& input:focus-visible": { outlineOffset: -1, borderColor: ink.accent, borderRadius: 6 },
  "& input[aria-invalid]": { borderColor: ink.failed },
  // Over what follows: a list that pushed it away would move buttons from under the pointer as it closes.
  "& .list": {
    position: "absolute",
    zIndex: 6,
    top: "calc(100% + 4px)",
    left: 0,
    right: 0,
    boxShadow: ink.shadow,
    padding: 4,
    border: `1px solid ${ink.line}`,
    borderRadius: 6,
    background: ink.surface,
    fontSize: 13,
  },
  "& [hidden]": { display: "none" },
  "& [role=option]": {
    padding: "4px 8px",
    borderRadius: 4,
    color: ink.first,
    cursor: "pointer",
    overflowWrap: "anywhere",
  },
  "& [role=option] > svg": { color: ink.accent },
  "& [role=option][aria-selected=true]": { background: ink.accentWash },
  "@media (forced-colors: active)": { "& [role=option][aria-selected=true]": { outline: "2px solid Highlight" } },
  "& [role=option]:hover": { background: ink.sunken },
  "& .note": { padding: "4px 8px", color: ink.third },
});
