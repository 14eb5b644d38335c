import { useQuery } from "@tanstack/react-query";
import { deviceQueries } from "#api/devices.ts";
import { packageQueries } from "#api/packages.ts";
import { formatCount } from "#ui/format.ts";
import { tallyQuery } from "./tally-query.ts";
import type { Scope } from "./use-current-scope.ts";

const DEVICES_POLL_EVERY_MS = 60_000;

type CountProps = { readonly scope: Scope };

/** A count that is not known, or could not be asked for, is left out: the navigation works without. */
export function CohortCount({ scope }: CountProps) {
  const { data } = useQuery(tallyQuery(scope));
  return data === undefined ? null : formatCount(data.total);
}

export function PackageCount({ scope }: CountProps) {
  const { data } = useQuery(packageQueries.list(scope));
  return data === undefined ? null : formatCount(data.length);
}

export function DeviceCount({ scope }: CountProps) {
  const asked = deviceQueries.list(scope, { page: 0, perPage: 1 });
  const { data } = useQuery({ ...asked, refetchInterval: DEVICES_POLL_EVERY_MS });
  return data === undefined ? null : formatCount(data.total);
}
