import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { servedWorld, type Asked, type ServedWorld } from "./every-host.ts";

const P = "/v1/projects/harbour-sensors";

let world: ServedWorld;
let O: string;
let device: string;
let made = 0;
beforeAll(async () => {
  world = await servedWorld("fetch");
  O = `/v1/organizations/${(await world.call("GET", "/v1/organizations")).json.list[0].id}/projects/harbour-sensors`;
  for (const packageId of ["main", "modem"]) await world.call("POST", `${O}/packages`, { body: { packageId } });
});
beforeEach(async () => {
  made += 1;
  device = (await world.call("POST", `${P}/devices`, { body: { name: `gauge-${made}` } })).json.data.id;
});

async function said() {
  const { metadata } = (await world.call("GET", `${P}/devices/${device}`)).json.data;
  const { version, target, stateCode, reasonCode } = metadata.update.main ?? {};
  return [stateCode, reasonCode, version, target];
}

const cbor = (hex: string): Asked => ({
  body: new Uint8Array(Buffer.from(hex, "hex")),
  headers: { "content-type": "application/cbor" },
});

describe("a report is taken, and what it leaves out is the server's default", () => {
  test.each<[what: string, asked: Asked, kept: readonly (string | undefined)[]]>([
    ["everything", { body: { state: 1, reason: 0, package: "main", version: "1", target: "2" } }, ["1", "0", "1", "2"]],
    ["a version alone", { body: { version: "1" } }, ["0", "0", "1", undefined]],
    ["an empty object", { body: {} }, ["0", "0", undefined, undefined]],
    ["no body", {}, ["0", "0", undefined, undefined]],
    ["an empty version and target", { body: { version: "", target: "" } }, ["0", "0", undefined, undefined]],
    ["fields that nobody knows", { body: { version: "1", rssi: -70 } }, ["0", "0", "1", undefined]],
    ["numbers that no table knows", { body: { state: 9, reason: 77 } }, ["9", "77", undefined, undefined]],
    ["an empty map of CBOR", cbor("a0"), ["0", "0", undefined, undefined]],
    ["an endless map of CBOR with nothing in it", cbor("bfff"), ["0", "0", undefined, undefined]],
    ["the package of its address", { body: { package: "main" } }, ["0", "0", undefined, undefined]],
  ])("%s", async (_, asked, kept) => {
    expect((await world.call("POST", `/device/${device}/.u/c/main`, asked)).status).toBe(200);
    expect(await said()).toEqual(kept);
  });
});

describe("a report is refused, and nothing of it is kept", () => {
  test.each<[what: string, asked: Asked, status: number]>([
    ["about another package than its address", { body: { package: "modem" } }, 400],
    ["with a state that is no number", { body: { state: "idle" } }, 400],
    ["with a negative reason", { body: { reason: -1 } }, 400],
    ["that is a list", { body: "[]", headers: { "content-type": "application/json" } }, 400],
    ["of CBOR without a byte", cbor(""), 400],
    ["of CBOR that is no map", cbor("80"), 400],
    ["in words", { body: "IDLE", headers: { "content-type": "text/plain" } }, 415],
  ])("%s", async (_, asked, status) => {
    expect((await world.call("POST", `/device/${device}/.u/c/main`, asked)).status).toBe(status);
    expect(await said()).toEqual([undefined, undefined, undefined, undefined]);
  });
});

test("a package that the project does not know is taken and changes nothing", async () => {
  expect((await world.call("POST", `/device/${device}/.u/c/radio`, { body: { version: "1" } })).status).toBe(200);
  expect((await world.call("GET", `${P}/devices/${device}`)).json.data.metadata.update).toEqual({});
});

test("devices send no keys: one is passed over, and what is said twice is heard twice", async () => {
  const asked = { body: { version: "1" }, headers: { "idempotency-key": "same" } };
  await world.call("POST", `/device/${device}/.u/c/main`, asked);
  await world.call("POST", `/device/${device}/.u/c/main`, { ...asked, body: { version: "2" } });
  expect(await said()).toEqual(["0", "0", "2", undefined]);
  expect((await world.call("GET", `${O}/ota-events?deviceId=${device}`)).json.list).toHaveLength(2);
});
