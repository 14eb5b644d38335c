import styled from "@emotion/styled";
import type { ApiError } from "#api/error.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { ink, size, upTo } from "#ui/theme/tokens.ts";

type BackendAwayProps = { readonly error: ApiError; readonly onRetry: () => Promise<unknown> };

/** Says that what is shown is old. It floats above the page's end, so that nothing moves when the backend goes and comes. */
export function BackendAway({ error, onRetry }: BackendAwayProps) {
  return (
    <Float>
      <Callout
        live
        tone="caution"
        title="No news from the backend."
        actions={
          // A failure shows right here.
          <Button size="small" icon="refresh" onClick={() => void onRetry()}>
            Try again
          </Button>
        }
      >
        What stands here was true when it last answered. {error.message}
      </Callout>
    </Float>
  );
}

const Float = styled.div({
  position: "sticky",
  zIndex: 6,
  bottom: 16,
  display: "flex",
  alignItems: "flex-end",
  justifyContent: "center",
  height: 0,
  "& > div": { width: "min(720px, 100%)", boxShadow: ink.shadow },
  [upTo.phone]: { bottom: size.bottomBar + 12 },
});
