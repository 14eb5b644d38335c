import { decode as oracleDecode } from "cbor2";
import { describe, expect, test } from "vitest";
import { decodeReportCbor, decodeReportJson, encodeReportCbor, encodeReportJson } from "./device-report.ts";

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));

/** DOWNLOADING 0, main, 1.2.5 → 1.2.6, as the public SDK writes it. */
const DOWNLOADING = "bf61730161720063706b67646d61696e617665312e322e35617465312e322e36ff";

test("a report of the public SDK, in an indefinite-length map, is read and written back byte for byte", () => {
  const report = decodeReportCbor(bytesOf(DOWNLOADING));
  expect(report).toEqual({ packageId: "main", state: 1, reason: 0, version: "1.2.5", target: "1.2.6" });
  expect(hexOf(encodeReportCbor(report))).toBe(DOWNLOADING);
});

test("an independent CBOR library reads what was written", () => {
  const report = decodeReportJson({ state: 3, reason: 1, package: "modem", version: "1.3.2" });
  expect(oracleDecode(encodeReportCbor(report))).toEqual({ s: 3, r: 1, pkg: "modem", v: "1.3.2" });
});

test("a definite-length map is read too, in any order of keys", () => {
  expect(decodeReportCbor(bytesOf("a2617205617301"))).toEqual({ packageId: "main", state: 1, reason: 5 });
});

describe("what a JSON report leaves out has the server's defaults", () => {
  test.each([
    [{}, { packageId: "main", state: 0, reason: 0 }],
    [{ state: 2 }, { packageId: "main", state: 2, reason: 0 }],
    [
      { version: "", target: "", package: "" },
      { packageId: "main", state: 0, reason: 0 },
    ],
    [
      { package: "modem", reason: 11 },
      { packageId: "modem", state: 0, reason: 11 },
    ],
    [
      { state: 99, reason: 250 },
      { packageId: "main", state: 99, reason: 250 },
    ],
  ])("%j", (wire, report) => {
    expect(decodeReportJson(wire)).toEqual(report);
  });
});

test("the package of the path stands when the body names none", () => {
  expect(decodeReportJson({ state: 0 }, "modem").packageId).toBe("modem");
});

test("the JSON form is written with the long names", () => {
  const report = decodeReportJson({ state: 1, reason: 5, package: "main", version: "1", target: "2" });
  expect(encodeReportJson(report)).toEqual({ state: 1, reason: 5, package: "main", version: "1", target: "2" });
});

test.each([
  ["", "report is not CBOR"],
  ["ff", "report is not CBOR"],
  ["bf6173", "report is not CBOR"],
  ["80", "report is not a map"],
  ["a1617320", "report.state is not a code"],
  ["a16173fb3ff8000000000000", "report.state is not a code"],
  ["a1617601", "report.version is 1 where string is due"],
])("CBOR %s is refused: %s", (hex, message) => {
  expect(() => decodeReportCbor(bytesOf(hex))).toThrow(message);
});

test.each([
  [{ state: -1 }, "report.state is not a code"],
  [{ reason: 1.5 }, "report.reason is not a code"],
  [{ state: "1" }, 'report.state is "1" where number is due'],
  ["idle", 'report is "idle" where Object is due'],
])("JSON %j is refused: %s", (wire, message) => {
  expect(() => decodeReportJson(wire)).toThrow(message);
});
