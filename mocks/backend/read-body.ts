import { refusal } from "./refusal.ts";

/** A request's JSON object. Its fields are read by name with the functions below, never by `.`. */
export type Fields = Readonly<Record<string, unknown>>;

/** 9999-12-31T23:59:59.999Z. */
const LAST_INSTANT_MS = 253_402_300_799_999;

/** Longest JSON body that is taken where nothing else is said, in bytes. */
export const JSON_MAX_BYTES = 4 * 1_048_576;

/**
 * The bytes of a body, up to `maxBytes`; reading stops there, so that a larger one costs no more.
 * @throws a Refusal: 413 for a larger one, 415 for one that is compressed. Source: RFC 9110, 8.4.
 */
export async function bytesOfBody(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const coding = request.headers.get("content-encoding") ?? "identity";
  if (coding.toLowerCase() !== "identity") {
    throw refusal("unsupported-media", "Send the body as it is, not compressed.", "Content-Encoding");
  }
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of streamOf(request.body)) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(sizeBytes);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** The JSON object in a body. No body is an object without fields. Unknown fields stay: whoever reads passes them over. */
export function fieldsOf(bytes: Uint8Array, contentType: string | undefined): Fields {
  if (bytes.byteLength === 0) return {};
  if (contentType !== undefined && !/^application\/(json|[\w.+-]+\+json)\s*(;|$)/i.test(contentType)) {
    throw refusal("unsupported-media", "The body must be JSON (content-type application/json).");
  }
  const value = parsed(bytes);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw refusal("invalid", "The body must be a JSON object.");
  }
  return Object.fromEntries(Object.entries(value));
}

/**
 * The same fields, provided nobody else is among them: operations that are not Golioth's refuse what they do not know.
 */
export function onlyFields(fields: Fields, known: readonly string[]): Fields {
  const stranger = Object.keys(fields).find((name) => !known.includes(name));
  if (stranger === undefined) return fields;
  const path = pathTo(fields, stranger);
  throw refusal("invalid", `There is no field ${path.slice(0, 100)} here; known are ${known.join(", ")}.`, path);
}

/** Where in the body an object stands that is not the body itself, so that a refusal names the way to its field. */
const places = new WeakMap<Fields, string>();

function pathTo(fields: Fields, name: string): string {
  const place = places.get(fields);
  return place === undefined ? name : `${place}.${name}`;
}

/** That a field is not what it should be, `must be …`, or is missing. */
function wrong(fields: Fields, name: string, how: string): Error {
  const path = pathTo(fields, name);
  return refusal("invalid", `${path} ${how}.`, path);
}

/** A field as it came; undefined when the object itself has none of that name, or null. */
function field(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? (fields[name] ?? undefined) : undefined;
}

/** Whether a field was sent as null, which removes what it names. */
export function isNull(fields: Fields, name: string): boolean {
  return Object.hasOwn(fields, name) && fields[name] === null;
}

/** A text that may be left out. */
export function optionalText(fields: Fields, name: string): string | undefined {
  const value = field(fields, name);
  if (value === undefined || typeof value === "string") return value;
  throw wrong(fields, name, "must be a text");
}

/** A text that must be there; whether it says something is for the engine to judge. */
export function text(fields: Fields, name: string): string {
  const value = optionalText(fields, name);
  if (value !== undefined) return value;
  throw wrong(fields, name, "is missing");
}

/** A list of texts that may be left out. */
export function optionalTexts(fields: Fields, name: string): readonly string[] | undefined {
  const value = field(fields, name);
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
  throw wrong(fields, name, "must be a list of texts");
}

/** A list of known words that may be left out. */
export function optionalWords<Word extends string>(
  fields: Fields,
  name: string,
  known: readonly Word[],
): readonly Word[] | undefined {
  return optionalTexts(fields, name)?.map((text) => {
    const word = known.find((candidate) => candidate === text);
    if (word !== undefined) return word;
    throw wrong(fields, name, `must hold only ${known.join(", ")}`);
  });
}

/** A list of whole numbers from 0 that may be left out. */
export function optionalNumbers(fields: Fields, name: string): readonly number[] | undefined {
  const value = field(fields, name);
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && item >= 0)) return value;
  throw wrong(fields, name, "must be a list of whole numbers");
}

/** A list of texts that must be there. */
export function texts(fields: Fields, name: string): readonly string[] {
  const value = optionalTexts(fields, name);
  if (value !== undefined) return value;
  throw wrong(fields, name, "is missing");
}

/** True or false, or left out. */
export function optionalFlag(fields: Fields, name: string): boolean | undefined {
  const value = field(fields, name);
  if (value === undefined || typeof value === "boolean") return value;
  throw wrong(fields, name, "must be true or false");
}

/** A number within bounds that may be left out; a text of digits counts, since int64 travels as text. */
export function optionalNumber(
  fields: Fields,
  name: string,
  bounds: { readonly least: number; readonly most: number; readonly whole?: boolean },
): number | undefined {
  const sent = field(fields, name);
  if (sent === undefined) return undefined;
  const value = typeof sent === "string" && /^\d{1,15}$/.test(sent) ? Number(sent) : sent;
  const fits = typeof value === "number" && value >= bounds.least && value <= bounds.most;
  if (fits && (bounds.whole !== true || Number.isInteger(value))) return value;
  throw wrong(fields, name, `must be a number from ${bounds.least} to ${bounds.most}`);
}

/** An instant in whole milliseconds since 1970 that may be left out; no later than RFC 3339 can write it. */
export function optionalInstantMs(fields: Fields, name: string): number | undefined {
  return optionalNumber(fields, name, { least: 0, most: LAST_INSTANT_MS, whole: true });
}

/** When a change of cohort comes into effect, where a body says. Source: contract.md, Operations (membership). */
export function effectOf(fields: Fields): { readonly effectiveAtMs?: number } {
  const effectiveAtMs = optionalInstantMs(fields, "effectiveAtMs");
  return effectiveAtMs === undefined ? {} : { effectiveAtMs };
}

/** An object of its own that may be left out. */
export function optionalFields(fields: Fields, name: string): Fields | undefined {
  const value = field(fields, name);
  if (value === undefined) return undefined;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const inner = Object.fromEntries(Object.entries(value));
    places.set(inner, pathTo(fields, name));
    return inner;
  }
  throw wrong(fields, name, "must be an object");
}

/** An object of its own that must be there. */
export function innerFields(fields: Fields, name: string): Fields {
  const value = optionalFields(fields, name);
  if (value !== undefined) return value;
  throw wrong(fields, name, "is missing");
}

/** An object of texts that may be left out. */
export function optionalTextMap(fields: Fields, name: string): Readonly<Record<string, string>> | undefined {
  const map = optionalFields(fields, name);
  if (map === undefined) return undefined;
  const entries: (readonly [string, string])[] = [];
  for (const [key, value] of Object.entries(map)) {
    if (typeof value !== "string") throw wrong(fields, name, "must hold texts only");
    entries.push([key, value]);
  }
  return Object.fromEntries(entries);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw refusal("invalid", "The body is not JSON.");
  }
}

function tooLarge(maxBytes: number): Error {
  return refusal("too-large", `The body is larger than ${maxBytes.toLocaleString("en")} bytes.`);
}

async function* streamOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } catch {
    // Whoever sent it went away in the middle of it, or broke its framing.
    throw refusal("invalid", "The body ended before it was whole.");
  } finally {
    // What broke cannot be cancelled, and needs not be.
    await reader.cancel().catch(() => undefined);
  }
}
