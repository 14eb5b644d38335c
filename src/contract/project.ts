import * as v from "valibot";
import type { OrganizationId, ProjectId } from "#domain/ids.ts";
import type { Organization, Project } from "#domain/project.ts";
import { decodeBy } from "./decode.ts";
import { absent, id, instant, instantText } from "./fields.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";

const project = v.object({
  id: id<ProjectId>(),
  name: v.string(),
  organizationId: id<OrganizationId>(),
  createdAt: instant,
});

const organization = v.object({
  id: id<OrganizationId>(),
  name: v.string(),
  website: absent(v.string()),
  createdAt: instant,
});

/** @throws ContractViolation naming the field. */
export function decodeProject(wire: unknown): Project {
  const { createdAt, ...rest } = decodeBy("project", project, wire);
  return { ...rest, createdAtMs: createdAt };
}

/** A project as it travels. */
export function encodeProject({ id, name, organizationId, createdAtMs }: Project): Wire<"Project"> {
  return { id, name, organizationId, createdAt: instantText(createdAtMs) };
}

/** @throws ContractViolation naming the field. */
export function decodeOrganization(wire: unknown): Organization {
  const { createdAt, ...rest } = decodeBy("organization", organization, wire);
  return present({ ...rest, createdAtMs: createdAt });
}

/** An organization as it travels. */
export function encodeOrganization({ createdAtMs, ...rest }: Organization): Wire<"Organization"> {
  return { ...rest, createdAt: instantText(createdAtMs) };
}
