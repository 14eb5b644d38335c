import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";
import { focusHeading } from "./focus-heading.ts";

export type NothingOnPageProps = {
  /** What the list is of: "devices". */
  readonly what: string;
  readonly onFirstPage: () => void;
};

/** A page of a list that lies behind its end. */
export function NothingOnPage({ what, onFirstPage }: NothingOnPageProps) {
  const go = () => {
    focusHeading();
    onFirstPage();
  };
  return (
    <EmptyState drawing="noMatch" action={<Button onClick={go}>Go to the first page</Button>}>
      The list of {what} ends before this page.
    </EmptyState>
  );
}
