import styled from "@emotion/styled";
import { useId, useState } from "react";
import type { DragEvent, ReactNode } from "react";
import { BidiText } from "./bidi-text.tsx";
import { formatBytes } from "./format.ts";
import { Icon } from "./icon.tsx";
import { ink } from "./theme/tokens.ts";

export type UploadDropProps = {
  /** "Firmware image". */
  readonly label: string;
  readonly hint?: ReactNode;
  /** The file taken so far. */
  readonly file?: { readonly name: string; readonly size: number } | undefined;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
};

/** Takes one file, dropped or chosen. Its name is only ever shown. */
export function UploadDrop({ label, hint, file, error, disabled = false, onFile }: UploadDropProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped !== undefined && !disabled) onFile(dropped);
  };
  return (
    <Drop
      className={[over ? "over" : "", error === undefined ? "" : "wrong"].join(" ")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id}>
        <Icon name="upload" size={20} />
        {file === undefined ? (
          <span>
            <b>{label}</b>: drop a file here or <span className="act">choose one</span>
          </span>
        ) : (
          <span>
            <b>
              <BidiText text={file.name} maxLength={80} />
            </b>{" "}
            {formatBytes(file.size)} · <span className="act">choose another</span>
          </span>
        )}
      </label>
      <input
        id={id}
        type="file"
        aria-label={label}
        disabled={disabled}
        aria-describedby={`${id}-note`}
        {...(error === undefined ? {} : { "aria-invalid": true })}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen !== undefined) onFile(chosen);
          // Else choosing the same file again, after it was mended, would be no change.
          event.target.value = "";
        }}
      />
      <div id={`${id}-note`} className={error === undefined ? "note" : "note error"}>
        {error ?? hint}
      </div>
    </Drop>
  );
}

const Drop = styled.div({
  position: "relative",
  display: "grid",
  gap: 4,
  padding: 16,
  border: `1px dashed ${ink.edge}`,
  borderRadius: 8,
  background: ink.surface,
  transition: "background-color 120ms, border-color 120ms",
  "&.over": { background: ink.accentWash, borderColor: ink.accent },
  "&.wrong": { borderColor: ink.failed },
  "& > label": {
    display: "flex",
    alignItems: "center",
    gap: 12,
    color: ink.second,
    cursor: "pointer",
    overflowWrap: "anywhere",
  },
  "& > label > svg": { flex: "none", color: ink.third },
  "& b": { fontWeight: 500, color: ink.first },
  "& .act": { color: ink.accent },
  "& > label:hover .act": { textDecoration: "underline", textUnderlineOffset: 3 },
  // Reachable and operable, but drawn by its label.
  "& > input": { position: "absolute", width: 1, height: 1, opacity: 0, overflow: "hidden" },
  "&:has(> input:focus-visible)": { outline: `2px solid ${ink.accent}`, outlineOffset: 2 },
  "& > .note": { paddingLeft: 32, fontSize: 12, lineHeight: "16px", color: ink.third },
  "& > .note:empty": { display: "none" },
  "& > .error": { color: ink.failed },
});
