import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { LogEntry } from "#mocks/backend/journal.ts";
import { directoryBlobs } from "./directory-blobs.ts";
import { fileJournal } from "./file-journal.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "slipway-journal-"));
});
afterEach(() => rm(directory, { recursive: true }));

const entry = (wallMs: number): LogEntry => ({ kind: "clock", worldMs: 0, wallMs, speed: 1, paused: false });
const path = () => join(directory, "worlds", "one.jsonl");

test("entries come back in the order they were appended, also by another reader", async () => {
  const journal = fileJournal(path());
  await Promise.all([1, 2, 3].map((wallMs) => journal.append(entry(wallMs))));
  expect(await fileJournal(path()).read()).toEqual([entry(1), entry(2), entry(3)]);
});

test("a journal that is not there yet is empty", async () => {
  expect(await fileJournal(path()).read()).toEqual([]);
});

test("a last line that a crash cut short is dropped, and does not spoil the next", async () => {
  const journal = fileJournal(path());
  await journal.append(entry(1));
  await appendFile(path(), '{"kind":"clo');
  const reopened = fileJournal(path());
  expect(await reopened.read()).toEqual([entry(1)]);
  await reopened.append(entry(2));
  expect(await fileJournal(path()).read()).toEqual([entry(1), entry(2)]);
});

test("a broken line in the middle is an error, and the file stays as it is", async () => {
  const broken = join(directory, "broken.jsonl");
  await writeFile(broken, `nonsense\n${JSON.stringify(entry(1))}\n`);
  await expect(fileJournal(broken).read()).rejects.toThrow(SyntaxError);
  expect(await readFile(broken, "utf8")).toContain("nonsense");
});

test("a cleared journal is empty and goes on", async () => {
  const journal = fileJournal(path());
  await journal.append(entry(1));
  await journal.clear();
  await journal.append(entry(2));
  expect(await fileJournal(path()).read()).toEqual([entry(2)]);
});

test("blobs are kept as files, found by prefix, and gone when removed", async () => {
  const blobs = directoryBlobs(join(directory, "blobs"));
  expect(await blobs.keys("")).toEqual([]);
  await blobs.write("upload/a/chunk/0", Uint8Array.of(1, 2));
  await blobs.write("upload/a/plan", Uint8Array.of(3));
  await blobs.write("artifact/b", Uint8Array.of(4));
  expect((await blobs.keys("upload/a/")).toSorted()).toEqual(["upload/a/chunk/0", "upload/a/plan"]);
  expect(await blobs.read("artifact/b")).toEqual(Uint8Array.of(4));
  await blobs.remove("artifact/b");
  expect(await blobs.read("artifact/b")).toBeUndefined();
  await blobs.clear();
  expect(await blobs.keys("")).toEqual([]);
});
