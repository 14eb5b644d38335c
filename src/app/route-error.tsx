import { isRouteErrorResponse, useRouteError } from "react-router";
import { ApiError } from "#api/error.ts";
import { PageNotFound } from "#navigation/page-not-found.ts";
import { Page } from "#ui/page.tsx";
import { FailurePanel } from "./failure-panel.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

/** What stands in the place of a page that could not be made. The navigation around it stays. */
export function RouteError() {
  const error = useRouteError();
  if (isNotFound(error)) {
    return error instanceof ApiError ? <NotFoundPage message={error.message} /> : <NotFoundPage />;
  }
  return (
    <Page title="This could not be shown">
      <FailurePanel error={error} />
    </Page>
  );
}

/** The same for a part of a page, below the heading that the page has already. */
export function PartError() {
  return <FailurePanel error={useRouteError()} />;
}

function isNotFound(error: unknown): boolean {
  if (error instanceof ApiError) return error.failure.kind === "not-found";
  return error instanceof PageNotFound || (isRouteErrorResponse(error) && error.status === 404);
}
