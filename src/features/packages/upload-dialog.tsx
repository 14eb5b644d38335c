import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useUploadArtifact } from "#api/artifacts.ts";
import type { UploadProgress } from "#api/artifact-upload.ts";
import { blueprintQueries, useCreateBlueprint } from "#api/blueprints.ts";
import { useHasMore } from "#api/capabilities.ts";
import { newKey } from "#api/chance.ts";
import { ApiError } from "#api/error.ts";
import { hashFile } from "#api/file-hash.ts";
import { tagQueries, useCreateTag } from "#api/tags.ts";
import type { Artifact } from "#domain/artifact.ts";
import type { Scope } from "#domain/ids.ts";
import type { Package } from "#domain/package.ts";
import { announce } from "#ui/announcer.tsx";
import { ArtifactForm } from "#ui/artifact-form.tsx";
import type { NewArtifact } from "#ui/artifact-form.tsx";
import { formatBytes } from "#ui/format.ts";
import { showToast } from "#ui/toasts.tsx";
import { sameUpload, uploadProblem } from "./upload-problem.ts";

export type UploadDialogProps = {
  readonly scope: Scope;
  readonly about: Package;
  readonly onUploaded: (artifact: Artifact) => void;
  readonly onClose: () => void;
};

/** Uploads a file as a version of a package. An upload that was cut off goes on where it stopped. */
export function UploadDialog({ scope, about, onUploaded, onClose }: UploadDialogProps) {
  const { data: blueprints = [] } = useQuery(blueprintQueries.list(scope));
  const { data: tags = [] } = useQuery(tagQueries.list(scope));
  const makeBlueprint = useCreateBlueprint(scope);
  const makeTag = useCreateTag(scope);
  const upload = useUploadArtifact(scope);
  const [progress, setProgress] = useState<UploadProgress>();
  const [last, setLast] = useState<{ readonly artifact: NewArtifact; readonly idempotencyKey: string }>();
  const stop = useRef<AbortController>(undefined);

  // A stop is the reader's own act and no failure.
  const failure = upload.error instanceof ApiError ? upload.error.failure : undefined;
  const problem = failure === undefined ? undefined : uploadProblem(failure);
  const send = (artifact: NewArtifact) => {
    const resumes = last !== undefined && problem?.resumes === true && sameUpload(last.artifact, artifact);
    const act = resumes ? last : { artifact, idempotencyKey: newKey() };
    const stopping = new AbortController();
    stop.current = stopping;
    setLast(act);
    setProgress(undefined);
    upload.mutate(
      { ...artifact, idempotencyKey: act.idempotencyKey, resumes, signal: stopping.signal, onProgress: setProgress },
      {
        onSuccess: (uploaded) => {
          showToast({ tone: "succeeded", text: `${uploaded.packageId} ${uploaded.version} uploaded.` });
          onUploaded(uploaded);
        },
        onError: () => (stopping.signal.aborted ? announce("Upload stopped") : undefined),
      },
    );
  };
  return (
    <ArtifactForm
      packages={[about]}
      fixedPackageId={about.id}
      blueprints={blueprints}
      tags={useHasMore() ? tags : undefined}
      hashOf={hashFile}
      onMakeBlueprint={(name) => makeBlueprint.mutateAsync({ name })}
      onMakeTag={(name) => makeTag.mutateAsync({ name })}
      progress={upload.isPending ? progressOf(progress) : undefined}
      problem={problem?.form}
      versionProblem={problem?.version}
      actLabel={problem?.resumes === true ? "Try again" : "Upload"}
      onSubmit={send}
      onStop={() => stop.current?.abort()}
      onClose={onClose}
    />
  );
}

function progressOf(progress: UploadProgress | undefined) {
  if (progress === undefined) return { label: "Beginning the upload", percent: 0 };
  const { doneBytes, totalBytes } = progress;
  const label = doneBytes === totalBytes ? "Finishing the upload" : "Sending the file";
  return {
    label,
    percent: (doneBytes / totalBytes) * 100,
    amount: `${formatBytes(doneBytes)} of ${formatBytes(totalBytes)}`,
  };
}
