import styled from "@emotion/styled";
import { Button } from "./button.tsx";
import { CopyButton } from "./copy-button.tsx";
import { ink } from "./theme/tokens.ts";

export type CodeBlockProps = {
  /** What it is: "Manifest as JSON". */
  readonly label: string;
  readonly text: string;
  /** What is copied, where that is not the text as it is shown. */
  readonly copy?: string;
  /** Offers a download under this name. */
  readonly file?: { readonly name: string; readonly type: string; readonly content?: Uint8Array<ArrayBuffer> };
};

/** Text as a machine has it, to copy and to keep. */
export function CodeBlock({ label, text, copy = text, file }: CodeBlockProps) {
  return (
    <Block aria-label={label}>
      <div className="head">
        <h3>{label}</h3>
        <CopyButton text={copy} label={`Copy ${label}`} />
        {file === undefined ? null : (
          <Button
            size="small"
            icon="download"
            onClick={() => save(file.name, new Blob([file.content ?? text], { type: file.type }))}
          >
            Download
          </Button>
        )}
      </div>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
      <pre tabIndex={0} aria-label={label}>
        {text}
      </pre>
    </Block>
  );
}

/** Hands a file to the browser's downloads. */
function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(url);
}

const Block = styled.section({
  border: `1px solid ${ink.line}`,
  borderRadius: 8,
  background: ink.surface,
  minWidth: 0,
  "& > .head": {
    display: "flex",
    alignItems: "center",
    gap: 4,
    padding: "6px 8px 6px 14px",
    borderBottom: `1px solid ${ink.line}`,
  },
  "& h3": { flex: 1, fontSize: 13, fontWeight: 500 },
  "& > pre": {
    margin: 0,
    padding: "12px 14px",
    maxHeight: 520,
    overflow: "auto",
    fontSize: 12,
    lineHeight: "18px",
    background: ink.sunken,
    borderRadius: "0 0 7px 7px",
    outlineOffset: -2,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
});
