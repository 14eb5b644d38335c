/* oxlint-disable typescript/no-unnecessary-type-parameters, typescript/no-unsafe-type-assertion */
/** A name that a seed chooses as an id of its kind: projects and packages are called what people call them. */
export function seedId<Id extends string>(name: string): Id {
  return name as Id;
}
/* oxlint-enable typescript/no-unnecessary-type-parameters, typescript/no-unsafe-type-assertion */
