import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import type { DataRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { queryClient } from "#api/query-client.ts";
import { LinkProvider } from "#ui/link.tsx";
import { SlipwayTheme } from "#ui/theme/theme-provider.tsx";
import { Toasts } from "#ui/toasts.tsx";
import { Announcer } from "#ui/announcer.tsx";
import { renderRouterLink } from "./router-link.tsx";

export type AppProps = { readonly router: DataRouter };

/** The whole console, put together. */
export function App({ router }: AppProps) {
  return (
    <StrictMode>
      <SlipwayTheme>
        <QueryClientProvider client={queryClient}>
          <LinkProvider value={renderRouterLink}>
            <RouterProvider router={router} />
            <Toasts />
            <Announcer />
          </LinkProvider>
        </QueryClientProvider>
      </SlipwayTheme>
    </StrictMode>
  );
}
