type Policy = { readonly createScriptURL: (url: string) => string };
type PolicyFactory = {
  readonly createPolicy: (name: string, rules: { readonly createScriptURL: (url: string) => string }) => Policy;
};

declare global {
  /** Trusted Types, where the browser has them. Source: W3C Trusted Types. */
  var trustedTypes: PolicyFactory | undefined;
}

let policy: Policy | undefined;

/**
 * The address of one of our own workers, blessed by the one Trusted Types policy of the console, `slipway-worker`.
 * @throws TypeError when the address is not same-origin: nothing else is ever run as a worker.
 */
export function workerUrl(address: string): string {
  policy ??= globalThis.trustedTypes?.createPolicy("slipway-worker", { createScriptURL: sameOrigin }) ?? {
    createScriptURL: sameOrigin,
  };
  return policy.createScriptURL(address);
}

function sameOrigin(address: string): string {
  const url = new URL(address, location.href);
  if (url.origin !== location.origin) throw new TypeError(`A worker must be of this origin, not ${url.origin}.`);
  return url.href;
}
