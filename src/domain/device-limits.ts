import type { PackageId } from "./ids.ts";

/** Most characters of a package name or a version that stock device code reads. Source: domain.md, What a real device says. */
const TEXT_MAX_CHARACTERS = 16;
/** Components stock device code is built for. */
const COMPONENTS_MAX = 1;
/** Most characters of package + current + target together that fit into a report. */
const REPORT_MAX_CHARACTERS = 45;
/** Largest CBOR manifest, in bytes, that can be read over CoAP. */
const MANIFEST_MAX_BYTES = 1_024;

/** A package as a deployment would put it on devices; `from` are the versions that they run now. */
export type PlannedComponent = {
  readonly packageId: PackageId;
  readonly version: string;
  readonly from: readonly string[];
};

/**
 * What stock devices could not read, or could never prove, if these components were deployed: whole sentences for the
 * review, none when all is well. Source: domain.md, What a real device says.
 */
export function deviceLimitWarnings(
  components: readonly PlannedComponent[],
  mainPackageId: PackageId | undefined,
): readonly string[] {
  return [
    ...components.flatMap((component) => [...textWarnings(component), ...reportWarnings(component)]),
    ...componentWarnings(components),
    ...proofWarnings(components, mainPackageId),
    ...manifestWarnings(components),
  ];
}

/**
 * Bytes of the CBOR manifest of these components, at most: sequence numbers and sizes count as the longest they can be.
 * Source: domain.md, Manifest.
 */
export function manifestBytesAtMost(components: readonly Pick<PlannedComponent, "packageId" | "version">[]): number {
  const integerKey = 1;
  const head = 1 + 3 * integerKey + 9 + cborTextBytes(64) + cborHeadBytes(components.length);
  const bytes = components.map(({ packageId, version }) => {
    const uri = "/.u/c/@".length + packageId.length + version.length;
    const texts = [packageId.length, version.length, 64, uri, "mcuboot".length];
    return 1 + 6 * integerKey + 5 + texts.reduce((all, length) => all + cborTextBytes(length), 0);
  });
  return bytes.reduce((all, one) => all + one, head);
}

function cborTextBytes(length: number): number {
  return cborHeadBytes(length) + length;
}

/** The head of a text of `count` bytes or an array of `count` items. Source: RFC 8949, 3. */
function cborHeadBytes(count: number): number {
  if (count < 24) return 1;
  return count < 256 ? 2 : 3;
}

function textWarnings({ packageId, version }: PlannedComponent): readonly string[] {
  const tooLong = (what: string) =>
    `${what} is longer than ${TEXT_MAX_CHARACTERS} characters: stock devices ignore the whole manifest.`;
  return [
    ...(packageId.length > TEXT_MAX_CHARACTERS ? [tooLong(`The package name ${packageId}`)] : []),
    ...(version.length > TEXT_MAX_CHARACTERS ? [tooLong(`The version ${version} of ${packageId}`)] : []),
  ];
}

function reportWarnings({ packageId, version, from }: PlannedComponent): readonly string[] {
  const longest = Math.max(0, ...from.map((current) => current.length));
  if (packageId.length + longest + version.length <= REPORT_MAX_CHARACTERS) return [];
  return [
    `The name ${packageId}, the version it runs and ${version} are over ${REPORT_MAX_CHARACTERS} characters together: ` +
      "stock devices cannot report on the update.",
  ];
}

function componentWarnings(components: readonly PlannedComponent[]): readonly string[] {
  if (components.length <= COMPONENTS_MAX) return [];
  return [
    `The deployment has ${components.length} packages: ` +
      "a device built for fewer (1 in stock code) ignores the whole manifest.",
  ];
}

function proofWarnings(
  components: readonly PlannedComponent[],
  mainPackageId: PackageId | undefined,
): readonly string[] {
  const others = components.filter(
    ({ packageId, version, from }) =>
      packageId !== mainPackageId && (from.length === 0 || from.some((current) => current !== version)),
  );
  const isOnlyPackage = mainPackageId === undefined && components.length === 1;
  if (others.length === 0 || isOnlyPackage) return [];
  const names = others.map(({ packageId }) => packageId).join(", ");
  return [`Stock devices report one package only: whether ${names} arrived may never be proven.`];
}

function manifestWarnings(components: readonly PlannedComponent[]): readonly string[] {
  const bytes = manifestBytesAtMost(components);
  if (bytes <= MANIFEST_MAX_BYTES) return [];
  return [`The manifest takes up to ${bytes} bytes: over CoAP devices cannot read more than ${MANIFEST_MAX_BYTES}.`];
}
