import { encodeWorld } from "#contract/world.ts";
import { present } from "#contract/present.ts";
import { LATENCY_MAX_MS, NO_FAULTS, SPOILT_ANSWERS, type Faults, type SpoiltAnswer } from "#domain/world.ts";
import { MAX_SPEED, reanchored } from "../clock.ts";
import { goOn, infoOf, setClock } from "../host.ts";
import { resetHost } from "../open-host.ts";
import {
  onlyFields,
  optionalFields,
  optionalFlag,
  optionalNumber,
  optionalText,
  optionalTexts,
  type Fields,
} from "../read-body.ts";
import { trueOrFalse } from "../read-query.ts";
import { refusal } from "../refusal.ts";
import { bodyOf, perform, queryOf, type App, type Call } from "../visit.ts";
import { worldFingerprint } from "../world-fingerprint.ts";

/** The furthest a world is moved on at once, in seconds: a leap year. */
const ADVANCE_MAX_SECONDS = 366 * 86_400;
const PERCENT = { least: 0, most: 100 };
const FAULT_FIELDS = [...Object.keys(NO_FAULTS), "nextAnswers"];
const SEED_MAX_CHARACTERS = 100;

/** The simulated world itself: its clock, its faults, its beginning. */
export function worldRoutes(app: App): void {
  app.get("/v1/world", worldAnswer);

  app.put("/v1/world", async (call) => {
    const [fields, { host, wallMs }] = [onlyFields(bodyOf(call), ["speed", "paused", "faults"]), call.env.visit];
    const speed = optionalNumber(fields, "speed", { least: 1, most: MAX_SPEED });
    const change = present({ speed, paused: optionalFlag(fields, "paused") });
    const sent = optionalFields(fields, "faults");
    const faults = sent === undefined ? undefined : faultsOf(sent, host.world.faults);
    const nextAnswers = sent === undefined ? undefined : nextAnswersOf(sent);
    // Only the engine can refuse faults, so they come first: a refusal leaves the clock as it is.
    if (faults !== undefined) perform(call, { kind: "set-faults", faults });
    if (Object.keys(change).length > 0) await setClock(host, reanchored(host.clock, wallMs, change));
    if (nextAnswers !== undefined) host.nextAnswers = nextAnswers;
    return worldAnswer(call);
  });

  app.post("/v1/world/advance", async (call) => {
    const { host, wallMs } = call.env.visit;
    const seconds = optionalNumber(onlyFields(bodyOf(call), ["seconds"]), "seconds", {
      least: 0,
      most: ADVANCE_MAX_SECONDS,
    });
    if (seconds === undefined) throw refusal("invalid", "seconds is missing.", "seconds");
    const here = reanchored(host.clock, wallMs, {});
    await setClock(host, { ...here, worldMs: here.worldMs + Math.round(seconds * 1_000) });
    await goOn(host, wallMs);
    return worldAnswer(call);
  });

  app.post("/v1/world/reset", async (call) => {
    const [fields, { host, wallMs, wanted }] = [onlyFields(bodyOf(call), ["seed", "epoch"]), call.env.visit];
    const seed = optionalText(fields, "seed");
    if (seed === "" || (seed ?? "").length > SEED_MAX_CHARACTERS) {
      throw refusal("invalid", `A seed has 1 to ${SEED_MAX_CHARACTERS} characters.`, "seed");
    }
    const epochMs = epochOf(optionalText(fields, "epoch"));
    await resetHost(host, present({ seed: seed ?? wanted.seed, epochMs: epochMs ?? wanted.epochMs }), wallMs);
    return worldAnswer(call);
  });
}

function worldAnswer(call: Call): Response {
  const { host, wanted } = call.env.visit;
  const fingerprint = trueOrFalse(queryOf(call), "fingerprint") === true ? worldFingerprint(host.world) : undefined;
  return Response.json({ ...encodeWorld(infoOf(host, wanted)), ...present({ fingerprint }) });
}

/** The faults as they are, with those changed that the body names. */
function faultsOf(sent: Fields, now: Faults): Faults {
  const fields = onlyFields(sent, FAULT_FIELDS);
  const percent = (name: keyof Faults & `${string}Percent`) => optionalNumber(fields, name, PERCENT) ?? now[name];
  return {
    errorPercent: percent("errorPercent"),
    latencyMs: optionalNumber(fields, "latencyMs", { least: 0, most: LATENCY_MAX_MS }) ?? now.latencyMs,
    dropBeforePercent: percent("dropBeforePercent"),
    dropAfterPercent: percent("dropAfterPercent"),
    duplicatePercent: percent("duplicatePercent"),
    reorderPercent: percent("reorderPercent"),
    offlinePercent: percent("offlinePercent"),
    failByReason: failByReasonOf(optionalFields(fields, "failByReason")) ?? now.failByReason,
  };
}

function failByReasonOf(fields: Fields | undefined): Readonly<Record<string, number>> | undefined {
  if (fields === undefined) return undefined;
  return Object.fromEntries(
    Object.keys(fields).map((reason) => [reason, optionalNumber(fields, reason, PERCENT) ?? 0]),
  );
}

function nextAnswersOf(fields: Fields): readonly SpoiltAnswer[] | undefined {
  return optionalTexts(fields, "nextAnswers")?.map((text) => {
    const known = SPOILT_ANSWERS.find((way) => way === text);
    if (known !== undefined) return known;
    throw refusal("invalid", `nextAnswers holds ${SPOILT_ANSWERS.join(", ")} only.`, "nextAnswers");
  });
}

function epochOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const atMs = Date.parse(text);
  if (Number.isFinite(atMs) && atMs >= 0 && atMs < 4_102_444_800_000) return atMs;
  throw refusal("invalid", "epoch must be a date and time from 1970 to 2100.", "epoch");
}
