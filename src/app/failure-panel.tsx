import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { useRevalidator } from "react-router";
import { ApiError } from "#api/error.ts";
import { Button } from "#ui/button.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";

/** What went wrong while something was loaded or shown, and the way on. */
export function FailurePanel({ error }: { readonly error: unknown }) {
  const { revalidate, state } = useRevalidator();
  const { reset } = useQueryErrorResetBoundary();
  if (!(error instanceof ApiError)) return <FaultPanel error={error} />;
  const tryAgain = () => {
    reset();
    // What fails again ends in the same place.
    void revalidate();
  };
  return (
    <ErrorPanel title="Nothing was changed" message={error.message} onRetry={tryAgain} retrying={state === "loading"} />
  );
}

/** A fault of the console itself, or a part of it that could not be fetched. */
function FaultPanel({ error }: { readonly error: unknown }) {
  const message = error instanceof Error ? error.message : String(error);
  const unfetched = /dynamically imported module|importing a module script/i.test(message);
  return (
    <ErrorPanel
      title={unfetched ? "A part of the console could not be fetched" : "The console has a fault"}
      message={
        unfetched
          ? "Its server did not answer, or the console was updated meanwhile. Load the page again."
          : `Nothing was changed by it. Load the page again; if it comes back, report this: ${message}`
      }
      actions={
        <Button icon="refresh" onClick={() => location.reload()}>
          Load again
        </Button>
      }
    />
  );
}
