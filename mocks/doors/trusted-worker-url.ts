/** The page's one policy for worker addresses; kept where every part of the page finds it, since its name is taken once. */
const POLICY_NAME = "slipway-worker";

/** What a policy makes is not quite a text, but the types of workers know nothing else, and the browser takes it. */
type WorkerPolicy = { readonly createScriptURL: (url: string) => string };
type PolicyFactory = {
  readonly createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => WorkerPolicy;
};

/**
 * A worker's address in the form that Trusted Types ask for; the address itself where a browser has none.
 * @throws TypeError for an address of another origin.
 */
export function trustedWorkerUrl(url: string): string {
  const policy = policyOfPage();
  if (policy === undefined) return sameOrigin(url);
  return policy.createScriptURL(url);
}

function policyOfPage(): WorkerPolicy | undefined {
  const page: { trustedTypes?: PolicyFactory; slipwayWorkerPolicy?: WorkerPolicy } = globalThis as object;
  if (page.trustedTypes === undefined) return undefined;
  page.slipwayWorkerPolicy ??= page.trustedTypes.createPolicy(POLICY_NAME, { createScriptURL: sameOrigin });
  return page.slipwayWorkerPolicy;
}

function sameOrigin(url: string): string {
  if (new URL(url, location.href).origin === location.origin) return url;
  throw new TypeError(`A worker of another origin is refused: ${url}`);
}
