/** Groups of operations that a rollout's page would use. */
export type RolloutMeans = { readonly plans: boolean; readonly control: boolean; readonly targets: boolean };

/** What this backend cannot do for a rollout, in one sentence; absent when it can do all of it. */
export function missingWords({ plans, control, targets }: RolloutMeans): string | undefined {
  const missing = [
    ...(targets ? [] : ["reports no progress of single devices"]),
    ...(plans ? [] : ["knows no plans (every device is offered a deployment at once)"]),
    ...(control ? [] : ["cannot pause, resume or cancel a rollout"]),
  ];
  if (missing.length === 0) return undefined;
  const [last, ...before] = missing.toReversed();
  return `This backend ${before.length === 0 ? last : `${before.toReversed().join(", ")}, and ${last}`}.`;
}
