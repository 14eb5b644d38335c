import { capacityFor, grownFloat64, grownInt32, grownUint8 } from "./columns.ts";

/** What happens by itself: a simulated device asks, takes its next step or fetches on, or a target's time is up. */
export const EVENT = { ask: 0, step: 1, due: 2, blocks: 3 } as const;

/** Events to come: a 4-ary heap by instant, then by the order in which they were planned. */
export type Schedule = {
  size: number;
  planned: number;
  times: Float64Array;
  orders: Float64Array;
  kinds: Uint8Array;
  /** The device of an `ask`, a `step` or `blocks`, the rollout of a `due`. */
  subjects: Int32Array;
  /** The generation of a `step` or `blocks`, the row of a `due`. */
  details: Int32Array;
};

/** Nothing to come. */
export function newSchedule(): Schedule {
  return {
    size: 0,
    planned: 0,
    times: new Float64Array(16),
    orders: new Float64Array(16),
    kinds: new Uint8Array(16),
    subjects: new Int32Array(16),
    details: new Int32Array(16),
  };
}

/** Plans an event at `atMs`; one that never comes (Infinity) is not kept. */
export function plan(schedule: Schedule, atMs: number, kind: number, subject: number, detail: number): void {
  if (atMs === Infinity) return;
  if (schedule.size === schedule.times.length) grow(schedule);
  const order = schedule.planned;
  schedule.planned += 1;
  let hole = schedule.size;
  schedule.size += 1;
  while (hole > 0) {
    const parent = (hole - 1) >> 2;
    if (!isBefore(atMs, order, schedule, parent)) break;
    move(schedule, parent, hole);
    hole = parent;
  }
  put(schedule, hole, atMs, order, kind, subject, detail);
}

/** When the next event is due; Infinity when nothing is to come. */
export function nextAtMs(schedule: Schedule): number {
  return schedule.size === 0 ? Infinity : (schedule.times[0] ?? Infinity);
}

/** Takes the next event off; the schedule must not be empty. */
export function takeNext(schedule: Schedule): { kind: number; subject: number; detail: number } {
  const taken = {
    kind: schedule.kinds[0] ?? 0,
    subject: schedule.subjects[0] ?? 0,
    detail: schedule.details[0] ?? 0,
  };
  schedule.size -= 1;
  if (schedule.size > 0) sinkLast(schedule);
  return taken;
}

/** Puts the last entry where the first was, and lets it sink to its place. */
function sinkLast(schedule: Schedule): void {
  const last = schedule.size;
  const time = schedule.times[last] ?? 0;
  const order = schedule.orders[last] ?? 0;
  let hole = 0;
  for (;;) {
    const first = hole * 4 + 1;
    if (first >= last) break;
    let least = first;
    const end = Math.min(first + 4, last);
    for (let child = first + 1; child < end; child += 1) {
      if (isBefore(schedule.times[child] ?? 0, schedule.orders[child] ?? 0, schedule, least)) least = child;
    }
    if (isBefore(time, order, schedule, least)) break;
    move(schedule, least, hole);
    hole = least;
  }
  move(schedule, last, hole);
}

function isBefore(time: number, order: number, schedule: Schedule, at: number): boolean {
  const other = schedule.times[at] ?? 0;
  return time < other || (time === other && order < (schedule.orders[at] ?? 0));
}

function move(schedule: Schedule, from: number, to: number): void {
  schedule.times[to] = schedule.times[from] ?? 0;
  schedule.orders[to] = schedule.orders[from] ?? 0;
  schedule.kinds[to] = schedule.kinds[from] ?? 0;
  schedule.subjects[to] = schedule.subjects[from] ?? 0;
  schedule.details[to] = schedule.details[from] ?? 0;
}

function put(
  schedule: Schedule,
  at: number,
  time: number,
  order: number,
  kind: number,
  subject: number,
  detail: number,
): void {
  schedule.times[at] = time;
  schedule.orders[at] = order;
  schedule.kinds[at] = kind;
  schedule.subjects[at] = subject;
  schedule.details[at] = detail;
}

function grow(schedule: Schedule): void {
  const capacity = capacityFor(schedule.size + 1, schedule.times.length);
  schedule.times = grownFloat64(schedule.times, capacity);
  schedule.orders = grownFloat64(schedule.orders, capacity);
  schedule.kinds = grownUint8(schedule.kinds, capacity);
  schedule.subjects = grownInt32(schedule.subjects, capacity);
  schedule.details = grownInt32(schedule.details, capacity);
}
