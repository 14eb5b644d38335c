import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { paths } from "#navigation/paths.ts";
import { Icon } from "#ui/icon.tsx";
import type { IconName } from "#ui/icon.tsx";
import { Link } from "#ui/link.tsx";
import { Logo } from "#ui/logo.tsx";
import { CohortCount, DeviceCount, PackageCount } from "./rail-counts.tsx";
import { RailBox } from "./rail-styles.ts";
import { useCurrentScope, useNavigationProjectId } from "./use-current-scope.ts";
import { WorldClock } from "./world-clock.tsx";

/** The main navigation with what there is of each. */
export function Rail() {
  const projectId = useNavigationProjectId();
  const scope = useCurrentScope();
  return (
    <RailBox>
      <nav aria-label="Main">
        <Link to={paths.home()} className="brand" aria-label="Slipway, home">
          <Logo />
          <span>Slipway</span>
        </Link>
        <Entry label="Cohorts" icon="cohort" to={projectId === undefined ? undefined : paths.cohorts(projectId)}>
          {scope === undefined ? null : <CohortCount scope={scope} />}
        </Entry>
        <Entry label="Packages" icon="package" to={projectId === undefined ? undefined : paths.packages(projectId)}>
          {scope === undefined ? null : <PackageCount scope={scope} />}
        </Entry>
        <Entry label="Devices" icon="device" to={projectId === undefined ? undefined : paths.devices(projectId)}>
          {scope === undefined ? null : <DeviceCount scope={scope} />}
        </Entry>
      </nav>
      <WorldClock />
    </RailBox>
  );
}

type EntryProps = {
  readonly label: string;
  readonly icon: IconName;
  readonly to: string | undefined;
  readonly children: ReactNode;
};

function Entry({ label, icon, to = paths.home(), children }: EntryProps) {
  const { pathname } = useLocation();
  const current = pathname === to || pathname.startsWith(`${to}/`);
  return (
    <Link to={to} className="entry" {...(current ? { "aria-current": "page" } : {})}>
      <Icon name={icon} />
      <span className="label">{label}</span>
      <span className="count">{children}</span>
    </Link>
  );
}
