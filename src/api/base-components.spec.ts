import { expect, test } from "vitest";
import { decodeArtifact } from "#contract/artifact.ts";
import { decodeDeployment } from "#contract/deployment.ts";
import deploymentExample from "#contract/examples/deployment.json";
import { lacksComponents, withComponents } from "./base-components.ts";

const artifact = (id: string, packageId: string, version: string) =>
  decodeArtifact({ id, package: packageId, version, size: "1", createdAt: "2026-11-20T08:00:00Z" });
const base = (artifactIds: readonly string[]) =>
  decodeDeployment({ ...deploymentExample, artifactIds, components: undefined });

test("components are looked up by the deployment's artifacts, variants together, in package order", () => {
  const artifacts = [
    artifact("a1", "modem", "1.3.2"),
    artifact("a2", "main", "1.2.6"),
    artifact("a3", "main", "1.2.6"),
    artifact("a4", "main", "9.9.9"),
  ];
  expect(withComponents(base(["a1", "a2", "a3"]), artifacts).components).toEqual([
    { packageId: "main", version: "1.2.6", artifactIds: ["a2", "a3"] },
    { packageId: "modem", version: "1.3.2", artifactIds: ["a1"] },
  ]);
});

test("a deployment that says its components keeps them", () => {
  const whole = decodeDeployment(deploymentExample);
  expect(lacksComponents(whole)).toBe(false);
  expect(withComponents(whole, [])).toBe(whole);
});

test("only a deployment of something can lack components", () => {
  expect(lacksComponents(base(["a1"]))).toBe(true);
  expect(lacksComponents(base([]))).toBe(false);
});
