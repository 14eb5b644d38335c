import { expect, test as base } from "@playwright/test";

/** Console messages that a test provokes on purpose, e.g. the browser's own line about an answer of 409. */
type Options = { readonly provokes: RegExp | undefined };

/**
 * Playwright's `test`, failing when any page of the test logs an error, throws, breaks the content security policy
 * (Chromium logs that as an error) or asks a foreign host for anything.
 */
export const test = base.extend<Options & { quiet: undefined }>({
  provokes: [undefined, { option: true }],
  quiet: [
    async ({ context, provokes }, use) => {
      const noises: string[] = [];
      context.on("console", (message) => {
        if (message.type() === "error") noises.push(`${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => noises.push(`${error.error()}`));
      context.on("request", (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (protocol.startsWith("http") && hostname !== "127.0.0.1") noises.push(`A request left for ${hostname}`);
      });
      await use(undefined);
      expect(noises.filter((noise) => provokes?.test(noise) !== true)).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
