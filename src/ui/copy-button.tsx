import { useEffect, useRef, useState } from "react";
import { announce } from "./announcer.tsx";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import { showToast } from "./toasts.tsx";

export type CopyButtonProps = {
  readonly text: string;
  /** What is copied: "Copy sequence number". */
  readonly label: string;
  /** Shows the label beside the icon. */
  readonly wide?: boolean;
  /** Shows the label, as an act that stays behind the others. */
  readonly quiet?: boolean;
};

const SHOWN_MS = 1_500;

/** Copies a text and says so. */
export function CopyButton({ text, label, wide = false, quiet = false }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The tick goes with the button.
  useEffect(() => () => clearTimeout(timer.current), []);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      showToast({ tone: "failed", text: `The browser did not allow it: select the text and copy it by hand.` });
      return;
    }
    setCopied(true);
    announce("Copied");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), SHOWN_MS);
  };
  // The act reports its own failure.
  const onClick = () => void copy();
  if (wide || quiet) {
    return (
      <Button
        size={quiet ? "medium" : "small"}
        variant={quiet ? "quiet" : "default"}
        icon={copied ? "succeeded" : "copy"}
        onClick={onClick}
      >
        {label}
      </Button>
    );
  }
  return <IconButton size="small" icon={copied ? "succeeded" : "copy"} label={label} onClick={onClick} />;
}
