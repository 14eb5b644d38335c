import { parse } from "yaml";

/** As much of a JSON schema of the contract as tells base fields from added ones. */
type Schema = {
  readonly $ref?: string;
  readonly "x-slipway"?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
};

/** One operation of the base: what it takes and answers, without what is added to it. */
export type BaseOperation = {
  readonly queryNames: ReadonlySet<string>;
  /** The value without added fields, at any depth. */
  readonly baseBody: (body: unknown) => unknown;
  readonly baseAnswer: (answer: unknown) => unknown;
};

type Parameter = { readonly $ref?: string; readonly name: string; readonly in: string; readonly "x-slipway"?: boolean };
type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
type Operation = {
  readonly "x-slipway"?: boolean;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
};
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
  };
};

/** Finds the operation of the base behind a method and a path; absent where there is none. */
export type BaseContract = (method: string, path: string) => BaseOperation | undefined;

/** What is left of `openapi.yaml` without all that it marks `x-slipway`. */
export function baseContractOf(yaml: string): BaseContract {
  // The contract's own document; its form is checked by the contract's specs.
  const document: Document = parse(yaml);
  const operations = Object.entries(document.paths).flatMap(([template, methods]) => {
    const pattern = new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
    return Object.entries(methods)
      .filter(([method, operation]) => method !== "parameters" && operation["x-slipway"] !== true)
      .map(([method, operation]) => ({ method: method.toUpperCase(), pattern, base: baseOf(document, operation) }));
  });
  return (method, path) =>
    operations.find((operation) => operation.method === method && operation.pattern.test(path))?.base;
}

function baseOf(document: Document, { parameters = [], requestBody, responses }: Operation): BaseOperation {
  const named = parameters.map((parameter) => parameterOf(document, parameter));
  const query = named.filter((parameter) => parameter.in === "query" && parameter["x-slipway"] !== true);
  const asked = requestBody?.content?.["application/json"]?.schema;
  const answered = responses["200"]?.content?.["application/json"]?.schema;
  return {
    queryNames: new Set(query.map(({ name }) => name)),
    baseBody: (body) => (asked === undefined ? body : withoutAdded(document, asked, body)),
    baseAnswer: (answer) => (answered === undefined ? answer : withoutAdded(document, answered, answer)),
  };
}

function parameterOf({ components }: Document, parameter: Parameter): Parameter {
  return components.parameters[nameIn(parameter.$ref)] ?? parameter;
}

function withoutAdded(document: Document, schema: Schema, value: unknown): unknown {
  const { items, ...whole } = resolved(document, schema);
  if (Array.isArray(value))
    return items === undefined ? value : value.map((item) => withoutAdded(document, items, item));
  if (typeof value !== "object" || value === null) return value;
  const properties = propertiesOf(document, whole);
  const fields = Object.entries(value).filter(([name]) => !isAdded(document, properties[name]));
  return Object.fromEntries(
    fields.map(([name, field]) => [name, withoutAdded(document, properties[name] ?? {}, field)]),
  );
}

function propertiesOf(document: Document, { properties, allOf = [] }: Schema): Readonly<Record<string, Schema>> {
  const parts = allOf.map((part) => propertiesOf(document, resolved(document, part)));
  return Object.assign({}, ...parts, properties);
}

/** What is marked itself, what is of a marked kind, and a list of such. */
function isAdded(document: Document, schema: Schema | undefined): boolean {
  if (schema === undefined) return false;
  return schema["x-slipway"] === true || [schema, schema.items].some((part) => isMarked(document, part));
}

function isMarked(document: Document, schema: Schema | undefined): boolean {
  return schema !== undefined && resolved(document, schema)["x-slipway"] === true;
}

function resolved({ components }: Document, schema: Schema): Schema {
  return components.schemas[nameIn(schema.$ref)] ?? schema;
}

function nameIn(ref: string | undefined): string {
  return ref?.split("/").at(-1) ?? "";
}
