import { SUBSTATES_OF, type Substate } from "./target.ts";

/** Where a newer deployment ends a target at once: nothing has begun to install. Source: domain.md, Deployment states. */
export const ENDED_BY_A_NEWER_ONE: readonly Substate[] = [
  ...SUBSTATES_OF.pending,
  "offered",
  "downloading",
  "downloaded",
];

/** Where refusing the bytes ends a target: the device lacks some of them. Source: domain.md, Superseded while it works. */
export const ENDED_WITHOUT_BYTES: readonly Substate[] = ["offered", "downloading"];
