import * as v from "valibot";
import type { Yank } from "#domain/artifact.ts";
import type { PackageId } from "#domain/ids.ts";
import type { YankedVersion } from "#domain/yanked-version.ts";
import { absent, id, instant, instantText } from "./fields.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";

const yankFields = { reason: v.string(), at: instant, by: absent(v.string()) };

/** That a file is yanked, on the wire. */
export const yank = v.pipe(
  v.object(yankFields),
  v.transform(({ at, ...rest }): Yank => present({ ...rest, atMs: at })),
);

/** Versions that were yanked, on the wire. */
export const yankedVersions = v.array(
  v.pipe(
    v.object({ packageId: id<PackageId>(), version: v.string(), ...yankFields }),
    v.transform(({ at, ...rest }): YankedVersion => present({ ...rest, atMs: at })),
  ),
);

/** That a file is yanked, as it travels. */
export function encodeYank({ atMs, ...rest }: Yank): Wire<"Yanked"> {
  return { ...rest, at: instantText(atMs) };
}

/** A version that was yanked, as it travels. */
export function encodeYankedVersion({ packageId, version, ...rest }: YankedVersion): Wire<"YankedVersion"> {
  return { packageId, version, ...encodeYank(rest) };
}
