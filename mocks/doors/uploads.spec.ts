import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOSTS, servedWorld, type ServedWorld } from "./every-host.ts";

const UPLOADS = "/v1/projects/harbour-sensors/artifact-uploads";
const file = Uint8Array.from({ length: 1_048_576 + 500 }, (_, at) => at % 251);
const sha256 = createHash("sha256").update(file).digest("hex");
const chunks = [file.slice(0, 1_048_576), file.slice(1_048_576)] as const;

describe.each(HOSTS)("an upload in chunks over %s", (host) => {
  let world: ServedWorld;
  beforeAll(async () => {
    world = await servedWorld(host);
    const { json } = await world.call("GET", "/v1/organizations");
    const O = `/v1/organizations/${json.list[0].id}/projects/harbour-sensors`;
    await world.call("POST", `${O}/packages`, { body: { packageId: "main" } });
  });
  afterAll(() => world.close());

  async function begun(version: string, hash = sha256): Promise<string> {
    const body = { package: "main", version, size: String(file.length), sha256: hash };
    const { json } = await world.call("POST", UPLOADS, { body });
    expect(json).toMatchObject({ chunkBytes: 1_048_576, received: [] });
    return `${UPLOADS}/${json.uploadId}`;
  }

  test("ends as an artifact, whatever order its chunks came in and however often", async () => {
    const upload = await begun("1.0.0");
    for (const n of [1, 0, 1] as const) await world.call("PUT", `${upload}/chunks/${n}`, { body: chunks[n] });
    expect((await world.call("GET", upload)).json.received).toEqual([0, 1]);
    const { json } = await world.call("POST", `${upload}/complete`);
    expect(json.data).toMatchObject({ version: "1.0.0", size: "1049076", sha256, type: "default" });
    expect((await world.call("POST", `${upload}/complete`)).json.data.id).toBe(json.data.id);
  });

  test("is not complete while a chunk is missing", async () => {
    const upload = await begun("1.1.0");
    await world.call("PUT", `${upload}/chunks/0`, { body: chunks[0] });
    const { status, json } = await world.call("POST", `${upload}/complete`);
    expect([status, json.details[0].facts]).toEqual([422, { received: [0] }]);
  });

  test("of other bytes than were said is refused", async () => {
    const upload = await begun("1.2.0", "0".repeat(64));
    for (const n of [0, 1] as const) await world.call("PUT", `${upload}/chunks/${n}`, { body: chunks[n] });
    const { status, json } = await world.call("POST", `${upload}/complete`);
    expect([status, json.details[0].field]).toEqual([422, "sha256"]);
  });

  test("takes chunks of the right size and number only", async () => {
    const upload = await begun("1.3.0");
    expect((await world.call("PUT", `${upload}/chunks/0`, { body: chunks[1] })).status).toBe(422);
    expect((await world.call("PUT", `${upload}/chunks/2`, { body: chunks[1] })).status).toBe(404);
    expect((await world.call("PUT", `${upload}/chunks/1`, { body: file })).status).toBe(413);
    expect((await world.call("PUT", `${UPLOADS}/000000000000000000000000/chunks/0`, { body: chunks[1] })).status).toBe(
      404,
    );
  });

  test.each([
    ["without bytes", { size: "0" }, 422, "size"],
    ["of 52,428,801 bytes", { size: "52428801" }, 413, "size"],
    ["of a size that is no number", { size: "big" }, 400, "size"],
    ["without a hash", { sha256: undefined }, 400, "sha256"],
    ["with a hash that is none", { sha256: "ABC" }, 400, "sha256"],
    ["of a package that is not there", { package: "modem" }, 404, undefined],
    ["of a version that is there", { version: "1.0.0" }, 409, "version"],
    ["of a version with a blank", { version: "2 0" }, 400, "version"],
    ["for a blueprint that is not there", { blueprintId: "x" }, 404, "blueprintId"],
    ["for a tag that is not there", { tagIds: ["x"] }, 404, "tagIds"],
    ["that requires no range", { requires: { main: "?" } }, 400, "requires"],
  ])("of a file %s is refused at once", async (_, change, status, field) => {
    const body = { package: "main", version: "2.0.0", size: "5", sha256, ...change };
    const answer = await world.call("POST", UPLOADS, { body });
    expect([answer.status, answer.json.details[0].field]).toEqual([status, field]);
  });
});
