import { expect, test } from "vitest";
import { movedNumbers } from "./moved-numbers.ts";
import { impact, packageId, packageImpact } from "./specimens.ts";

const shown = impact({
  packages: [packageImpact("main@2", { upgrade: 10, alreadyThere: 2, offline: 1 }), packageImpact("modem@1")],
});

test("nothing moved", () => {
  expect(movedNumbers(shown, shown)).toEqual(new Map());
});

test("each figure that moved says what it was", () => {
  const latest = impact({
    packages: [packageImpact("main@2", { upgrade: 9, alreadyThere: 3, offline: 1 }), packageImpact("modem@1")],
  });
  expect(movedNumbers(shown, latest)).toEqual(
    new Map([
      [
        packageId("main"),
        new Map([
          ["upgrade", 10],
          ["alreadyThere", 2],
        ]),
      ],
    ]),
  );
});

test("devices that come and go are not worth a mark", () => {
  const latest = impact({ packages: [packageImpact("main@2", { upgrade: 10, alreadyThere: 2, offline: 7 })] });
  expect(movedNumbers(shown, latest)).toEqual(new Map());
});

test("a package that was not shown has no before", () => {
  expect(movedNumbers(impact(), shown)).toEqual(new Map());
});
