import { useState } from "react";
import { useUnyankArtifacts, useYankArtifacts } from "#api/artifact-acts.ts";
import { keyedAct, type KeyedAct } from "#api/keyed-act.ts";
import { useScope } from "#api/scope.ts";
import type { Artifact } from "#domain/artifact.ts";
import { reasonProblem } from "#domain/name.ts";
import { useProjectId } from "#navigation/params.ts";
import { ReasonDialog } from "#ui/reason-dialog.tsx";
import { showToast } from "#ui/toasts.tsx";
import { filesOfVersion, unyankWords, yankWords } from "./yank-words.ts";

export type YankDialogProps = {
  /** A file of the version. */
  readonly artifact: Artifact;
  /** All files of the package. */
  readonly artifacts: readonly Artifact[];
  readonly onClose: () => void;
};

/** Takes a version out of what can be deployed, or puts it back, with the reason why. */
export function YankDialog({ artifact, artifacts, onClose }: YankDialogProps) {
  const scope = useScope(useProjectId());
  const yank = useYankArtifacts(scope);
  const unyank = useUnyankArtifacts(scope);
  const [last, setLast] = useState<KeyedAct>();
  // As it was when the dialog opened: halfway through, some of its files have changed already.
  const [{ files, wasYanked }] = useState(() => {
    const wasYanked = artifact.yanked !== undefined;
    const all = filesOfVersion(artifact, artifacts);
    return { wasYanked, files: all.filter(({ yanked }) => (yanked !== undefined) === wasYanked) };
  });
  const name = `${artifact.packageId} ${artifact.version}`;
  const { mutate, isPending, error } = wasYanked ? unyank : yank;
  const send = (reason: string) => {
    const act = keyedAct(last, { reason });
    setLast(act);
    mutate(
      { artifactIds: files.map(({ id }) => id), reason, idempotencyKey: act.idempotencyKey },
      {
        onSuccess: () => {
          showToast({ tone: "succeeded", text: wasYanked ? `${name} can be deployed again.` : `${name} is yanked.` });
          onClose();
        },
      },
    );
  };
  return (
    <ReasonDialog
      title={wasYanked ? `Unyank ${name}?` : `Yank ${name}?`}
      actLabel={wasYanked ? "Unyank version" : "Yank version"}
      danger={!wasYanked}
      help={
        wasYanked
          ? "Kept for whoever looks up later why it was done."
          : "Shown beside the version, and to whoever wants to deploy it."
      }
      problemOf={reasonProblem}
      pending={isPending}
      error={error?.message}
      onSubmit={send}
      onClose={onClose}
    >
      {(wasYanked ? unyankWords(files) : yankWords(files)).map((sentence) => (
        <p key={sentence}>
          <bdi>{sentence}</bdi>
        </p>
      ))}
    </ReasonDialog>
  );
}
