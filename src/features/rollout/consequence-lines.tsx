import styled from "@emotion/styled";

/** What an act does, a sentence a line. */
export function ConsequenceLines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <Lines>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </Lines>
  );
}

const Lines = styled.ul({
  display: "grid",
  gap: 4,
  "& > li": { position: "relative", paddingLeft: 16 },
  "& > li::before": { position: "absolute", left: 0, content: '"–" / ""' },
});
