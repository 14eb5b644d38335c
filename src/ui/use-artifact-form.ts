import { useEffect, useRef, useState } from "react";
import type { BlueprintId, TagId } from "#domain/ids.ts";
import { mainPackageIdOf } from "#domain/package.ts";
import { artifactProblems, fileProblem, type ArtifactProblems } from "./artifact-form-problems.ts";
import type { ArtifactFormProps } from "./artifact-form.tsx";
import { useFileFacts } from "./file-facts.tsx";

/** What the form of an upload remembers, what it reads from the file, and what is wrong with either. */
export function useArtifactForm(props: ArtifactFormProps) {
  const { packages, fixedPackageId, hashOf, onSubmit, versionProblem } = props;
  const [packageId, setPackageId] = useState<string>(fixedPackageId ?? mainPackageIdOf(packages) ?? "");
  const [typedVersion, setTypedVersion] = useState<string>();
  const [file, setFile] = useState<File>();
  const [blueprintIds, setBlueprintIds] = useState<readonly BlueprintId[]>([]);
  const [tagIds, setTagIds] = useState<readonly TagId[]>([]);
  const [sent, setSent] = useState<{ readonly version?: string }>();
  const versionField = useRef<HTMLInputElement>(null);
  const usable = fileProblem(file) === undefined ? file : undefined;
  const facts = useFileFacts(usable, hashOf);
  // The focus goes to where the answer is.
  useEffect(() => {
    if (versionProblem !== undefined) versionField.current?.select();
  }, [versionProblem]);

  const ofImage = facts.head?.header?.version;
  const version = typedVersion ?? ofImage ?? "";
  const problems = artifactProblems({ packageId, version, file });
  const submit = (form: HTMLFormElement) => {
    setSent({ version: version.trim() });
    const { sha256 } = facts;
    const chosen = packages.find(({ id }) => id === packageId);
    if (file === undefined || sha256 === undefined || chosen === undefined || Object.keys(problems).length > 0) {
      focusFirst(form, problems);
      return;
    }
    const [blueprintId] = blueprintIds;
    const what = { file, packageId: chosen.id, version: version.trim(), tagIds, sha256 };
    onSubmit(blueprintId === undefined ? what : { ...what, blueprintId });
  };
  return {
    file: { value: file, usable, facts, choose: setFile },
    package: { value: packageId, choose: setPackageId },
    version: { value: version, ofImage, type: setTypedVersion },
    versionField,
    blueprints: { value: blueprintIds, choose: setBlueprintIds },
    tags: { value: tagIds, choose: setTagIds },
    /** What is to be shown of what is wrong. */
    problems: sent === undefined ? early(problems, file) : problems,
    /** What the backend has against the version, while it is the one that was sent. */
    refused: sent?.version === version.trim() ? versionProblem : undefined,
    submit,
  };
}

/** A wrong file is said at once, since choosing it was an act; an empty field only when it was to be sent. */
function early(problems: ArtifactProblems, file: File | undefined): ArtifactProblems {
  return file === undefined || problems.file === undefined ? {} : { file: problems.file };
}

function focusFirst(form: HTMLFormElement, problems: ArtifactProblems): void {
  const wrong = problems.file === undefined ? (problems.package === undefined ? "version" : "package") : "file";
  const control = wrong === "file" ? form.querySelector("input[type=file]") : form.elements.namedItem(wrong);
  if (control instanceof HTMLElement) control.focus();
}
