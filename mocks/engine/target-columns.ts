import { bucketOf, SUBSTATES, type Bucket, type Substate } from "#domain/target.ts";
import {
  capacityFor,
  grownCounts,
  grownInt32,
  grownUint16,
  grownUint32,
  grownUint8,
  type NarrowCounts,
} from "./columns.ts";
import { newTargetInstants, reserveInstants, type TargetInstants } from "./target-instants.ts";

/** The targets of one rollout as columns, with counts that are kept as they change. Instants are world ms. */
export type TargetColumns = {
  count: number;
  capacity: number;
  /** Rows below this are in the order of their devices; later joiners stand behind, in `joined`. */
  sortedCount: number;
  readonly joined: Map<number, number>;
  device: Int32Array;
  /** Index in SUBSTATES. */
  substate: Uint8Array;
  attempt: Uint16Array;
  /** Index of its phase. */
  phase: Uint8Array;
  /** 255: none. */
  reason: Uint8Array;
  flags: Uint8Array;
  /** How the last attempt failed, as index in SUBSTATES + 1; 0: it did not. */
  failure: Uint8Array;
  readonly instants: TargetInstants;
  revision: Uint32Array;
  /** The latest of the revisions of each block of rows: who asks what changed need not look at those that did not. */
  blockRevision: Uint32Array;
  /** What each device ran when it became a target or was first offered, by component, interned. */
  from: NarrowCounts[];
  /** Targets by substate. */
  readonly counts: Int32Array;
  /** The same for each phase, one phase after the other. */
  readonly phaseCounts: Int32Array;
  stuckCount: number;
  /** Grows with every change of a row. */
  lastRevision: number;
  /** The revision at which what people see of waiting targets last changed without a change of their rows. */
  waitsRevision: number;
};

/**
 * Bits of a target's `flags`. The first four and the two from `integrity` on, which count wrong hashes, belong to its life;
 * the others to the pace of the rollout: counted as unavailable; woken: told of a slot and about to ask.
 */
export const FLAG = {
  stuck: 1,
  oldVersionOnce: 2,
  idleWithTarget: 4,
  idleOldVersion: 8,
  integrity: 16,
  unavailable: 64,
  woken: 128,
} as const;
/** In the `reason` column: none. */
export const NO_REASON = 255;

const CODE_OF: ReadonlyMap<Substate, number> = new Map(SUBSTATES.map((substate, code) => [substate, code]));

/** The bucket of each substate code. */
export const BUCKET_OF: readonly Bucket[] = SUBSTATES.map(bucketOf);

/** The code of a substate. */
export function codeOf(substate: Substate): number {
  return CODE_OF.get(substate) ?? 0;
}

/** Targets of nobody, for a rollout of `components` packages in so many phases. */
export function newTargetColumns(components: number, phases: number): TargetColumns {
  return {
    count: 0,
    capacity: 0,
    sortedCount: 0,
    joined: new Map(),
    device: new Int32Array(0),
    substate: new Uint8Array(0),
    attempt: new Uint16Array(0),
    phase: new Uint8Array(0),
    reason: new Uint8Array(0),
    flags: new Uint8Array(0),
    failure: new Uint8Array(0),
    instants: newTargetInstants(),
    revision: new Uint32Array(0),
    blockRevision: new Uint32Array(0),
    from: Array.from({ length: components }, () => new Uint8Array(0)),
    counts: new Int32Array(SUBSTATES.length),
    phaseCounts: new Int32Array(SUBSTATES.length * phases),
    stuckCount: 0,
    lastRevision: 0,
    waitsRevision: 0,
  };
}

/** Makes room for `count` targets in all. */
export function reserveTargets(targets: TargetColumns, count: number): void {
  const capacity = capacityFor(count, targets.capacity);
  if (capacity === targets.capacity) return;
  targets.capacity = capacity;
  targets.device = grownInt32(targets.device, capacity);
  targets.substate = grownUint8(targets.substate, capacity);
  targets.attempt = grownUint16(targets.attempt, capacity);
  targets.phase = grownUint8(targets.phase, capacity);
  targets.reason = grownUint8(targets.reason, capacity);
  targets.flags = grownUint8(targets.flags, capacity);
  targets.failure = grownUint8(targets.failure, capacity);
  reserveInstants(targets.instants, capacity);
  targets.revision = grownUint32(targets.revision, capacity);
  targets.blockRevision = grownUint32(targets.blockRevision, (capacity >> BLOCK_BITS) + 1);
  targets.from = targets.from.map((column) => grownCounts(column, capacity));
}

/** The row of a device among the targets, or −1. */
export function rowOf(targets: TargetColumns, device: number): number {
  let low = 0;
  let high = targets.sortedCount - 1;
  // Where everybody is a target the row of a device is its number.
  if (device <= high && targets.device[device] === device) return device;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = targets.device[middle] ?? 0;
    if (there === device) return middle;
    if (there < device) low = middle + 1;
    else high = middle - 1;
  }
  return targets.joined.get(device) ?? -1;
}

/** Whether the in-progress target in a row has gone quiet. */
export function isStuckAt(targets: TargetColumns, row: number): boolean {
  return ((targets.flags[row] ?? 0) & FLAG.stuck) !== 0;
}

/** The reason code that explains the substate in a row, if one does. */
export function reasonAt(targets: TargetColumns, row: number): number | undefined {
  const reason = targets.reason[row] ?? NO_REASON;
  return reason === NO_REASON ? undefined : reason;
}

/** How many targets of a phase are in a substate, by code. */
export function phaseCount({ phaseCounts }: TargetColumns, phase: number, code: number): number {
  return phaseCounts[phase * SUBSTATES.length + code] ?? 0;
}

/** Counts a target of a phase in (or with −1, out of) a substate. */
export function countTarget(targets: TargetColumns, phase: number, code: number, by: number): void {
  const at = phase * SUBSTATES.length + code;
  targets.counts[code] = (targets.counts[code] ?? 0) + by;
  targets.phaseCounts[at] = (targets.phaseCounts[at] ?? 0) + by;
}

/** Marks a row as changed, so that who watches reads it again. */
export function touchRow(targets: TargetColumns, row: number): void {
  targets.lastRevision += 1;
  targets.revision[row] = targets.lastRevision;
  targets.blockRevision[row >> BLOCK_BITS] = targets.lastRevision;
}

/**
 * How many rows were touched after a revision, of those whose substate counts: 1 at its code in `counted`. Costs as much
 * as there are blocks with such rows.
 */
export function touchedSince(targets: TargetColumns, since: number, counted: Uint8Array): number {
  const { blockRevision, count, revision, substate } = targets;
  let touched = 0;
  for (let block = 0; block << BLOCK_BITS < count; block += 1) {
    if ((blockRevision[block] ?? 0) <= since) continue;
    const end = Math.min(count, (block + 1) << BLOCK_BITS);
    for (let row = block << BLOCK_BITS; row < end; row += 1) {
      if ((revision[row] ?? 0) > since) touched += counted[substate[row] ?? 0] ?? 0;
    }
  }
  return touched;
}

/** Rows of a block: 4,096. */
const BLOCK_BITS = 12;
