import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useUploadArtifact } from "#api/artifacts.ts";
import type { UploadProgress } from "#api/artifact-upload.ts";
import { blueprintQueries } from "#api/blueprints.ts";
import { useHasMore } from "#api/capabilities.ts";
import { hashFile } from "#api/file-hash.ts";
import { tagQueries } from "#api/tags.ts";
import type { Artifact } from "#domain/artifact.ts";
import { announce } from "#ui/announcer.tsx";
import { ArtifactForm } from "#ui/artifact-form.tsx";
import type { DeployContext } from "./deploy-context.ts";

type UploadDialogProps = {
  readonly deploy: DeployContext;
  readonly onUploaded: (artifact: Artifact) => void;
  readonly onClose: () => void;
};

/** Uploads a version that the project lacks; the draft behind it stays as it is. */
export function UploadDialog({ deploy, onUploaded, onClose }: UploadDialogProps) {
  const { scope, packages } = deploy;
  const blueprints = useQuery(blueprintQueries.list(scope));
  const tags = useQuery(tagQueries.list(scope));
  const upload = useUploadArtifact(scope);
  const [progress, setProgress] = useState<UploadProgress>();
  return (
    <ArtifactForm
      packages={packages}
      blueprints={blueprints.data ?? []}
      tags={useHasMore() ? (tags.data ?? []) : undefined}
      hashOf={hashFile}
      progress={upload.isPending ? progressOf(progress) : undefined}
      problem={upload.error?.message}
      onSubmit={(artifact) =>
        upload.mutate(
          { ...artifact, onProgress: setProgress },
          {
            onSuccess: (uploaded) => {
              announce(`${uploaded.packageId} ${uploaded.version} uploaded`);
              onUploaded(uploaded);
            },
          },
        )
      }
      onClose={onClose}
    />
  );
}

function progressOf(progress: UploadProgress | undefined): { readonly label: string; readonly percent: number } {
  if (progress === undefined || progress.totalBytes === 0) return { label: "Uploading", percent: 0 };
  const label = progress.phase === "hashing" ? "Hashing" : "Uploading";
  return { label, percent: (progress.doneBytes / progress.totalBytes) * 100 };
}
