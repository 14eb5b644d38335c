declare const brand: unique symbol;
type Id<Kind extends string> = string & { readonly [brand]: Kind };

/** Opaque id of an organization, the outermost scope. Source: Golioth. */
export type OrganizationId = Id<"organization">;
/** Slug of a project, the scope of everything but the organization. Source: Golioth. */
export type ProjectId = Id<"project">;
/** Opaque id of a cohort: devices that get the same deployments. */
export type CohortId = Id<"cohort">;
/** Opaque id of a device, 24 hex digits in the mock. */
export type DeviceId = Id<"device">;
/** Opaque id of a deployment. */
export type DeploymentId = Id<"deployment">;
/** Opaque id of an artifact. */
export type ArtifactId = Id<"artifact">;
/** The name a package is known by on the device, e.g. `main`; chosen by people, 1 to 64 of `A-Za-z0-9._+-`. */
export type PackageId = Id<"package">;
/** Opaque id of a tag. */
export type TagId = Id<"tag">;
/** Opaque id of a blueprint, a hardware type. */
export type BlueprintId = Id<"blueprint">;
/** Opaque id of a chunked upload that is under way. */
export type UploadId = Id<"upload">;

/** The organization and project every scoped operation names in its path. */
export type Scope = { readonly organizationId: OrganizationId; readonly projectId: ProjectId };
