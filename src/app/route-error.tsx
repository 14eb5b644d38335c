import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { isRouteErrorResponse, useRevalidator, useRouteError } from "react-router";
import { ApiError } from "#api/error.ts";
import { PageNotFound } from "#navigation/page-not-found.ts";
import { Button } from "#ui/button.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { Page } from "#ui/page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

/** What a page, or a part of one, shows when it could not be made. The navigation around it stays. */
export function RouteError() {
  const error = useRouteError();
  const { revalidate, state } = useRevalidator();
  const { reset } = useQueryErrorResetBoundary();

  if (isNotFound(error)) {
    return error instanceof ApiError ? <NotFoundPage message={error.message} /> : <NotFoundPage />;
  }
  if (!(error instanceof ApiError)) return <BrokenPage error={error} />;
  const tryAgain = () => {
    reset();
    // It reports through this very boundary.
    void revalidate();
  };
  return (
    <Page title="This could not be loaded">
      <ErrorPanel
        title="Nothing was changed"
        message={error.message}
        onRetry={tryAgain}
        retrying={state === "loading"}
      />
    </Page>
  );
}

/** A fault of the console itself, or a part of it that could not be fetched. */
function BrokenPage({ error }: { readonly error: unknown }) {
  const message = error instanceof Error ? error.message : String(error);
  const fetching = /dynamically imported module|importing a module script/i.test(message);
  return (
    <Page title="This page could not be shown">
      <ErrorPanel
        title={fetching ? "A part of the console could not be fetched" : "The console has a fault"}
        message={
          fetching
            ? "Its server did not answer, or the console was updated meanwhile. Load the page again."
            : `Nothing was changed by it. Load the page again; if it comes back, report this: ${message}`
        }
        actions={
          <Button icon="refresh" onClick={() => location.reload()}>
            Load again
          </Button>
        }
      />
    </Page>
  );
}

function isNotFound(error: unknown): boolean {
  if (error instanceof ApiError) return error.failure.kind === "not-found";
  return error instanceof PageNotFound || (isRouteErrorResponse(error) && error.status === 404);
}
