import { describe, expect, test } from "vitest";
import type { DeviceId } from "#domain/ids.ts";
import { calloutsOf } from "./callouts.ts";
import { presetOf, withName, withPick } from "./draft.ts";
import { DEFAULT_PLAN } from "./plan-choice.ts";
import { around, cohort, deployment, impact, packageId, packageImpact } from "./specimens.ts";
import { plainText } from "./words.ts";

const active = deployment("d1", "Autumn fixes", { main: "2.4.1" });
const here = around({ active });
const draft = withPick(presetOf(here), packageId("main"), "2.5.0", here);
type Said = Partial<Parameters<typeof calloutsOf>[0]>;
const callouts = (said: Said) =>
  calloutsOf({ draft, cohort: cohort(), active, impact: impact(), takenNames: [], ...said });
const sentences = (said: Said) => callouts(said).map(({ words }) => plainText(words));

test("an ordinary deployment calls for no attention", () => {
  expect(callouts({})).toEqual([]);
});

describe("the plan", () => {
  const frozen = { reason: "Fair week" };

  test("a frozen cohort takes no start now; one to come waits for its thaw", () => {
    expect(sentences({ cohort: cohort({ frozen }) })).toEqual([
      "The cohort is frozen and takes no start: “Fair week”.",
    ]);
    const later = { ...draft, plan: { ...DEFAULT_PLAN, start: "at" } } as const;
    expect(sentences({ draft: later, cohort: cohort({ frozen }) })).toEqual([
      "The cohort is frozen, and nothing is offered before it thaws: “Fair week”.",
    ]);
  });

  test("chosen devices are not what all the numbers are about", () => {
    const devices = [{ id: "d1" as DeviceId, name: "sensor-1" }];
    const chosen = { ...draft, plan: { ...DEFAULT_PLAN, targeting: "chosen", devices } } as const;
    expect(sentences({ draft: chosen })).toEqual([
      "Only the chosen device gets it. All other numbers here are of the whole cohort.",
    ]);
  });
});

describe("what devices report", () => {
  test("devices that would go back, from one version", () => {
    const main = packageImpact(
      "main@2.5.0",
      { downgrade: 12 },
      { downgradeFrom: [{ version: "3.0.0-rc", count: 12 }] },
    );
    expect(sentences({ impact: impact({ packages: [main] }) })).toEqual([
      "12 devices would go back to main 2.5.0 from 3.0.0-rc.",
    ]);
  });

  test("devices that would go back, from several versions", () => {
    const downgradeFrom = [
      { version: "3.0.0", count: 1_000 },
      { version: "2.9.0", count: 3 },
    ];
    const main = packageImpact("main@2.5.0", { downgrade: 1_003 }, { downgradeFrom });
    expect(sentences({ impact: impact({ packages: [main] }) })).toEqual([
      "1,003 devices would go back to main 2.5.0 from 3.0.0 (1,000), 2.9.0 (3).",
    ]);
  });

  test("devices that nothing fits", () => {
    const packages = [packageImpact("main@2.5.0", { incompatible: 9 }), packageImpact("calib@14", { incompatible: 1 })];
    expect(sentences({ impact: impact({ packages }) })).toEqual([
      "9 devices have no artifact that fits of main 2.5.0, and will be marked “no artifact”.",
      "1 device has no artifact that fits of calib 14, and will be marked “no artifact”.",
    ]);
  });

  test("devices that are busy with the deployment before", () => {
    expect(sentences({ impact: impact({ busy: 37 }) })).toEqual([
      "37 devices are still busy with “Autumn fixes”. What they have begun to install is finished first, the rest is superseded.",
    ]);
    expect(sentences({ impact: impact({ busy: 1 }) })).toEqual([
      "1 device is still busy with “Autumn fixes”. What it has begun to install is finished first, the rest is superseded.",
    ]);
  });

  test("members that take no part", () => {
    expect(sentences({ impact: impact({ disabled: 5 }) })).toEqual([
      "5 devices of the cohort are disabled and take no part.",
    ]);
  });

  test("limits of stock code stand together, below the rest", () => {
    const found = callouts({ impact: impact({ warnings: ["One.", "Two."], busy: 2 }) });
    expect(found.map(({ id, tone, list }) => [id, tone, list])).toEqual([
      ["busy", "caution", undefined],
      ["stock", "info", ["One.", "Two."]],
    ]);
  });
});

describe("what the deployment is", () => {
  test("the same as the active one", () => {
    expect(sentences({ draft: presetOf(here) })).toEqual([
      "Nothing changes: “Autumn fixes” deploys exactly this already.",
    ]);
  });

  test("for a cohort without devices", () => {
    expect(sentences({ cohort: cohort({ deviceCount: 0 }) })).toEqual([
      "This cohort has no devices yet. Devices that join it get this deployment.",
    ]);
  });

  test("under a name used before", () => {
    expect(sentences({ draft: withName(draft, " Winter "), takenNames: ["Autumn fixes", "Winter"] })).toEqual([
      "The name was used before: this cohort has a deployment “Winter”.",
    ]);
  });

  test("in a frozen cohort, before all else", () => {
    const frozen = cohort({ frozen: { reason: "Trade fair" }, deviceCount: 0 });
    expect(sentences({ cohort: frozen })[0]).toBe("The cohort is frozen and takes no start: “Trade fair”.");
  });

  test("is said without an impact too", () => {
    expect(sentences({ draft: presetOf(here), impact: undefined })).toEqual([
      "Nothing changes: “Autumn fixes” deploys exactly this already.",
    ]);
  });
});
