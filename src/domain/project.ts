import type { OrganizationId, ProjectId } from "./ids.ts";

/** The scope of everything but the organization. */
export type Project = {
  readonly id: ProjectId;
  readonly name: string;
  readonly organizationId: OrganizationId;
  readonly createdAtMs: number;
};

/** An organization owns projects. */
export type Organization = {
  readonly id: OrganizationId;
  readonly name: string;
  readonly website?: string;
  readonly createdAtMs: number;
};

/** Who acts. Decided by the host, never by a request's body. */
export type Actor = { readonly actor: string; readonly roles: readonly string[] };

/** One page of a list; `page` counts from 0. */
export type Page<T> = {
  readonly list: readonly T[];
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
};
