import { useHasMore } from "#api/capabilities.ts";
import { mainPackageIdOf, type Package } from "#domain/package.ts";
import { useProjectId } from "#navigation/params.ts";
import { CheckField } from "#ui/check-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { TextArea, TextField } from "#ui/text-field.tsx";
import { mainWords } from "./package-words.ts";
import { useNewPackage } from "./use-new-package.ts";

export type CreatePackageDialogProps = { readonly packages: readonly Package[]; readonly onClose: () => void };

/** Makes a package and goes to it. */
export function CreatePackageDialog({ packages, onClose }: CreatePackageDialogProps) {
  const mainNow = mainPackageIdOf(packages);
  const marksMain = useHasMore();
  const { packageId, idField, description, main, ...form } = useNewPackage(
    useProjectId(),
    marksMain && mainNow === undefined,
  );
  const id = packageId.value.trim();
  return (
    <FormDialog
      open
      title="Create package"
      actLabel="Create package"
      pending={form.pending}
      error={form.error}
      onSubmit={form.send}
      onClose={onClose}
    >
      <TextField
        ref={idField}
        label="Package id"
        help="As the device knows it, for example main or modem. It cannot be changed later."
        error={packageId.error}
        value={packageId.value}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type this
        autoFocus
        onChange={(event) => packageId.type(event.target.value)}
      />
      <TextArea
        label="Description"
        optional
        rows={2}
        error={description.error}
        value={description.value}
        onChange={(event) => description.type(event.target.value)}
      />
      {marksMain ? (
        <>
          <CheckField checked={main.value} onChange={(event) => main.choose(event.target.checked)}>
            This is the main package
          </CheckField>
          {main.value ? <p>{mainWords(id === "" ? "It" : id, mainNow)}</p> : null}
        </>
      ) : null}
    </FormDialog>
  );
}
