import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { fnv1a, mix32 } from "#lib/hash.ts";
import type { Backend } from "#mocks/backend/app.ts";
import { declaredAnswers } from "./declared-answers.ts";
import { ask, fingerprintOf, reopenable } from "#mocks/backend/reopenable.ts";
import openapi from "../../src/contract/openapi.yaml?raw";

/** More of them, or others: `ODD_REQUESTS=100000 ODD_SEED=neap npm run unit -- odd-requests`. */
const REQUESTS = Number(process.env["ODD_REQUESTS"] ?? 5_000);
const SEED = process.env["ODD_SEED"] ?? "any request, spring tide";
const EPOCH_MS = Date.parse("2026-11-21T08:00:00Z");
const P = "/v1/projects/harbour-sensors";

type Operation = {
  readonly method: string;
  readonly path: string;
  readonly queries: readonly string[];
  /** What a body of it is made of. */
  readonly fields: readonly string[];
};
type Parameter = { readonly name?: string; readonly in?: string; readonly $ref?: string };
type Described = { readonly parameters?: readonly Parameter[]; readonly requestBody?: object };
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly properties?: object }>> };
};

const contract = parse(openapi) as Document;
const undeclared = declaredAnswers(openapi);
const METHODS = ["get", "post", "put", "patch", "delete"];
/** These take the world away, or spoil its answers: asked for at the end, or specified elsewhere (faults.spec.ts). */
const LAST = ["post /v1/world/reset", "put /v1/world", "delete /v1/projects/{projectId}"];
const NOWHERE = ["/{any}", "/v1/{any}", "/v1/projects/{projectId}/{any}", "/device/{deviceId}/{any}"];
const operations: readonly Operation[] = [
  ...NOWHERE.map((path) => ({ method: "GET", path, queries: [], fields: [] })),
  ...declared(),
];

function declared(): readonly Operation[] {
  return Object.entries(contract.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined && !LAST.includes(`${method} ${path}`)).map((method) => ({
      method: method.toUpperCase(),
      path,
      queries: (item[method]?.parameters ?? []).flatMap(({ name, in: where, $ref }) =>
        where === "query" ? (name ?? []) : ($ref?.match(/\/(page|perPage|at|updateMask)$/)?.[1] ?? []),
      ),
      fields: fieldsOf(item[method]?.requestBody ?? {}),
    })),
  );
}

function fieldsOf(requestBody: object): readonly string[] {
  const name = /schemas\/(\w+)/.exec(JSON.stringify(requestBody))?.[1] ?? "";
  return Object.keys(contract.components.schemas[name]?.properties ?? {});
}

/** Every name that a field of a body has anywhere in the contract. */
const FIELDS = [
  ...new Set(
    [...JSON.stringify(contract.components.schemas).matchAll(/"(\w+)":\{"(?:type|\$ref)"/g)].map(([, name]) => name!),
  ),
];

// Many to a line: they are to be skimmed, not read.
/* oxlint-disable unicorn/no-useless-spread */
const WORDS = [
  ...["__proto__", "constructor", "toString", "..", ".", "%00", "%ff", "%2e%2e%2f", "%", "%zz", "%ed%a0%80", "😀"],
  ...["a".repeat(3_000), "0123456789abcdef01234567", "main@1.0.0", "@", "0", "-1", "NaN", "1e99", "9".repeat(40)],
  ...["null", "true", "<b>", "' OR 1=1", "\u202eabc", "2026-11-21T08:00:00Z", "2026-02-30T25:00:00Z", ""],
];
const VALUES = [
  ...[null, true, false, 0, -1, 1, 1.5, 1e308, -0, "", " ", "main", "1.0.0", "\u0000", "\ud800", "x".repeat(5_000)],
  ...[
    [],
    {},
    [null],
    [""],
    ["a", "a"],
    [[]],
    [1],
    { a: 1 },
    { count: 1 },
    { percent: 1e308 },
    { percent: 5, atLeast: -1 },
  ],
  ...[{ preset: "standard" }, { preset: "careful", maxDevices: 0 }, { phases: [{}] }, { tagIds: [], blueprintIds: [] }],
  ...[
    "9223372036854775808",
    "AAEC",
    "2026-11-22T08:00:00Z",
    { deviceIds: ["x"] },
    1795334400000,
    9007199254740991,
    253402300799999,
  ],
];
/** Bodies that no encoder writes. */
const RAW: readonly (string | Uint8Array<ArrayBuffer>)[] = [
  ...[
    "{",
    "[]",
    "null",
    '"x"',
    "NaN",
    "{'name':1}",
    '{"name":1e999}',
    '{"seconds":-0}',
    '{"a":1,"a":2,"name":"x","name":7}',
  ],
  ...['{"__proto__":{"polluted":true},"name":"p"}', '{"constructor":{"prototype":{"polluted":true}}}', "\ufeff{}"],
  ...["[".repeat(100_000), '{"plan":'.repeat(20_000), `{"name":${"9".repeat(100_000)}}`, '{"name":"\\ud800"}', " \n\t"],
  ...[
    `{"filter":${'{"filter":'.repeat(2_000)}1${"}".repeat(2_001)}`,
    '{"name":"a\u0000b"}',
    '{"untilMs":1e400,"reason":"x"}',
  ],
  ...[
    Uint8Array.of(0x22, 0xff, 0x22),
    Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d),
    Uint8Array.of(0xbf),
    Uint8Array.of(0xa0),
  ],
  Uint8Array.of(...Array.from({ length: 3_000 }, () => 0x9f)),
];
const HEADERS: readonly Record<string, string>[] = [
  ...[{}, {}, {}, {}, {}, {}, {}, {}, {}, { "if-match": "*" }, { "if-match": '"x"' }, { "if-match": '"'.repeat(900) }],
  ...[{ "idempotency-key": "k" }, { "idempotency-key": "" }, { "idempotency-key": "k".repeat(7_000) }],
  ...[{ "content-type": "text/plain" }, { "content-type": "application/cbor" }, { "content-type": ";;;" }],
  ...[{ accept: "application/cbor" }, { accept: ";;;,q=" }, { range: "bytes=0-" }, { range: "bytes=9-1,5-" }],
  ...[{ "content-encoding": "gzip" }, { "x-long": "x".repeat(9_000) }, { "content-length": "-1" }],
];

/* oxlint-enable unicorn/no-useless-spread */

const world = reopenable("empty", EPOCH_MS);
let backend: Backend;
const ids: Record<string, readonly string[]> = {};

beforeAll(async () => {
  backend = world.open();
  const made = async (method: string, path: string, body: object) => (await ask(backend, method, path, body)).data;
  const organizationId: string = (await ask(backend, "GET", "/v1/organizations")).list[0].id;
  const O = `/v1/organizations/${organizationId}/projects/harbour-sensors`;
  await made("POST", `${O}/packages`, { packageId: "main" });
  const file = { projectId: "harbour-sensors", package: "main", version: "1.0.0", content: "AAEC" };
  const artifact = await made("POST", "/v1/artifacts", file);
  const tag = await made("POST", `${P}/tags`, { name: "site=pier" });
  const blueprint = await made("POST", `${P}/blueprints`, { name: "Buoy" });
  const cohort = await made("POST", `${O}/cohorts`, { name: "Deep" });
  const device = { cohortId: cohort.cohortId, tagIds: [tag.id], blueprintId: blueprint.id };
  const devices = [
    await made("POST", `${P}/devices`, { name: "a", ...device }),
    await made("POST", `${P}/devices`, { name: "b", ...device }),
  ];
  const deployments = `${O}/cohorts/${cohort.cohortId}/deployments`;
  const start = { name: "First", artifactIds: [artifact.id], plan: { preset: "standard" } };
  const deployment = await made("POST", deployments, start);
  const upload = { package: "main", version: "2", size: "3", sha256: "0".repeat(64) };
  const { uploadId } = await ask(backend, "POST", `${P}/artifact-uploads`, upload);
  const of = { organizationId, projectId: "harbour-sensors", packageId: "main", cohortId: cohort.cohortId, uploadId };
  const more = {
    artifactId: artifact.id,
    tagId: tag.id,
    blueprintId: blueprint.id,
    deploymentId: deployment.deploymentId,
  };
  for (const [name, id] of Object.entries({ ...of, ...more, component: "main@1.0.0", chunk: "0" })) ids[name] = [id];
  ids["deviceId"] = devices.map(({ id }) => id);
});

test(`${REQUESTS} odd requests, seeded, over every operation: none is answered 5xx or otherwise than declared, none that is refused has an effect`, async () => {
  const wrong: unknown[] = [];
  const seen = new Set<string>();
  for (let n = 0; n < REQUESTS; n += 1) {
    const { operation, request } = oddRequest(n);
    const before = (await world.journal.read()).length;
    const said = `${n}: ${request.method} ${request.url.slice(0, 300)}`;
    const answer = await backend.fetch(request);
    const text = await answer.text();
    if (answer.status < 400) seen.add(operation);
    const json = /json/.test(answer.headers.get("content-type") ?? "") && text !== "" ? JSON.parse(text) : undefined;
    const strange = undeclared(request.method, new URL(request.url).pathname, {
      status: answer.status,
      headers: answer.headers,
      json,
    });
    if (strange.length > 0) wrong.push([said, answer.status, strange]);
    if (answer.ok && request.method === "POST" && operation.endsWith("/deployments")) goDeeper(text);
    // 501 is an answer of its own: known, and not done here.
    if (answer.status >= 500 && answer.status !== 501) wrong.push([said, answer.status]);
    if (answer.status < 400) continue;
    if ((await world.journal.read()).length !== before) wrong.push([said, answer.status, "had an effect"]);
    if (request.method !== "HEAD") expect(JSON.parse(text), said).toMatchObject({ code: expect.any(Number) });
  }
  expect(wrong).toEqual([]);
  expect({}).not.toHaveProperty("polluted");
  expect({}).not.toHaveProperty("a");
  // Odd is not hopeless: a good part of them gets through to what it is about.
  expect(seen.size).toBeGreaterThan(50);
  expect(await fingerprintOf(await world.openWhole())).toBe(await fingerprintOf(backend));
}, 240_000);

test("what takes the world away is no easier to confuse", async () => {
  for (const [at, value] of VALUES.entries()) {
    for (const body of [{ seed: value }, { epoch: value }, { faults: value }, { speed: value }]) {
      const path = "faults" in body || "speed" in body ? "/v1/world" : "/v1/world/reset";
      const init = { method: path === "/v1/world" ? "PUT" : "POST", headers: { "content-type": "application/json" } };
      const sent = new Request(`http://backend.example${path}`, { ...init, body: JSON.stringify(body) });
      expect([at, (await backend.fetch(sent)).status]).toEqual([
        at,
        expect.toSatisfy((status: number) => status < 500),
      ]);
    }
  }
  await ask(backend, "DELETE", P);
  expect(await ask(backend, "GET", "/v1/projects")).toEqual({ list: [] });
});

/** A deployment was started: what is asked from now on is about it, too, until it is over as well. */
function goDeeper(text: string): void {
  const { data }: { data?: { deploymentId: string } } = JSON.parse(text);
  if (data !== undefined) ids["deploymentId"] = [data.deploymentId, ...(ids["deploymentId"] ?? [])].slice(0, 2);
}

type Pick = <T>(list: readonly T[]) => T;

function oddRequest(n: number): { readonly operation: string; readonly request: Request } {
  let drawn = 0;
  const pick: Pick = (list) => list[mix32(fnv1a(`${SEED}/${n}/${(drawn += 1)}`)) % list.length]!;
  const { method: usual, path, queries, fields } = pick(operations);
  const method = mostly(pick, usual, pick(["HEAD", "OPTIONS", "PUT", "POST", "DELETE"]));
  // Were everything deleted, there would be nothing left to ask about.
  const keeps = method === "DELETE" && /(project|cohort|device|package|blueprint|tag)Id}$/.test(path);
  const id = (name: string) => mostly(pick, pick((keeps ? undefined : ids[name]) ?? WORDS), pick(WORDS));
  const where = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => id(name));
  const asked = pick([[], [], [], [], [], queries, queries, ["at", "order"]]).map(
    (name) => `${name}=${pick([...WORDS, id(name)])}`,
  );
  const address = `http://backend.example${where}${asked.length === 0 ? "" : `?${asked.join("&")}`}`;
  const headers = { ...pick([{ "if-match": "*" }, {}]), ...pick(HEADERS) };
  const operation = `${usual} ${path}`;
  if (method === "GET" || method === "HEAD") return { operation, request: new Request(address, { method, headers }) };
  const told = JSON.stringify(Object.fromEntries(fields.map((name) => [name, likely(pick, name, n)])));
  const odd = JSON.stringify(Object.fromEntries([pick(fields), pick(FIELDS)].map((name) => [name, pick(VALUES)])));
  const body = pick([told, told, told, '{"reason":"odd"}', odd, pick(RAW)]);
  const type = typeof body === "string" ? { "content-type": "application/json" } : {};
  return { operation, request: new Request(address, { method, headers: { ...type, ...headers }, body }) };
}

/** What somebody who means it would send under a name, most of the time; or leave out. */
function likely(pick: Pick, name: string, n: number): unknown {
  const known = ids[name] ?? ids[name.replace(/s$/, "")];
  if (known !== undefined) return mostly(pick, name.endsWith("s") ? [...known] : known[0], undefined);
  const usual: Readonly<Record<string, unknown>> = {
    name: `odd ${n}`,
    reason: "It seemed odd",
    version: `1.${n}.0`,
    content: "AAEC",
    package: "main",
    plan: pick([{ preset: "urgent" }, { preset: "careful" }, { targeting: "snapshot" }, undefined]),
    enabled: n % 3 > 0,
    stopDownloads: true,
    untilMs: pick([1_795_334_400_000, 253_402_300_799_999, 9_007_199_254_740_991]),
    effectiveAtMs: pick([1_795_334_400_000, 253_402_300_799_999, 9_007_199_254_740_991]),
    seconds: pick([0, 60, 3_600]),
  };
  const meant = name === "filter" ? { tagIds: ids["tagId"], blueprintIds: [] } : usual[name];
  return mostly(pick, meant, pick(VALUES));
}

function mostly<T>(pick: Pick, usual: T, otherwise: T): T {
  return pick([usual, usual, usual, usual, usual, usual, usual, usual, otherwise]);
}
