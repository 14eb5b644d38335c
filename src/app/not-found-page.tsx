import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Page } from "#ui/page.tsx";
import { paths } from "#navigation/paths.ts";

/** An address that leads nowhere, or to something that is gone. */
export function NotFoundPage({ message }: { readonly message?: string }) {
  return (
    <Page title="Not found">
      <EmptyState drawing="noMatch" action={<LinkButton to={paths.home()}>Go to the cohorts</LinkButton>}>
        {message ?? "There is no page at this address. It may have been mistyped, or what it named was deleted."}
      </EmptyState>
    </Page>
  );
}
