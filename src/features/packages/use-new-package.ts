import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { newKey } from "#api/chance.ts";
import { useCreatePackage, useUpdatePackage } from "#api/packages.ts";
import { useScope } from "#api/scope.ts";
import type { Package } from "#domain/package.ts";
import type { ProjectId } from "#domain/ids.ts";
import { paths } from "#navigation/paths.ts";
import { showToast } from "#ui/toasts.tsx";
import { problemsOf, refusalAt } from "./package-form.ts";

/** The form of a new package: what was entered, what is wrong with it, and its sending. */
export function useNewPackage(projectId: ProjectId, isMainAtFirst: boolean) {
  const scope = useScope(projectId);
  const create = useCreatePackage(scope);
  const update = useUpdatePackage(scope);
  const navigate = useNavigate();
  const [packageId, setPackageId] = useState("");
  const [description, setDescription] = useState("");
  const [main, setMain] = useState(isMainAtFirst);
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
  return {
    packageId: { value: packageId, error: problems.packageId ?? refused, type: setPackageId },
    description: {
      value: description,
      error: problems.description ?? (place === "description" ? failure?.message : undefined),
      type: setDescription,
    },
    main: { value: main, choose: setMain },
    idField,
    pending: create.isPending || update.isPending,
    error: place === "form" ? failure?.message : undefined,
    send,
  };
}
