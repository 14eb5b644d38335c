import { ContractViolation } from "#contract/decode.ts";
import { decodeReportCbor, decodeReportJson } from "#contract/device-report.ts";
import { isProblem } from "#domain/problem.ts";
import type { DeviceId, PackageId } from "#domain/ids.ts";
import type { DeviceReport } from "#domain/report.ts";
import { artifactOf, contentOf } from "#mocks/engine/read-artifacts.ts";
import { desiredOf } from "#mocks/engine/read-desired.ts";
import { projectIdOfDevice } from "#mocks/engine/read-devices.ts";
import { doneAnswer, found } from "../answer.ts";
import { bytesOf, fileAnswer } from "../artifact-content.ts";
import { manifestAnswer } from "../manifest-answer.ts";
import { asId, pathId } from "../path-ids.ts";
import { refusal, Refusal } from "../refusal.ts";
import { bodyOf, perform, worldOf, type App, type Call } from "../visit.ts";

const DEVICE = "/device/:deviceId/.u";

/** What a device itself asks and says. Source: Golioth device API; contract.md, The device's side. */
export function deviceSideRoutes(app: App): void {
  app.get(`${DEVICE}/desired`, (call) => {
    const deviceId = pathId(call, "deviceId");
    perform(call, { kind: "ask", deviceId });
    const told = desiredOf(worldOf(call), deviceId);
    if (isProblem(told)) throw new Refusal(told);
    return manifestAnswer(call, told);
  });

  app.post(`${DEVICE}/c/:component`, (call) => {
    perform(call, { kind: "report", deviceId: pathId(call, "deviceId"), report: reportOf(call) });
    return doneAnswer();
  });

  app.get(`${DEVICE}/c/:component`, async (call) => {
    const deviceId = pathId(call, "deviceId");
    const { artifactId } = perform(call, { kind: "fetch-bytes", deviceId, ...componentOf(call, deviceId) });
    const projectId = found(projectIdOfDevice(worldOf(call), deviceId), "device not found");
    const id = found(artifactId, "artifact not found");
    const artifact = found(artifactOf(worldOf(call), projectId, id), "artifact not found");
    const source = found(contentOf(worldOf(call), projectId, id), "artifact not found");
    return fileAnswer(call, artifact, await bytesOf(call.env.visit.host.blobs, artifact, source));
  });

  app.post(`${DEVICE}/log`, (call) => {
    const text = new TextDecoder().decode(call.env.visit.body);
    perform(call, { kind: "device-log", deviceId: pathId(call, "deviceId"), text });
    return doneAnswer();
  });
}

function componentOf(call: Call, deviceId: DeviceId): { packageId: PackageId; version: string } {
  const component = call.req.param("component") ?? "";
  const at = component.lastIndexOf("@");
  found(projectIdOfDevice(worldOf(call), deviceId), "device not found");
  if (at < 1) throw refusal("not-found", "Name a component as package@version.");
  return { packageId: asId<PackageId>(component.slice(0, at)), version: component.slice(at + 1) };
}

function reportOf(call: Call): DeviceReport {
  const packageId = call.req.param("component") ?? "";
  const isCbor = /^application\/cbor\b/i.test(call.req.header("content-type") ?? "");
  try {
    const report = isCbor
      ? decodeReportCbor(call.env.visit.body, packageId)
      : decodeReportJson(bodyOf(call), packageId);
    if (report.packageId === packageId) return report;
  } catch (error) {
    if (error instanceof ContractViolation) throw refusal("invalid", error.message);
    throw error;
  }
  throw refusal("invalid", `The report must be about ${packageId}, the package of its address.`, "package");
}
