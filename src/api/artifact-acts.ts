import { useMutation } from "@tanstack/react-query";
import { decodeArtifact } from "#contract/artifact.ts";
import { decodeData } from "#contract/page.ts";
import type { Artifact } from "#domain/artifact.ts";
import type { ArtifactId, Scope } from "#domain/ids.ts";
import { write } from "./call.ts";
import { newKey } from "./chance.ts";
import { client } from "./client.ts";
import { keys } from "./keys.ts";

const ARTIFACT = "/v1/projects/{projectId}/artifacts/{artifactId}";

/** The files of a version, and why. A key stands for one act on each of them: keys are kept by path. */
type ArtifactAct = {
  readonly artifactIds: readonly ArtifactId[];
  readonly reason: string;
  readonly idempotencyKey?: string;
};

/** From now on no new deployment may take these files; running ones go on. */
export function useYankArtifacts(scope: Scope) {
  return useArtifactAct(scope, "yank the version", "yank");
}

/** New deployments may take these files again. */
export function useUnyankArtifacts(scope: Scope) {
  return useArtifactAct(scope, "unyank the version", "unyank");
}

function useArtifactAct(scope: Scope, what: string, act: "yank" | "unyank") {
  const send = (artifactId: ArtifactId, reason: string, key: string) =>
    write({ what, key, decode: decodeData("artifact", decodeArtifact) }, (init) =>
      client.POST(`${ARTIFACT}/${act}`, { params: { path: { ...scope, artifactId } }, body: { reason }, ...init }),
    );
  return useMutation({
    mutationFn: async ({ artifactIds, reason, idempotencyKey = newKey() }: ArtifactAct) => {
      const done: Artifact[] = [];
      // One after the other: what fails leaves the rest as it was, and the same act sent again goes on behind it.
      // oxlint-disable-next-line no-await-in-loop
      for (const artifactId of artifactIds) done.push(await send(artifactId, reason, idempotencyKey));
      return done;
    },
    onSettled: async (_done, _error, _vars, _before, { client: cache }) => {
      // Deployments that hold it, and the cohorts that run them, warn of it.
      const changed = [keys.artifacts, keys.impact, keys.deployments, keys.cohorts];
      await Promise.all(changed.map((key) => cache.invalidateQueries({ queryKey: key(scope) })));
    },
  });
}
