import { afterEach, expect, test, vi } from "vitest";
import { client } from "./client.ts";
import { remove } from "./remove.ts";

afterEach(() => vi.unstubAllGlobals());

function answered(status: number, code: number, message: string): void {
  vi.stubGlobal("fetch", async () => Response.json({ code, message, details: [] }, { status }));
}

const removeTag = () =>
  remove("delete the tag", "t1", (init) =>
    client.DELETE("/v1/projects/{projectId}/tags/{tagId}", {
      params: { path: { projectId: "p", tagId: "t1" } },
      ...init,
    }),
  );

test("what is not there any more counts as deleted, since the first answer may have been lost", async () => {
  answered(404, 5, "tag not found");
  expect(await removeTag()).toBe("t1");
});

test("what is refused is not deleted", async () => {
  answered(409, 10, "tag in use");
  await expect(removeTag()).rejects.toThrow("Could not delete the tag: tag in use.");
});
