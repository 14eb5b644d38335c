import styled from "@emotion/styled";
import { upTo } from "./theme/tokens.ts";

export type OnPhonesProps = {
  readonly words: string;
  /** What a phone shows in their place; the words stay for assistive technology. */
  readonly short: string;
};

/** Words that a narrow bar has room for only in short. */
export function OnPhones({ words, short }: OnPhonesProps) {
  return (
    <Both>
      <span className="words">{words}</span>
      <span className="short" aria-hidden="true">
        {short}
      </span>
    </Both>
  );
}

const Both = styled.span({
  position: "relative",
  "& > .short": { display: "none" },
  [upTo.phone]: {
    "& > .short": { display: "inline" },
    "& > .words": {
      position: "absolute",
      width: 1,
      height: 1,
      overflow: "hidden",
      clipPath: "inset(50%)",
      whiteSpace: "nowrap",
    },
  },
});
