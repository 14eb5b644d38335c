import { describe, expect, test } from "vitest";
import { decodeActor, encodeActor } from "./actor.ts";
import { decodeArtifact, encodeArtifact } from "./artifact.ts";
import { decodeAuditPage, encodeAuditPage } from "./audit.ts";
import { decodeBlueprint, encodeBlueprint } from "./blueprint.ts";
import { decodeCapabilities, encodeCapabilities } from "./capabilities.ts";
import { decodeCohort, encodeCohort } from "./cohort.ts";
import { decodeDeployment, encodeDeployment } from "./deployment.ts";
import { decodeDeploymentEvents, encodeDeploymentEvents } from "./deployment-event.ts";
import { decodeDevicePastTarget, encodeDevicePastTarget } from "./device-history.ts";
import { decodeDevice, encodeDevice } from "./device.ts";
import actor from "./examples/me.json";
import artifact from "./examples/artifact.json";
import audit from "./examples/audit.json";
import blueprint from "./examples/blueprint.json";
import capabilities from "./examples/capabilities.json";
import cohort from "./examples/cohort.json";
import deployment from "./examples/deployment.json";
import deploymentEvents from "./examples/deployment-events.json";
import device from "./examples/device.json";
import filterPreview from "./examples/filter-preview.json";
import historyEntry from "./examples/device-history-entry.json";
import impact from "./examples/impact.json";
import organization from "./examples/organization.json";
import otaEvent from "./examples/ota-event.json";
import packageExample from "./examples/package.json";
import project from "./examples/project.json";
import pulse from "./examples/pulse.json";
import rehearsal from "./examples/rehearsal.json";
import tag from "./examples/tag.json";
import target from "./examples/target.json";
import targetRow from "./examples/target-row.json";
import upload from "./examples/upload.json";
import whyNot from "./examples/why-not.json";
import world from "./examples/world.json";
import { decodeFilterPreview, encodeFilterPreview } from "./filter-preview.ts";
import { decodeImpact, encodeImpact } from "./impact.ts";
import { decodeOtaEvent, encodeOtaEvent } from "./ota-event.ts";
import { decodePackage, encodePackage } from "./package.ts";
import { decodeData, decodeList, decodePage, encodePage } from "./page.ts";
import { decodeOrganization, decodeProject, encodeOrganization, encodeProject } from "./project.ts";
import { decodeRehearsal, encodeRehearsal } from "./rehearsal.ts";
import { decodePulse, encodePulse } from "./rollout.ts";
import { decodeTag, encodeTag } from "./tag.ts";
import { decodeTarget, decodeTargetRow, encodeTarget, encodeTargetRow } from "./target.ts";
import { decodeUpload, encodeUpload } from "./upload.ts";
import { decodeWhyNot, encodeWhyNot } from "./why-not.ts";
import { decodeWorld, encodeWorld } from "./world.ts";

/** A recorded body, and what becomes of it when it is read and written again. */
function trip<T>(name: string, recorded: object, decode: (wire: unknown) => T, encode: (value: T) => object) {
  return { name, recorded, decode, written: () => encode(decode(recorded)) };
}

const trips = [
  trip("actor", actor, decodeActor, encodeActor),
  trip("artifact", artifact, decodeArtifact, encodeArtifact),
  trip("audit page", audit, decodeAuditPage, encodeAuditPage),
  trip("blueprint", blueprint, decodeBlueprint, encodeBlueprint),
  trip("capabilities", capabilities, decodeCapabilities, encodeCapabilities),
  trip("cohort", cohort, decodeCohort, encodeCohort),
  trip("deployment", deployment, (wire) => decodeDeployment(wire), encodeDeployment),
  trip("deployment events", deploymentEvents, decodeDeploymentEvents, encodeDeploymentEvents),
  trip("device", device, decodeDevice, encodeDevice),
  trip("device history entry", historyEntry, decodeDevicePastTarget, encodeDevicePastTarget),
  trip("filter preview", filterPreview, decodeFilterPreview, encodeFilterPreview),
  trip("impact", impact, decodeImpact, encodeImpact),
  trip("organization", organization, decodeOrganization, encodeOrganization),
  trip("ota event", otaEvent, decodeOtaEvent, encodeOtaEvent),
  trip("package", packageExample, decodePackage, encodePackage),
  trip("project", project, decodeProject, encodeProject),
  trip("pulse", pulse, decodePulse, encodePulse),
  trip("rehearsal", rehearsal, decodeRehearsal, encodeRehearsal),
  trip("tag", tag, decodeTag, encodeTag),
  trip("target", target, decodeTarget, encodeTarget),
  trip("target row", targetRow, decodeTargetRow, encodeTargetRow),
  trip("upload", upload, decodeUpload, encodeUpload),
  trip("why not", whyNot, decodeWhyNot, encodeWhyNot),
  trip("world", world, decodeWorld, encodeWorld),
];

describe("a recorded body is read and written back as it was", () => {
  test.each(trips)("$name", ({ recorded, written }) => {
    expect(written()).toEqual(recorded);
  });
});

describe("a field of a later contract is ignored", () => {
  test.each(trips)("$name", ({ recorded, decode }) => {
    expect(decode({ ...recorded, fieldOfAnotherDay: { nested: [1] } })).toEqual(decode(recorded));
  });
});

describe("a body that is no object at all is a violation, never a crash of another kind", () => {
  test.each(trips)("$name", ({ decode }) => {
    for (const body of [undefined, null, "<html>", 7, []]) {
      expect(() => decode(body)).toThrow(expect.objectContaining({ name: "ContractViolation" }));
    }
  });
});

test("a page keeps its place and decodes its items", () => {
  const wire = { list: [tag], page: 2, perPage: 20, total: 41 };
  expect(encodePage(decodePage("tags", decodeTag)(wire), encodeTag)).toEqual(wire);
});

test("an envelope that is not one is named", () => {
  expect(() => decodePage("tags", decodeTag)({ list: [] })).toThrow("tags.page is missing");
  expect(() => decodeList("projects", decodeProject)({})).toThrow("projects.list is missing");
  expect(() => decodeData("tag", decodeTag)({})).toThrow("tag.data is missing");
});

test("a sequence number beyond the exact integers of JavaScript survives to the last digit", () => {
  expect(decodeDeployment(deployment).sequenceNumber).toBe(1727250577695382269n);
});

test("names from devices and people are kept as text, whatever they look like", () => {
  const name = "__proto__ \u202e<img src=x>";
  expect(decodeDevice({ ...device, name }).name).toBe(name);
  const metadata = JSON.parse('{"__proto__": "polluted", "constructor": "x"}');
  expect([...decodePackage({ ...packageExample, metadata }).metadata.keys()]).not.toContain("polluted");
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});
