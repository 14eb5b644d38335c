import { backoffMs } from "./retry.ts";
import { ended, type FailedSubstate, type LifeRules, type TargetLife } from "./life.ts";

/**
 * The target after its present attempt failed: waiting for another while attempts are left and the failure is one that
 * another try can mend, else Failed. Not retried: rejected, reverted, lost, and a wrong hash for the second time.
 * Source: domain.md, Retries; Target states.
 */
export function failed(
  life: TargetLife,
  substate: FailedSubstate,
  reason: number | undefined,
  atMs: number,
  rules: LifeRules,
): TargetLife {
  const integrityFailures = life.integrityFailures + (substate === "integrity-failed" ? 1 : 0);
  const again = rules.open && life.attempt < rules.retry.maxAttempts && isMendable(substate, integrityFailures);
  if (!again) return { ...ended(life, substate, atMs), integrityFailures, reason };
  return {
    phase: "pending",
    substate: "backoff",
    untilMs: atMs + backoffMs(rules.retry, life.attempt, rules.jitter),
    after: substate,
    attempt: life.attempt,
    sinceMs: atMs,
    startedAtMs: life.startedAtMs,
    contactAtMs: life.contactAtMs,
    integrityFailures,
    reason,
  };
}

function isMendable(substate: FailedSubstate, integrityFailures: number): boolean {
  if (substate === "integrity-failed") return integrityFailures < 2;
  return substate === "download-failed" || substate === "install-failed" || substate === "timed-out";
}
