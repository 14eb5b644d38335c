import { expect, test } from "vitest";
import { parse } from "yaml";
import openapi from "../../src/contract/openapi.yaml?raw";
import { createRouter } from "./router.ts";

const METHODS = ["get", "post", "put", "patch", "delete"];

test("what the contract declares is what is answered: no operation is missing, and none is a secret", () => {
  const { paths } = parse(openapi) as { paths: Readonly<Record<string, object>> };
  const declared = Object.entries(paths).flatMap(([path, item]) =>
    METHODS.filter((method) => Object.hasOwn(item, method)).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const answered = createRouter()
    .routes.filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
  expect(answered.toSorted()).toEqual(declared.toSorted());
});
