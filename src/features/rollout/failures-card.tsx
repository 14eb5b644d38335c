import styled from "@emotion/styled";
import type { Substate } from "#domain/target.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { Card } from "#ui/card.tsx";
import { formatCount, formatCounted } from "#ui/format.ts";
import { Icon } from "#ui/icon.tsx";
import { Link } from "#ui/link.tsx";
import { SUBSTATE_WORDS } from "#domain/substate-words.ts";
import { ink } from "#ui/theme/tokens.ts";
import type { FailureGroup } from "./failure-groups.ts";
import { FramedPart } from "./framed-part.tsx";
import { lowerFirst } from "./lower-first.ts";

type FailuresCardProps = {
  readonly groups: readonly FailureGroup[];
  /** Attempts failed, and their devices are not given up. */
  readonly triesLeft: boolean;
  /** The address that lists the devices of a group. */
  readonly toOf: (failure: Substate, reason?: number) => string;
};

/** Failures by kind: how many, what it means, why it happens, what is safe to do next. */
export function FailuresCard({ groups, triesLeft, toOf }: FailuresCardProps) {
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  return (
    <FramedPart>
      <Card title={total === 0 ? "Failures" : `${formatCounted(total, "failure")} by reason`}>
        {total === 0 ? (
          <Calm>
            <Icon name={triesLeft ? "pending" : "succeeded"} size={12} />{" "}
            {triesLeft ? "No device has failed for good: what failed has tries left." : "No device has failed."}
          </Calm>
        ) : (
          <Groups>
            {groups.map((group) => (
              <li key={group.failure}>
                <Group group={group} toOf={toOf} />
              </li>
            ))}
          </Groups>
        )}
      </Card>
    </FramedPart>
  );
}

function Group({ group, toOf }: { readonly group: FailureGroup; readonly toOf: FailuresCardProps["toOf"] }) {
  const { failure, count, reasons, text } = group;
  return (
    <>
      <Link to={toOf(failure)} keepScroll className="count">
        <Icon name="failed" size={12} /> <b>{formatCount(count)}</b> {SUBSTATE_WORDS[failure]}
      </Link>
      <p>
        {text.meaning} <span className="cause">Usual cause: {lowerFirst(text.cause)}</span>
      </p>
      {reasons.length > 1 ? (
        <p className="cause">
          Devices say:{" "}
          {reasons.map((reason, index) => (
            <span key={reason.code}>
              {index === 0 ? "" : ", "}
              <Link to={toOf(failure, reason.code)} keepScroll>
                <BidiText text={reason.words} />
              </Link>{" "}
              ({formatCount(reason.count)})
            </span>
          ))}
          .
        </p>
      ) : null}
      <p className="next">
        <Icon name="arrow" size={12} /> {text.next}
      </p>
    </>
  );
}

const Groups = styled.ul({
  display: "grid",
  gap: 12,
  fontSize: 13,
  lineHeight: "18px",
  "& .count": {
    display: "inline-flex",
    alignItems: "center",
    gap: 6,
    minHeight: 24,
    color: ink.failed,
    fontWeight: 500,
  },
  "& p": { color: ink.second, textWrap: "pretty" },
  "& .cause": { color: ink.third },
  "& .next": { display: "flex", gap: 6, color: ink.first },
  "& .next > svg": { flex: "none", marginTop: 3, color: ink.third },
});

const Calm = styled.p({
  display: "flex",
  alignItems: "center",
  gap: 8,
  fontSize: 13,
  color: ink.third,
  "& > svg": { color: ink.succeeded },
});
