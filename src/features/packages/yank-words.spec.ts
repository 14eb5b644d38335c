import { expect, test } from "vitest";
import type { Artifact } from "#domain/artifact.ts";
import type { PackageId } from "#domain/ids.ts";
import { filesOfVersion, unyankWords, yankWords } from "./yank-words.ts";

function aFile(name: string, rest: Partial<Artifact> = {}): Artifact {
  const [packageId = "", version = ""] = name.split(/[@#]/);
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding
    id: name as Artifact["id"],
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding
    packageId: packageId as PackageId,
    version,
    tagIds: [],
    requires: new Map(),
    sizeBytes: 1,
    sha256: "00",
    type: "default",
    usedBy: 0,
    createdAtMs: 0,
    ...rest,
  };
}

test("the files of a version are its variants, not those of another version or package", () => {
  const files = [aFile("main@2.4.1"), aFile("main@2.4.1#rev-c"), aFile("main@2.4.0"), aFile("modem@2.4.1")];
  expect(filesOfVersion(aFile("main@2.4.1"), files).map(({ id }) => id)).toEqual(["main@2.4.1", "main@2.4.1#rev-c"]);
});

test.each([
  ["nobody uses", [aFile("main@1")], ["No new deployment can take it.", "No deployment holds it."]],
  [
    "one deployment holds",
    [aFile("main@1", { usedBy: 1 })],
    ["No new deployment can take it.", "The deployment that holds it goes on. Devices that run it keep it."],
  ],
  [
    "several deployments hold, in two variants",
    [aFile("main@1", { usedBy: 3 }), aFile("main@1#b", { usedBy: 2 })],
    [
      "No new deployment can take it: none of its 2 files is offered any more.",
      "The 3 deployments that hold it go on. Devices that run it keep it.",
    ],
  ],
])("yanking a version that %s", (_case, files, words) => expect(yankWords(files)).toEqual(words));

test("unyanking says once why it was yanked", () => {
  const yanked = { reason: "Boot loop.", atMs: 1 };
  expect(unyankWords([aFile("main@1", { yanked }), aFile("main@1#b", { yanked })])).toEqual([
    "New deployments can take it again.",
    "It was yanked because: Boot loop.",
  ]);
});
