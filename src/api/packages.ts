import { queryOptions, useMutation } from "@tanstack/react-query";
import { decodePackage } from "#contract/package.ts";
import { decodeData, decodePage } from "#contract/page.ts";
import type { PackageId, Scope } from "#domain/ids.ts";
import { allPages } from "./all-pages.ts";
import { read, write } from "./call.ts";
import { newKey } from "./chance.ts";
import { client } from "./client.ts";
import { keys } from "./keys.ts";
import { remove } from "./remove.ts";

const PACKAGES = "/v1/organizations/{organizationId}/projects/{projectId}/packages";
const PACKAGE = `${PACKAGES}/{packageId}` as const;

/** Upgradable components of the project's devices. */
export const packageQueries = {
  all: keys.packages,
  /** All packages of the project. */
  list: (scope: Scope) =>
    queryOptions({
      queryKey: packageQueries.all(scope),
      queryFn: ({ signal }) =>
        allPages((query) =>
          read({ what: "the packages", signal, decode: decodePage("packages", decodePackage) }, (init) =>
            client.GET(PACKAGES, { params: { path: scope, query }, ...init }),
          ),
        ),
    }),
};

/** What a package is made from. */
export type NewPackage = {
  readonly packageId: string;
  readonly description?: string;
  readonly main?: boolean;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly idempotencyKey?: string;
};

/** Makes a package. */
export function useCreatePackage(scope: Scope) {
  return useMutation({
    mutationFn: ({ idempotencyKey = newKey(), ...body }: NewPackage) =>
      write({ what: "create the package", key: idempotencyKey, decode: decodeData("package", decodePackage) }, (init) =>
        client.POST(PACKAGES, { params: { path: scope }, body, ...init }),
      ),
    onSuccess: (_package, _vars, _before, { client: cache }) =>
      cache.invalidateQueries({ queryKey: packageQueries.all(scope) }),
  });
}

/** What of a package can change. Making it main takes that from the package that had it. */
export type PackageChange = {
  readonly packageId: PackageId;
  readonly description?: string;
  readonly main?: boolean;
  readonly metadata?: Readonly<Record<string, string>>;
};

/** Changes a package. */
export function useUpdatePackage(scope: Scope) {
  return useMutation({
    mutationFn: ({ packageId, ...body }: PackageChange) =>
      write({ what: "change the package", decode: decodeData("package", decodePackage) }, (init) =>
        client.PUT(PACKAGE, { params: { path: { ...scope, packageId } }, body, ...init }),
      ),
    onSuccess: (_package, _vars, _before, { client: cache }) =>
      cache.invalidateQueries({ queryKey: packageQueries.all(scope) }),
  });
}

/** Deletes a package. */
export function useDeletePackage(scope: Scope) {
  return useMutation({
    mutationFn: (packageId: PackageId) =>
      remove("delete the package", packageId, (init) =>
        client.DELETE(PACKAGE, { params: { path: { ...scope, packageId } }, ...init }),
      ),
    onSuccess: (_packageId, _vars, _before, { client: cache }) =>
      cache.invalidateQueries({ queryKey: packageQueries.all(scope) }),
  });
}
