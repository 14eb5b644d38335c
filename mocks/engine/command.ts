import type { ArtifactType } from "#domain/artifact.ts";
import type { CohortFilter } from "#domain/cohort.ts";
import type { DeploymentRequest } from "#domain/deployment.ts";
import type { ArtifactId, BlueprintId, CohortId, DeviceId, PackageId, ProjectId, TagId } from "#domain/ids.ts";
import type { DeviceReport } from "#domain/report.ts";
import type { Faults } from "#domain/world.ts";
import type { ControlCommand, WindowFact } from "./control-command.ts";

/**
 * Everything that can be done to a world: what people ask for, what devices over HTTP say, and the clock.
 * Plain JSON, so that a log of commands is the world. Simulated reports are derived and never appear here.
 * Names arrive as typed; the engine trims and judges them. Source: contract.md, Clocks and the log.
 */
export type Command =
  | { readonly kind: "update-organization"; readonly name?: string; readonly website?: string }
  | { readonly kind: "create-project"; readonly name: string; readonly id?: ProjectId }
  | { readonly kind: "rename-project"; readonly projectId: ProjectId; readonly name: string }
  | { readonly kind: "delete-project"; readonly projectId: ProjectId }
  | { readonly kind: "create-tag"; readonly projectId: ProjectId; readonly name: string }
  | { readonly kind: "rename-tag"; readonly projectId: ProjectId; readonly tagId: TagId; readonly name: string }
  | { readonly kind: "delete-tag"; readonly projectId: ProjectId; readonly tagId: TagId }
  | {
      readonly kind: "create-blueprint";
      readonly projectId: ProjectId;
      readonly name: string;
      readonly platform?: string;
      readonly boardId?: string;
    }
  | {
      readonly kind: "update-blueprint";
      readonly projectId: ProjectId;
      readonly blueprintId: BlueprintId;
      readonly name?: string;
      readonly platform?: string;
      readonly boardId?: string;
    }
  | { readonly kind: "delete-blueprint"; readonly projectId: ProjectId; readonly blueprintId: BlueprintId }
  | {
      readonly kind: "create-package";
      readonly projectId: ProjectId;
      readonly packageId: PackageId;
      readonly description?: string;
      readonly metadata?: Readonly<Record<string, string>>;
      readonly main?: boolean;
    }
  | {
      readonly kind: "update-package";
      readonly projectId: ProjectId;
      readonly packageId: PackageId;
      readonly description?: string;
      readonly metadata?: Readonly<Record<string, string>>;
      readonly main?: boolean;
    }
  | { readonly kind: "delete-package"; readonly projectId: ProjectId; readonly packageId: PackageId }
  /** `sha256`, `sizeBytes` and `type` are facts made from the bytes before the command is written to the log. */
  | {
      readonly kind: "create-artifact";
      readonly projectId: ProjectId;
      readonly packageId: PackageId;
      readonly version: string;
      readonly blueprintId?: BlueprintId;
      readonly tagIds: readonly TagId[];
      readonly requires: Readonly<Record<string, string>>;
      readonly sizeBytes: number;
      readonly sha256: string;
      readonly type: ArtifactType;
      readonly content: ContentSource;
    }
  | { readonly kind: "delete-artifact"; readonly projectId: ProjectId; readonly artifactId: ArtifactId }
  | {
      readonly kind: "create-device";
      readonly projectId: ProjectId;
      readonly name: string;
      readonly hardwareIds: readonly string[];
      readonly tagIds: readonly TagId[];
      readonly blueprintId?: BlueprintId;
      readonly cohortId?: CohortId;
    }
  | {
      readonly kind: "update-device";
      readonly projectId: ProjectId;
      readonly deviceId: DeviceId;
      readonly change: DeviceChange;
      /** When the change of cohort takes effect, if not at once; the rest of the change does not wait. */
      readonly effectiveAtMs?: number;
    }
  | { readonly kind: "delete-device"; readonly projectId: ProjectId; readonly deviceId: DeviceId }
  | {
      readonly kind: "create-cohort";
      readonly projectId: ProjectId;
      readonly name: string;
      readonly filter?: CohortFilter;
    }
  | {
      readonly kind: "update-cohort";
      readonly projectId: ProjectId;
      readonly cohortId: CohortId;
      readonly name?: string;
      readonly filter?: CohortFilter;
    }
  | { readonly kind: "delete-cohort"; readonly projectId: ProjectId; readonly cohortId: CohortId }
  /** Moves devices into a cohort, or out of the one they are in. All of them or, on a problem, none. */
  | {
      readonly kind: "assign-devices";
      readonly projectId: ProjectId;
      readonly cohortId: CohortId | undefined;
      readonly deviceIds: readonly DeviceId[];
      /** When it takes effect, if not at once. */
      readonly effectiveAtMs?: number;
    }
  | {
      readonly kind: "start-deployment";
      readonly projectId: ProjectId;
      readonly cohortId: CohortId;
      readonly request: DeploymentRequest;
      /** Needed where the plan has a window. */
      readonly window?: WindowFact;
    }
  | ControlCommand
  /** A device over HTTP asked what it should run. */
  | { readonly kind: "ask"; readonly deviceId: DeviceId }
  /** A device over HTTP reported. */
  | { readonly kind: "report"; readonly deviceId: DeviceId; readonly report: DeviceReport }
  /** A device over HTTP asked for bytes of a component; the first block of an attempt counts as contact. */
  | {
      readonly kind: "fetch-bytes";
      readonly deviceId: DeviceId;
      readonly packageId: PackageId;
      readonly version: string;
    }
  | { readonly kind: "device-log"; readonly deviceId: DeviceId; readonly text: string }
  | { readonly kind: "set-faults"; readonly faults: Faults };

/** What a PATCH of a device may change; `null` removes. */
export type DeviceChange = {
  readonly name?: string;
  readonly enabled?: boolean;
  readonly blueprintId?: BlueprintId | null;
  readonly cohortId?: CohortId | null;
  readonly hardwareIds?: readonly string[];
  readonly tagIds?: readonly TagId[];
};

/** Where an artifact's bytes are: kept as uploaded under their hash, or a seeded stream made on demand. */
export type ContentSource =
  | { readonly kind: "stored" }
  | { readonly kind: "seeded"; readonly seed: string; readonly mcuboot: boolean };
