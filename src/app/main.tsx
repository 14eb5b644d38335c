import { createRoot } from "react-dom/client";
import { createBrowserRouter } from "react-router";
import { apiAnswersAfter } from "#api/client.ts";
import { watchReach } from "#api/reachability.ts";
import { followScheme } from "#ui/theme/scheme.ts";
import { App } from "./app.tsx";
import { fetchTheRestWhenIdle } from "./fetch-ahead.ts";
import { routes } from "./routes.tsx";

followScheme();
// The shell is painted at once; only what needs an answer waits for the mock to be ready.
if (__BACKEND__ === "mock") apiAnswersAfter(openMock());
else watchReach();

// In a task of its own: with all that was just loaded and run it would be one too long to come between.
setTimeout(mount);

function mount(): void {
  const root = document.getElementById("root");
  if (root === null) throw new Error("index.html has no element #root to mount the console in.");
  // A router begins to load when it is made: it is made here, when the API client knows what to wait for.
  const router = createBrowserRouter(routes);
  createRoot(root).render(<App router={router} />);

  // The demo must go on when its server is gone.
  if (__BACKEND__ === "mock") fetchTheRestWhenIdle(router);
}

async function openMock(): Promise<void> {
  const { startMockBackend } = await import("#mocks/doors/browser.ts");
  await startMockBackend();
}
