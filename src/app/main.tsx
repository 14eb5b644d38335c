import { createRoot } from "react-dom/client";
import { apiAnswersAfter } from "#api/client.ts";
import { followScheme } from "#ui/theme/scheme.ts";
import { App } from "./app.tsx";
import { fetchTheRestWhenIdle } from "./fetch-ahead.ts";

followScheme();
// The shell is painted at once; only what needs an answer waits for the mock to be ready.
if (__BACKEND__ === "mock") apiAnswersAfter(openMock());

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element #root to mount the console in.");
createRoot(root).render(<App />);

// The demo must go on when its server is gone.
if (__BACKEND__ === "mock") fetchTheRestWhenIdle();

async function openMock(): Promise<void> {
  const { startMockBackend } = await import("#mocks/doors/browser.ts");
  await startMockBackend();
}
