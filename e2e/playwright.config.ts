import { defineConfig } from "@playwright/test";
import { findBrowser } from "./run/find-browser.ts";
import { launchOptions } from "./run/launch-options.ts";
import { CONSOLE_PORT, DEMO_PORT, MOCK_PORT, originOf } from "./support/ports.ts";
import { EPOCH, SEED } from "./support/world.ts";

// Looked for once: the workers, which read this file too, inherit the answer.
process.env["CHROMIUM"] ??= findBrowser();

const isCi = process.env["CI"] !== undefined;
const serves = {
  cwd: "..",
  timeout: 180_000,
  reuseExistingServer: false,
  gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
} as const;
const report = process.env["PLAYWRIGHT_JSON_OUTPUT_FILE"];

export default defineConfig({
  testDir: ".",
  testMatch: "*.e2e.ts",
  outputDir: "../test-results/e2e",
  fullyParallel: true,
  forbidOnly: isCi,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: report === undefined ? "line" : [["line"], ["json", { outputFile: report }]],
  use: {
    baseURL: originOf(DEMO_PORT),
    viewport: { width: 1280, height: 720 },
    locale: "en-GB",
    timezoneId: "UTC",
    reducedMotion: "reduce",
    actionTimeout: 20_000,
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: launchOptions(process.env["CHROMIUM"]),
  },
  webServer: [
    { ...serves, command: `node --import tsx src/site/start.ts --port ${DEMO_PORT}`, url: originOf(DEMO_PORT) },
    {
      ...serves,
      command: `node --import tsx mocks/doors/cli.ts --port ${MOCK_PORT} --world demo --seed ${SEED} --epoch ${EPOCH}`,
      url: `${originOf(MOCK_PORT)}/v1/capabilities`,
    },
    {
      ...serves,
      command: `node --import tsx src/site/start.ts --port ${CONSOLE_PORT} --backend ${originOf(MOCK_PORT)}`,
      url: originOf(CONSOLE_PORT),
    },
  ],
});
