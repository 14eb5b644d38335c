import { fnv1a, mix32 } from "#lib/hash.ts";
import type {
  ArtifactId,
  BlueprintId,
  CohortId,
  DeploymentId,
  DeviceId,
  OrganizationId,
  ProjectId,
  TagId,
} from "#domain/ids.ts";

/** The kinds of things that get an id of 24 hex digits. */
type MintedIds = {
  readonly organization: OrganizationId;
  readonly project: ProjectId;
  readonly cohort: CohortId;
  readonly deployment: DeploymentId;
  readonly artifact: ArtifactId;
  readonly tag: TagId;
  readonly blueprint: BlueprintId;
};

const KIND_SALT = {
  organization: 0x0a11,
  project: 0x0b22,
  cohort: 0x0c33,
  deployment: 0x0d44,
  artifact: 0x0e55,
  tag: 0x0f66,
  blueprint: 0x1077,
} satisfies Record<keyof MintedIds, number>;

/** The `counter`-th id of a world: 24 hex digits, the same for the same seed. */
export function mintedId<Kind extends keyof MintedIds>(kind: Kind, seed: number, counter: number): MintedIds[Kind] {
  const salted = mix32(seed ^ KIND_SALT[kind]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding: ids are born here
  return `${hex(salted)}${hex(mix32(salted ^ counter))}${hex(mix32(counter))}` as MintedIds[Kind];
}

/**
 * The id of the device in row `index` of the fleet. It can be computed back, so that a million devices need no map.
 * The spread is a multiplication by an odd number, which is a bijection of the 32-bit integers.
 */
export function deviceIdAt(seed: number, index: number): DeviceId {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding: ids are born here
  return `${devicePrefix(seed)}${hex(deviceNumberAt(index))}` as DeviceId;
}

/** The number that the last eight hex digits of a device's id are. */
export function deviceNumberAt(index: number): number {
  return Math.imul(index + 1, SPREAD) >>> 0;
}

/**
 * The key of the device in a row, which is `fnv1a` of its id, made without making the id: a million of them are made when
 * a world opens. Source: domain.md, Phases (`deviceKey`).
 */
export function deviceKeys(seed: number): (index: number) => number {
  const ofPrefix = fnv1a(devicePrefix(seed));
  return (index) => {
    const spread = Math.imul(index + 1, SPREAD);
    let hash = ofPrefix;
    for (let shift = 28; shift >= 0; shift -= 4) {
      const digit = (spread >>> shift) & 15;
      hash = Math.imul(hash ^ (digit < 10 ? 48 + digit : 87 + digit), FNV_PRIME);
    }
    return hash >>> 0;
  };
}

const FNV_PRIME = 0x01000193;

/** The row of a device in the fleet, or −1 when no device of this world can have that id. */
export function deviceIndexOf(seed: number, deviceId: string): number {
  if (deviceId.length !== 24 || !deviceId.startsWith(devicePrefix(seed)) || !/^[0-9a-f]{24}$/.test(deviceId)) return -1;
  return (Math.imul(Number.parseInt(deviceId.slice(16), 16), UNSPREAD) >>> 0) - 1;
}

const SPREAD = 0x9e3779b1;
/** The inverse of SPREAD modulo 2^32. */
const UNSPREAD = 0x0e8b2f51;

/** The sixteen hex digits that all devices of a world begin with. */
export function devicePrefix(seed: number): string {
  return `${hex(mix32(seed))}${hex(mix32(seed ^ 0x0de71ce5))}`;
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, "0");
}
