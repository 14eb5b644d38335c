import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import text from "./openapi.yaml?raw";

type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly "x-slipway"?: boolean;
  readonly parameters?: readonly { readonly $ref?: string }[];
  readonly responses: Readonly<Record<string, { readonly $ref?: string }>>;
};
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

const { paths } = parse(text) as Document;
const METHODS = ["get", "post", "put", "patch", "delete"];
const operations = Object.entries(paths).flatMap(([path, item]) =>
  METHODS.flatMap((method) => {
    const operation = item[method];
    return operation === undefined ? [] : [{ path, method, operation, name: `${method} ${path}` }];
  }),
);

test("every operation has an id of its own and says what it does", () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(operations.filter(({ operation }) => !operation.summary)).toEqual([]);
});

test("every operation declares the error body", () => {
  const silent = operations.filter(
    ({ operation }) => operation.responses["default"]?.$ref !== "#/components/responses/Problem",
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test("every POST takes an idempotency key, except a device's report and log", () => {
  const keyless = operations.filter(
    ({ method, operation }) =>
      method === "post" && !operation.parameters?.some(({ $ref }) => $ref === "#/components/parameters/idempotencyKey"),
  );
  expect(keyless.map(({ path }) => path)).toEqual(["/device/{deviceId}/.u/c/{component}", "/device/{deviceId}/.u/log"]);
});

describe("what is ours is marked, what is Golioth's is not", () => {
  const ours = operations.filter(({ operation }) => operation["x-slipway"] === true).map(({ name }) => name);
  const P = "/v1/projects/{projectId}";
  const O = "/v1/organizations/{organizationId}/projects/{projectId}";
  const D = `${O}/cohorts/{cohortId}/deployments/{deploymentId}`;

  test.each([
    `get ${P}/devices`,
    `post ${P}/tags`,
    "post /v1/artifacts",
    `put ${O}/cohorts/{cohortId}`,
    `post ${O}/cohorts/{cohortId}/deployments`,
    `get ${O}/ota-events/stats`,
  ])("%s is Golioth's", (name) => {
    expect(operations.map((one) => one.name)).toContain(name);
    expect(ours).not.toContain(name);
  });

  test.each([
    "get /v1/capabilities",
    "post /v1/world/advance",
    `get ${D}/pulse`,
    `get ${D}/targets/{deviceId}/why`,
    `post ${D}/cancel`,
    `post ${D}/pause`,
    `post ${D}/targets/{deviceId}/hold`,
    `get ${D}/events`,
    `get ${O}/audit`,
    `post ${O}/cohorts/filter-preview`,
    `post ${O}/cohorts/{cohortId}/freeze`,
    `post ${O}/cohorts/{cohortId}/rehearsals`,
    `post ${P}/artifacts/{artifactId}/yank`,
    `delete ${P}/devices/{deviceId}/pending-membership`,
    `post ${O}/cohorts/{cohortId}/impact`,
    `put ${P}/artifact-uploads/{uploadId}/chunks/{chunk}`,
    "get /device/{deviceId}/.u/desired",
  ])("%s is ours", (name) => {
    expect(ours).toContain(name);
  });
});
