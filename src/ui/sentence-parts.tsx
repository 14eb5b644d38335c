import { assertNever } from "#lib/assert.ts";
import type { FigureTarget, SentencePart } from "#domain/sentence.ts";
import { BidiText } from "./bidi-text.tsx";
import { formatDuration, formatInstant } from "./format.ts";
import { RelativeTime } from "./relative-time.tsx";
import { SentenceLink } from "./sentence.tsx";

export type SentencePartsProps = {
  readonly parts: readonly SentencePart[];
  /** The page that lists the devices a figure counts. */
  readonly figureTo: (target: FigureTarget) => string;
  /** The page behind a name in the sentence; without it names are text. */
  readonly nameTo?: string;
  readonly nowMs: number;
};

/** The parts of a sentence of state: its numbers are links, its names stay within their own direction. */
export function SentenceParts({ parts, figureTo, nameTo, nowMs }: SentencePartsProps) {
  return parts.map((part, index) => {
    const key = `${index} ${part.kind}`;
    switch (part.kind) {
      case "text":
        return part.text;
      case "figure":
        return (
          <SentenceLink key={key} to={figureTo(part.target)} tone={part.tone} figure>
            {part.text}
          </SentenceLink>
        );
      case "name":
        return nameTo === undefined ? (
          <span key={key}>
            “<BidiText text={part.text} />”
          </span>
        ) : (
          <SentenceLink key={key} to={nameTo}>
            “<BidiText text={part.text} />”
          </SentenceLink>
        );
      case "person":
        return <BidiText key={key} text={part.text} maxLength={60} />;
      case "since":
        return <RelativeTime key={key} atMs={part.atMs} nowMs={nowMs} />;
      case "until":
        return (
          <time key={key} dateTime={new Date(part.atMs).toISOString()} title={formatInstant(part.atMs)}>
            {formatDuration(Math.max(0, part.atMs - nowMs))}
          </time>
        );
      default:
        return assertNever(part, "part of a sentence");
    }
  });
}
