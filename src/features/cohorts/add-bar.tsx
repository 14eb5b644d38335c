import { useRef } from "react";
import { countText, devicesText } from "#domain/counts.ts";
import { Button } from "#ui/button.tsx";
import { ActionBar } from "#ui/card.tsx";

export type AddBarProps = {
  readonly chosen: number;
  /** How many devices the filter matches. */
  readonly total: number;
  readonly allChosen: boolean;
  readonly onChooseAll: () => void;
  readonly onChooseNone: () => void;
  readonly onCancel: () => void;
  readonly onNext: () => void;
};

/** How many devices are chosen, the way to choose all, and the ways on. */
export function AddBar(props: AddBarProps) {
  const { chosen, total, allChosen, onChooseAll, onChooseNone, onCancel, onNext } = props;
  const note = useRef<HTMLSpanElement>(null);
  // Both buttons leave with their act; the focus stays beside them.
  const chooseAll = () => {
    note.current?.focus();
    onChooseAll();
  };
  const chooseNone = () => {
    note.current?.focus();
    onChooseNone();
  };
  return (
    <ActionBar>
      <span className="note" aria-live="polite" ref={note} tabIndex={-1}>
        {chosen === 0 ? "No device chosen." : `${devicesText(chosen)} chosen.`}{" "}
        {allChosen || total === 0 ? null : (
          <Button variant="quiet" size="small" onClick={chooseAll}>
            {total === 1 ? "Choose the 1 that matches" : `Choose all ${countText(total)} that match`}
          </Button>
        )}
        {chosen > 0 ? (
          <Button variant="quiet" size="small" onClick={chooseNone}>
            Choose none
          </Button>
        ) : null}
      </span>
      <Button onClick={onCancel}>Cancel</Button>
      <Button variant="primary" onClick={onNext} {...(chosen === 0 ? { disabledReason: "Choose devices first." } : {})}>
        Review
      </Button>
    </ActionBar>
  );
}
