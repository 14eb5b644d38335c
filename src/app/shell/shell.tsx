import { useEffect } from "react";
import { Outlet, ScrollRestoration } from "react-router";
import { useWhyNoWrites } from "#api/reachability.ts";
import { CutOffProvider } from "#ui/cut-off.ts";
import { rememberProject } from "../last-project.ts";
import { LoadingBar } from "./loading-bar.tsx";
import { OfflineBanner } from "./offline-banner.tsx";
import { Rail } from "./rail.tsx";
import { ShellBox } from "./shell-styles.ts";
import { TopBar } from "./top-bar.tsx";
import { useCurrentScope } from "./use-current-scope.ts";
import { useFocusOnNavigation } from "./use-focus-on-navigation.ts";

/** What stays while pages come and go. It is painted before anything is known. */
export function Shell() {
  const projectId = useCurrentScope()?.projectId;
  useFocusOnNavigation();

  // The browser remembers where to open the console next time.
  useEffect(() => {
    if (projectId !== undefined) rememberProject(projectId);
  }, [projectId]);

  return (
    <CutOffProvider value={useWhyNoWrites()}>
      <ShellBox>
        <a className="skip" href="#content">
          Skip to the content
        </a>
        <LoadingBar />
        <Rail />
        <div className="column">
          <TopBar />
          <OfflineBanner />
          <main id="content" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        <ScrollRestoration />
      </ShellBox>
    </CutOffProvider>
  );
}
