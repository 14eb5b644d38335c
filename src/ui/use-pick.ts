import { useId, useState } from "react";
import type { KeyboardEvent } from "react";
import { useCutOff } from "./cut-off.ts";
import { pickChoices } from "./pick-choices.ts";
import type { PickChoices, PickOption } from "./pick-choices.ts";

export type PickAct<Id extends string> = {
  readonly options: readonly PickOption<Id>[];
  readonly chosen: readonly Id[];
  readonly onPick: (id: Id) => void;
  /** The last one chosen is taken back. */
  readonly onUnpick: (id: Id) => void;
  /** Makes one of this name; rejects with the reason. */
  readonly onMake: ((name: string) => Promise<PickOption<Id>>) | undefined;
  /** Hears what is typed, for options that are looked up. */
  readonly onText: ((text: string) => void) | undefined;
};

/** One line of the list. */
type Line<Id extends string> =
  | { readonly kind: "option"; readonly option: PickOption<Id> }
  | { readonly kind: "make"; readonly name: string };

/** What a field that picks remembers: the text, whether its list is open, the line the keys are on, what is being made. */
export function usePick<Id extends string>({ options, chosen, onPick, onUnpick, onMake, onText }: PickAct<Id>) {
  const listId = useId();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { making, problem, forget, make } = useMaking(onMake);
  const choices = pickChoices({ text, options, chosen, canMake: onMake !== undefined });
  const lines = linesOf(choices);
  const current = Math.min(at, lines.length - 1);

  const write = (next: string) => {
    setText(next);
    onText?.(next);
  };
  const begin = () => {
    write("");
    setAt(0);
    setOpen(false);
    forget();
  };
  const picked = (id: Id) => {
    begin();
    onPick(id);
  };
  const take = (line: Line<Id>) => {
    // What goes wrong is shown at the field.
    if (line.kind === "make") void make(line.name, picked);
    else picked(line.option.id);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const line = lines[current];
    const last = chosen.at(-1);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (open && lines.length > 0) setAt((current + step + lines.length) % lines.length);
      setOpen(true);
    } else if (event.key === "Enter" && (text.trim() !== "" || open)) {
      // Enter picks; with nothing to pick it sends the form.
      event.preventDefault();
      if (line !== undefined && open) take(line);
    } else if (event.key === "Escape" && open) {
      // Closes the list, not the dialog around it.
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === "Backspace" && text === "" && last !== undefined) onUnpick(last);
  };
  const type = (next: string) => {
    write(next);
    setAt(0);
    setOpen(true);
    forget();
  };
  return { listId, text, open, setOpen, lines, more: choices.more, current, making, problem, take, type, onKeyDown };
}

/** Makes what is missing, once at a time; what went wrong is kept until it is forgotten. */
function useMaking<Id extends string>(onMake: PickAct<Id>["onMake"]) {
  const [making, setMaking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const cutOff = useCutOff();
  const make = async (name: string, onMade: (id: Id) => void) => {
    if (onMake === undefined || making) return;
    setProblem(cutOff);
    if (cutOff !== undefined) return;
    setMaking(true);
    try {
      onMade((await onMake(name)).id);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    setMaking(false);
  };
  return { making, problem, forget: () => setProblem(undefined), make };
}

function linesOf<Id extends string>({ matches, make }: PickChoices<Id>): readonly Line<Id>[] {
  const found = matches.map((option) => ({ kind: "option", option }) as const);
  return make === undefined ? found : [...found, { kind: "make", name: make }];
}
