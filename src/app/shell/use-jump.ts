import { useId, useRef, useState, type KeyboardEvent } from "react";
import { useNavigate } from "react-router";
import { paths } from "#navigation/paths.ts";
import { useDebounced } from "#ui/use-debounced.ts";
import type { Scope } from "./use-current-scope.ts";
import { useJumpTargets } from "./use-jump-targets.ts";
import { useShortcut } from "./use-shortcut.ts";

const TYPING_RESTS_MS = 200;

/** What the field that jumps remembers: the text, whether its list is open, the line the keys are on. */
export function useJump(scope: Scope) {
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const { targets, searching } = useJumpTargets(scope, useDebounced(text.trim(), TYPING_RESTS_MS));
  useShortcut("k", () => field.current?.focus());

  const go = (to: string) => {
    setText("");
    setOpen(false);
    setActive(-1);
    field.current?.blur();
    // The pages report their own errors.
    void navigate(to);
  };
  const type = (typed: string) => {
    setText(typed);
    setOpen(true);
    setActive(-1);
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
  const shown = open && text.trim() !== "";
  return { listId: useId(), field, text, type, setOpen, shown, targets, searching, active, go, press };
}

/** What that field knows. */
export type Jump = ReturnType<typeof useJump>;
