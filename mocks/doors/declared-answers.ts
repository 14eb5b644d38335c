import { parse } from "yaml";

/** As much of a JSON schema as the contract uses. */
type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
};

type Answer = {
  readonly $ref?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
};
type Operation = { readonly responses: Readonly<Record<string, Answer>> };
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<"schemas" | "responses", Readonly<Record<string, Schema & Answer>>>>;
};

/** What was answered, read whole; `json` is absent for a body of another kind. */
type Answered = { readonly status: number; readonly headers: Headers; readonly json: unknown };

/** Headers that an answer has only where the contract says so. */
const DECLARED_HEADERS = ["ETag", "Allow", "Retry-After"];

/**
 * Says where an answer is not what `openapi.yaml` declares for its operation: another status, a header or a field that is
 * not declared or is missing, a value of another type. Nothing, for what no operation answers.
 */
export function declaredAnswers(yaml: string): (method: string, path: string, answered: Answered) => readonly string[] {
  // The contract's own document; its form is checked by the contract's specs.
  const document: Document = parse(yaml);
  const operations = Object.entries(document.paths).flatMap(([template, item]) => {
    const pattern = new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
    return Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), pattern, operation }));
  });
  return (method, path, answered) => {
    const found = operations.find((one) => one.method === method && one.pattern.test(path));
    return found === undefined ? [] : differences(document, found.operation, answered);
  };
}

function differences(document: Document, { responses }: Operation, { status, headers, json }: Answered) {
  const own = responses[String(status)];
  const declared = own ?? (status >= 400 ? responses["default"] : undefined);
  if (declared === undefined) return [`${status} is not declared`];
  const answer = declared.$ref === undefined ? declared : document.components.responses[nameIn(declared.$ref)];
  const strange = DECLARED_HEADERS.filter((name) => headers.has(name) && answer?.headers?.[name] === undefined);
  const schema = answer?.content?.["application/json"]?.schema;
  const wrong = json === undefined || schema === undefined ? [] : unlike(document, schema, json, "");
  return [...strange.map((name) => `header ${name} is not declared`), ...wrong];
}

function unlike(document: Document, given: Schema, value: unknown, where: string): readonly string[] {
  const schema = whole(document, given);
  const { anyOf, items, type } = schema;
  if (anyOf !== undefined) {
    const fits = anyOf.some((one) => unlike(document, one, value, where).length === 0);
    return fits ? [] : [`${where} is none of what it may be`];
  }
  const types: readonly string[] = type === undefined ? [] : [type].flat();
  if (types.length > 0 && !types.some((one) => isOf(one, value))) return [`${where} is no ${types.join(" or ")}`];
  if (Array.isArray(value)) {
    return items === undefined ? [] : value.flatMap((item) => unlike(document, items, item, `${where}[]`));
  }
  return typeof value === "object" && value !== null ? unlikeFields(document, schema, value, where) : [];
}

function unlikeFields(
  document: Document,
  { additionalProperties, properties, required = [] }: Schema,
  value: object,
  where: string,
): readonly string[] {
  const missing = required.filter((name) => !Object.hasOwn(value, name)).map((name) => `${where}.${name} is missing`);
  const fields = Object.entries(value).flatMap(([name, field]) => {
    const own = properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (own !== undefined) return unlike(document, own, field, `${where}.${name}`);
    if (typeof additionalProperties === "object") return unlike(document, additionalProperties, field, `${where}.*`);
    const isOpen = additionalProperties ?? properties === undefined;
    return isOpen ? [] : [`${where}.${name} is not declared`];
  });
  return [...missing, ...fields];
}

function isOf(type: string, value: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isSafeInteger(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}

/** A schema with what it refers to and is made of. */
function whole(document: Document, schema: Schema): Schema {
  if (schema.$ref !== undefined) return whole(document, document.components.schemas[nameIn(schema.$ref)] ?? {});
  if (schema.allOf === undefined) return schema;
  const parts = schema.allOf.map((part) => whole(document, part));
  return {
    type: "object",
    required: parts.flatMap(({ required = [] }) => required),
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
  };
}

function nameIn(ref: string): string {
  return ref.split("/").at(-1) ?? "";
}
