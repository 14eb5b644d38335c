import { EmptyState } from "#ui/empty-state.tsx";
import { Page } from "#ui/page.tsx";

/** What `/` shows to who has no project. */
export function NoProject() {
  return (
    <Page title="No project">
      <EmptyState drawing="cohorts">
        You have no project here yet. Ask whoever runs the backend to add you to one, then load this page again.
      </EmptyState>
    </Page>
  );
}
