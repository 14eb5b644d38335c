import type { ApiFailure } from "#api/error.ts";

/** What the dialog does with a failed upload. */
export type UploadProblem = {
  /** Shown at the version field: another variant of this version exists. */
  readonly version?: string;
  /** Shown below the form. */
  readonly form?: string;
  /** The connection was lost: the same upload can go on where it stopped. */
  readonly resumes: boolean;
};

/** Where a failed upload is said, and whether the next try goes on with it. */
export function uploadProblem(failure: ApiFailure): UploadProblem {
  const { kind, message } = failure;
  if (kind === "unreachable" || kind === "broken") {
    return { form: `${message} What has arrived is not sent again.`, resumes: true };
  }
  const isVersion = kind === "conflict" || (kind === "invalid" && failure.field === "version");
  return isVersion ? { version: message, resumes: false } : { form: message, resumes: false };
}

/** What two tries of an upload are compared by. */
type Upload = {
  readonly sha256: string;
  readonly version: string;
  readonly blueprintId?: string;
  readonly tagIds: readonly string[];
};

/** Whether two tries are of the same file, for the same version and the same devices. */
export function sameUpload(a: Upload, b: Upload): boolean {
  const keyOf = ({ sha256, version, blueprintId, tagIds }: Upload) =>
    JSON.stringify([sha256, version, blueprintId, tagIds.toSorted()]);
  return keyOf(a) === keyOf(b);
}
