import { describe, expect, test } from "vitest";
import type { Artifact } from "#domain/artifact.ts";
import type { PackageId } from "#domain/ids.ts";
import type { Package } from "#domain/package.ts";
import { matching, summariesOf, summaryOf } from "./package-summary.ts";
import {
  keptReason,
  packageSentence,
  mainWords,
  packageKeptReason,
  packagesSentence,
  usageText,
  usedByText,
} from "./package-words.ts";

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding
const id = (text: string) => text as PackageId;

function aPackage(name: string, main = false, description = ""): Package {
  return { id: id(name), description, main, metadata: new Map(), createdAtMs: 0, updatedAtMs: 0 };
}

function anArtifact(packageId: string, version: string, usedBy = 0, createdAtMs = 0): Artifact {
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding
    id: `${packageId}@${version}#${createdAtMs}` as Artifact["id"],
    packageId: id(packageId),
    version,
    tagIds: [],
    requires: new Map(),
    sizeBytes: 1,
    sha256: "00",
    type: "default",
    usedBy,
    createdAtMs,
  };
}

describe("a list of packages", () => {
  test("has the main one first, then the others by id", () => {
    const summaries = summariesOf([aPackage("modem"), aPackage("ca-certs"), aPackage("main", true)], []);
    expect(summaries.map(({ about }) => about.id)).toEqual(["main", "ca-certs", "modem"]);
  });

  test("counts versions, not variants, and names the newest by version order", () => {
    const artifacts = [
      anArtifact("main", "2.9.0", 3, 1),
      anArtifact("main", "2.10.0", 0, 2),
      anArtifact("main", "2.10.0", 0, 3),
      anArtifact("modem", "9.0.0"),
    ];
    const [main] = summariesOf([aPackage("main", true)], artifacts);
    expect(main).toMatchObject({ versionCount: 2, usedVersionCount: 1, newest: { version: "2.10.0", createdAtMs: 3 } });
  });

  test("a package without artifacts has no newest version", () => {
    const [main] = summariesOf([aPackage("main", true)], []);
    expect(main?.newest).toBeUndefined();
  });

  test("is searched by id and description", () => {
    const summaries = summariesOf([aPackage("modem", false, "LTE firmware"), aPackage("main")], []);
    expect(matching(summaries, " lte ").map(({ about }) => about.id)).toEqual(["modem"]);
    expect(matching(summaries, "").length).toBe(2);
  });
});

describe("the sentence", () => {
  const used = anArtifact("main", "1.0.0", 1);
  test.each([
    [
      "names the main package",
      [aPackage("main", true), aPackage("modem")],
      [used],
      "2 packages, 1 of them in no deployment. The main one is main.",
    ],
    [
      "says when there is none",
      [aPackage("a"), aPackage("b")],
      [],
      "2 packages, not in any deployment yet. None is marked as main.",
    ],
    ["of a single package", [aPackage("main", true)], [used], "1 package, in use. The main one is main."],
    [
      "of a single unused package",
      [aPackage("main", true)],
      [],
      "1 package, not in any deployment yet. The main one is main.",
    ],
  ])("%s", (_case, packages, artifacts, sentence) => {
    expect(packagesSentence(summariesOf(packages, artifacts))).toBe(sentence);
  });
});

describe("where a backend does not say what deployments use,", () => {
  const artifact = (version: string): Artifact => {
    const { usedBy: _, ...unsaid } = anArtifact("main", version);
    return unsaid;
  };

  test("no sentence does, and no row", () => {
    const [main, ...others] = summariesOf([aPackage("main", true)], [artifact("1.0.0"), artifact("1.1.0")]);
    expect(others).toEqual([]);
    expect(main === undefined ? "" : packagesSentence([main])).toBe("1 package. The main one is main.");
    expect(main === undefined ? "" : packageSentence(main)).toBe("2 versions, the newest 1.1.0.");
    expect(main === undefined ? "" : usageText(main)).toBe("");
  });

  test("an artifact is not kept from being deleted", () => {
    expect([usedByText(undefined), keptReason(undefined)]).toEqual(["", undefined]);
  });
});

describe("use", () => {
  test("of a package is told in versions", () => {
    const [main] = summariesOf([aPackage("main")], [anArtifact("main", "1.0.0", 2), anArtifact("main", "1.1.0")]);
    expect(main === undefined ? "" : usageText(main)).toBe("1 of 2 versions");
  });

  test.each([
    [0, "not in use", undefined],
    [1, "1 deployment", "1 deployment names it, so it is kept for the record."],
    [1_204, "1,204 deployments", "1,204 deployments name it, so it is kept for the record."],
  ])("of an artifact by %i deployments", (usedBy, text, reason) => {
    expect([usedByText(usedBy), keptReason(usedBy)]).toEqual([text, reason]);
  });

  test("a package with versions is not deleted", () => {
    expect(packageKeptReason({ versionCount: 1 })).toBe("It has 1 version. Delete its artifacts first.");
    expect(packageKeptReason({ versionCount: 0 })).toBeUndefined();
  });
});

test("making a package the main one says which stops being it", () => {
  expect(mainWords("modem", "main")).toBe(
    "modem becomes the main package: the one that the device's own update code installs. main stops being it.",
  );
  expect(mainWords("modem", undefined)).toBe(
    "modem becomes the main package: the one that the device's own update code installs.",
  );
});

describe("a package's own sentence", () => {
  const about = aPackage("modem", false, "LTE firmware.");
  test.each([
    ["without versions", [], "LTE firmware. Nothing was uploaded yet."],
    [
      "with one that is not used",
      [anArtifact("modem", "1.0")],
      "LTE firmware. 1 version, 1.0; no deployment uses it yet.",
    ],
    ["with one that is used", [anArtifact("modem", "1.0", 4)], "LTE firmware. 1 version, 1.0; it is in use."],
    [
      "with several",
      [anArtifact("modem", "1.0", 4), anArtifact("modem", "1.1")],
      "LTE firmware. 2 versions, the newest 1.1; 1 of them is in use.",
    ],
  ])("%s", (_case, artifacts, sentence) => {
    expect(packageSentence(summaryOf(about, artifacts))).toBe(sentence);
  });
});

describe("yanked versions", () => {
  const about = aPackage("modem");
  const yank = (artifact: Artifact): Artifact => ({ ...artifact, yanked: { reason: "Boot loop.", atMs: 1 } });

  test("do not count as the newest, while another may be deployed", () => {
    const summary = summaryOf(about, [anArtifact("modem", "1.0", 1), yank(anArtifact("modem", "1.1"))]);
    expect(summary).toMatchObject({ yankedVersionCount: 1, newest: { version: "1.0" } });
    expect(packageSentence(summary)).toBe("2 versions, the newest 1.0; 1 of them is in use. 1\u00a0is yanked.");
  });

  test("are yanked when none of their files may be deployed", () => {
    const files = [yank(anArtifact("modem", "1.0", 0, 1)), anArtifact("modem", "1.0", 0, 2)];
    expect(summaryOf(about, files).yankedVersionCount).toBe(0);
  });

  test("are said when there is no other", () => {
    const one = [yank(anArtifact("modem", "1.0"))];
    expect(packageSentence(summaryOf(about, one))).toBe("1 version, 1.0; no deployment uses it yet. It is yanked.");
    const two = [...one, yank(anArtifact("modem", "1.1"))];
    expect(packageSentence(summaryOf(about, two))).toBe(
      "2 versions, the newest 1.1; no deployment uses any yet. All are yanked, so none can be deployed.",
    );
  });
});
