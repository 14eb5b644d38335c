import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { newKey } from "#api/chance.ts";
import { useCreatePackage, useUpdatePackage } from "#api/packages.ts";
import { useScope } from "#api/scope.ts";
import { mainPackageIdOf, type Package } from "#domain/package.ts";
import { useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { CheckField } from "#ui/check-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { TextArea, TextField } from "#ui/text-field.tsx";
import { showToast } from "#ui/toasts.tsx";
import { problemsOf, refusalAt } from "./package-form.ts";
import { mainWords } from "./package-words.ts";

export type CreatePackageDialogProps = { readonly packages: readonly Package[]; readonly onClose: () => void };

/** Makes a package and goes to it. */
export function CreatePackageDialog({ packages, onClose }: CreatePackageDialogProps) {
  const projectId = useProjectId();
  const scope = useScope(projectId);
  const create = useCreatePackage(scope);
  const update = useUpdatePackage(scope);
  const navigate = useNavigate();
  const mainNow = mainPackageIdOf(packages);
  const [packageId, setPackageId] = useState("");
  const [description, setDescription] = useState("");
  const [main, setMain] = useState(mainNow === undefined);
  const [sent, setSent] = useState<{ readonly packageId: string; readonly idempotencyKey: string }>();
  const idField = useRef<HTMLInputElement>(null);

  const failure = create.error?.failure ?? update.error?.failure;
  const place = refusalAt(failure);
  // The focus goes to where the answer is.
  useEffect(() => {
    if (place === "packageId") idField.current?.select();
  }, [place]);

  const id = packageId.trim();
  const problems = sent === undefined ? {} : problemsOf({ packageId, description });
  const refused = place === "packageId" && sent?.packageId === id ? failure?.message : undefined;
  const finish = (made: Package) => {
    showToast({ tone: "succeeded", text: `Package ${made.id} created.` });
    // The page reports what becomes of the way there.
    void navigate(paths.package(projectId, made.id));
  };
  const send = () => {
    const wrong = problemsOf({ packageId, description });
    // The same package is the same act, also when its first answer was lost.
    const act = sent?.packageId === id && refused === undefined ? sent : { packageId: id, idempotencyKey: newKey() };
    setSent(act);
    if (wrong.packageId !== undefined) idField.current?.focus();
    if (Object.keys(wrong).length > 0) return;
    create.mutate(
      { ...act, main, description: description.trim() },
      {
        onSuccess: (made) => {
          // The package that was main keeps that until it is taken from it.
          if (main && !made.main) update.mutate({ packageId: made.id, main: true }, { onSuccess: finish });
          else finish(made);
        },
      },
    );
  };
  return (
    <FormDialog
      open
      title="Create package"
      actLabel="Create package"
      pending={create.isPending || update.isPending}
      error={place === "form" ? failure?.message : undefined}
      onSubmit={send}
      onClose={onClose}
    >
      <TextField
        ref={idField}
        label="Package id"
        help="As the device knows it, for example main or modem. It cannot be changed later."
        error={problems.packageId ?? refused}
        value={packageId}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type this
        autoFocus
        onChange={(event) => setPackageId(event.target.value)}
      />
      <TextArea
        label="Description"
        optional
        rows={2}
        error={problems.description ?? (place === "description" ? failure?.message : undefined)}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
      />
      <CheckField checked={main} onChange={(event) => setMain(event.target.checked)}>
        This is the main package
      </CheckField>
      {main ? <p>{mainWords(id === "" ? "It" : id, mainNow)}</p> : null}
    </FormDialog>
  );
}
