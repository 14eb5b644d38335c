import type { Page } from "@playwright/test";
import type { SpoiltAnswer } from "#domain/world.ts";

/** Asks the backend behind a page, as another client of it would. @throws when the answer is no success. */
export async function ask(page: Page, method: string, path: string, body?: unknown): Promise<unknown> {
  const said = await page.evaluate(
    async ({ method, path, body }) => {
      const headers = { "content-type": "application/json", "idempotency-key": crypto.randomUUID() };
      const init = body === undefined ? { method } : { method, headers, body: JSON.stringify(body) };
      const answer = await fetch(path, init);
      return { ok: answer.ok, status: answer.status, text: await answer.text() };
    },
    { method, path, body },
  );
  if (!said.ok) throw new Error(`${method} ${path} was answered ${said.status}: ${said.text}`);
  return JSON.parse(said.text);
}

/** What becomes of the answers to the next acts, one after the other. Questions are answered as ever. */
export async function spoilNextAnswers(page: Page, nextAnswers: readonly SpoiltAnswer[]): Promise<void> {
  await ask(page, "PUT", "/v1/world", { faults: { nextAnswers } });
}
