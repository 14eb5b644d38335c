import { expect, test } from "vitest";
import { addFleet } from "./add-fleet.ts";
import { nameOf } from "./device-names.ts";
import { nameOrder } from "./name-order.ts";
import { stage } from "./stage.ts";

test("seeded and given names are in one order, in any case", () => {
  const { world, act, projectId, external } = stage();
  const seed = (namePrefix: string, firstNumber: number, count: number, digits: number) =>
    addFleet(world, { projectId, namePrefix, firstNumber, count, digits, versions: {} });
  seed("pump-", 8, 4, 1);
  seed("Pump-", 100, 3, 3);
  seed("alarm-", 1, 2, 2);
  external("PUMP-100x");
  external("Valve");
  const deviceId = external("zero");
  act({ kind: "update-device", projectId, deviceId, change: { name: "a first one" } });
  const { devices, ranks } = nameOrder(world);
  expect([...devices].map((device) => nameOf(world, device))).toEqual([
    "a first one",
    "alarm-01",
    "alarm-02",
    "pump-10",
    "Pump-100",
    "PUMP-100x",
    "Pump-101",
    "Pump-102",
    "pump-11",
    "pump-8",
    "pump-9",
    "Valve",
  ]);
  expect([...devices].map((device) => ranks[device])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test("a name that changes moves its device", () => {
  const { world, act, projectId, external } = stage();
  const first = external("a");
  external("b");
  expect([...nameOrder(world).devices]).toEqual([0, 1]);
  act({ kind: "update-device", projectId, deviceId: first, change: { name: "c" } });
  expect([...nameOrder(world).devices]).toEqual([1, 0]);
});
