import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { useRevalidator, useRouteError } from "react-router";
import { ApiError } from "#api/error.ts";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { SidePanel } from "#ui/side-panel.tsx";
import { useClosePanel } from "./use-close-panel.ts";

/** The panel of a device that could not be shown; the list beside it goes on. */
export function TargetError() {
  const error = useRouteError();
  const { revalidate, state } = useRevalidator();
  const { reset } = useQueryErrorResetBoundary();
  const close = useClosePanel();
  const isGone = error instanceof ApiError && error.failure.kind === "not-found";
  const tryAgain = () => {
    reset();
    // It reports through this very boundary.
    void revalidate();
  };
  return (
    <SidePanel title="Device" onClose={close}>
      <ErrorPanel
        title={isGone ? "Not in this rollout" : "The device could not be shown"}
        message={error instanceof Error ? error.message : String(error)}
        {...(isGone ? {} : { onRetry: tryAgain, retrying: state === "loading" })}
      />
    </SidePanel>
  );
}
