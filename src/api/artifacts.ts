import { queryOptions, useMutation } from "@tanstack/react-query";
import { decodeArtifact } from "#contract/artifact.ts";
import { decodePage } from "#contract/page.ts";
import type { ArtifactId, PackageId, Scope } from "#domain/ids.ts";
import { allPages } from "./all-pages.ts";
import { uploadArtifact, type ArtifactUpload } from "./artifact-upload.ts";
import { read } from "./call.ts";
import { client } from "./client.ts";
import { packageQueries } from "./packages.ts";
import { keys } from "./keys.ts";
import { remove } from "./remove.ts";

/** Binaries by package and version. */
export const artifactQueries = {
  all: keys.artifacts,
  /** All artifacts of the project, or of one package. */
  list: (scope: Scope, { packageId }: { readonly packageId?: PackageId } = {}) =>
    queryOptions({
      queryKey: [...artifactQueries.all(scope), "list", packageId ?? null],
      queryFn: ({ signal }) =>
        allPages((page) =>
          read({ what: "the artifacts", signal, decode: decodePage("artifacts", decodeArtifact) }, (init) =>
            client.GET("/v1/projects/{projectId}/artifacts", {
              params: { path: scope, query: packageId === undefined ? page : { ...page, package: packageId } },
              ...init,
            }),
          ),
        ),
    }),
};

/** Deletes an artifact that no deployment names. */
export function useDeleteArtifact(scope: Scope) {
  return useMutation({
    mutationFn: (artifactId: ArtifactId) =>
      remove("delete the artifact", artifactId, (init) =>
        client.DELETE("/v1/projects/{projectId}/artifacts/{artifactId}", {
          params: { path: { ...scope, artifactId } },
          ...init,
        }),
      ),
    onSuccess: (_artifactId, _vars, _before, { client: cache }) =>
      cache.invalidateQueries({ queryKey: artifactQueries.all(scope) }),
  });
}

/** Uploads a file as an artifact, in chunks where the backend takes them. */
export function useUploadArtifact(scope: Scope) {
  return useMutation({
    mutationFn: (upload: ArtifactUpload) => uploadArtifact(scope, upload),
    onSuccess: async (_artifact, _vars, _before, { client: cache }) => {
      const changed = [artifactQueries.all(scope), packageQueries.all(scope)];
      await Promise.all(changed.map((queryKey) => cache.invalidateQueries({ queryKey })));
    },
  });
}
