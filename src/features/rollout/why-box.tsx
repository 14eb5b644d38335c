import styled from "@emotion/styled";
import { FAILURES } from "#domain/failure.ts";
import type { FailedSubstate } from "#domain/life.ts";
import { explains, reasonOf } from "#domain/reason.ts";
import { SUBSTATES_OF, type TargetRow } from "#domain/target.ts";
import type { WhyNot } from "#domain/why-not.ts";
import { OfferConditions } from "#ui/offer-conditions.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { lowerFirst } from "./lower-first.ts";

type WhyBoxProps = { readonly target: TargetRow; readonly why: WhyNot };

/** Why a device has not got the update, in one sentence; the whole checklist behind it opens on demand. */
export function WhyBox({ target, why }: WhyBoxProps) {
  const failure = failureOf(target);
  const text = failure === undefined ? undefined : (known(target.reason) ?? FAILURES[failure]);
  return (
    <Box className={target.bucket}>
      <h3>Why is it not updated?</h3>
      {text === undefined ? (
        <p>{why.sentence}</p>
      ) : (
        <>
          <p>
            {text.meaning} <span className="cause">Usual cause: {lowerFirst(text.cause)}</span>
          </p>
          <p>{text.next}</p>
        </>
      )}
      <OfferConditions conditions={why.conditions}>{text === undefined ? null : <p>{why.sentence}</p>}</OfferConditions>
    </Box>
  );
}

function failureOf({ substate }: TargetRow): FailedSubstate | undefined {
  return SUBSTATES_OF.failed.find((failure) => failure === substate);
}

function known(reason: number | undefined) {
  return reason === undefined || !explains(reason) ? undefined : reasonOf(reason);
}

const Box = styled.section({
  display: "grid",
  gap: 6,
  padding: "10px 12px",
  borderRadius: 6,
  background: ink.sunken,
  fontSize: 13,
  "&.failed": { background: ink.failedWash },
  "&.in-progress": { background: ink.progressWash },
  "& h3": { fontSize: 13 },
  "& .cause": { color: ink.second },
});
