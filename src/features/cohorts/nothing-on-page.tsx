import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { focusHeading } from "#ui/focus-heading.ts";

/** A page of a list that lies behind its end. */
export function NothingOnPage({ what, onFirstPage }: { readonly what: string; readonly onFirstPage: () => void }) {
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
