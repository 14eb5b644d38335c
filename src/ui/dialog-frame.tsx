import Dialog from "@mui/material/Dialog";
import type { ReactNode } from "react";
import { OverlayTheme } from "./theme/overlay-theme.tsx";

export type DialogFrameProps = {
  readonly open: boolean;
  readonly titleId: string;
  readonly wide: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Holds the focus while it is open and gives it back after. */
export function DialogFrame({ open, titleId, wide, onClose, children }: DialogFrameProps) {
  return (
    <OverlayTheme>
      <Dialog open={open} onClose={onClose} aria-labelledby={titleId} maxWidth={wide ? "md" : "xs"}>
        {children}
      </Dialog>
    </OverlayTheme>
  );
}
