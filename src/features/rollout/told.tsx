import styled from "@emotion/styled";
import { useQuery } from "@tanstack/react-query";
import { rolloutQueries } from "#api/rollout.ts";
import type { CohortId, DeploymentId, DeviceId, Scope } from "#domain/ids.ts";
import { formatBytes } from "#ui/format.ts";
import { Link } from "#ui/link.tsx";
import { SkeletonLine } from "#ui/skeleton.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { VersionText } from "#ui/version-text.tsx";

type ToldProps = {
  readonly scope: Scope;
  readonly cohortId: CohortId;
  readonly deploymentId: DeploymentId;
  readonly deviceId: DeviceId;
  readonly manifestTo: string;
};

/** What this device is told to run, variant by variant as it fits the device. */
export function Told({ scope, cohortId, deploymentId, deviceId, manifestTo }: ToldProps) {
  const told = useQuery(rolloutQueries.manifest(scope, cohortId, deploymentId, deviceId));
  return (
    <Part aria-labelledby="told">
      <h3 id="told">What it is told</h3>
      {told.data === undefined ? (
        <p>{told.error === null ? <SkeletonLine width={200} /> : told.error.message}</p>
      ) : (
        <ul>
          {told.data.manifest.components.map(({ packageId, version, sizeBytes }) => (
            <li key={packageId}>
              <bdi>{packageId}</bdi> <VersionText version={version} />{" "}
              <span className="size">{formatBytes(sizeBytes)}</span>
            </li>
          ))}
        </ul>
      )}
      <Link to={manifestTo}>Its manifest</Link>
    </Part>
  );
}

const Part = styled.section({
  display: "grid",
  gap: 4,
  fontSize: 13,
  "& h3": { fontSize: 13 },
  "& p": { color: ink.third },
  "& li": { display: "flex", gap: 8 },
  "& > a": { justifySelf: "start", padding: "2px 0" },
  "& .size": { marginLeft: "auto", color: ink.third },
});
