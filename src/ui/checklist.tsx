import styled from "@emotion/styled";
import { Icon } from "./icon.tsx";
import { ink } from "./theme/tokens.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";

export type ChecklistItem = {
  readonly key: string;
  readonly sentence: string;
  readonly outcome: "passed" | "failed" | "not-reached";
};

const icons = { passed: "succeeded", failed: "failed", "not-reached": "dash" } as const;
const words = { passed: "Holds: ", failed: "Does not hold: ", "not-reached": "Not looked at: " } as const;

/** Conditions in order; the first that fails decides, those after it were not looked at. */
export function Checklist({ label, items }: { readonly label: string; readonly items: readonly ChecklistItem[] }) {
  return (
    <List aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={item.outcome}>
          <Icon name={icons[item.outcome]} size={12} />
          <span>
            <VisuallyHidden>{words[item.outcome]}</VisuallyHidden>
            {item.sentence}
          </span>
        </li>
      ))}
    </List>
  );
}

const List = styled.ol({
  display: "grid",
  gap: 4,
  fontSize: 13,
  "& > li": { display: "grid", gridTemplateColumns: "12px 1fr", gap: 10, alignItems: "start" },
  "& svg": { marginTop: 4 },
  "& .passed": { color: ink.second },
  "& .passed svg": { color: ink.succeeded },
  "& .failed": { color: ink.failed, fontWeight: 500 },
  "& .not-reached": { color: ink.third },
});
