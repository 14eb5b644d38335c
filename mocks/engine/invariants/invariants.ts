import { ACCOUNTABLE } from "./accountable.ts";
import { THERE_ALREADY } from "./already-there.ts";
import { ENDS } from "./ends.ts";
import type { Invariant } from "./invariant.ts";
import { LIMITS } from "./limits.ts";
import { MEMBERSHIP } from "./membership.ts";
import { AFTER_A_HALT, NO_OFFERS } from "./no-offers.ts";
import { PHASES, PREVIEWED } from "./phases.ts";
import { PROOF } from "./proof.ts";
import { ONE_ATTEMPT, SUMS, UNCHANGED } from "./sums.ts";

/** The invariants of domain.md that are looked for moment by moment; the eighth is about whole histories: `history.ts`. */
export const INVARIANTS: readonly Invariant[] = [
  LIMITS,
  NO_OFFERS,
  SUMS,
  ONE_ATTEMPT,
  UNCHANGED,
  PHASES,
  AFTER_A_HALT,
  PREVIEWED,
  PROOF,
  ENDS,
  THERE_ALREADY,
  ACCOUNTABLE,
  MEMBERSHIP,
];
