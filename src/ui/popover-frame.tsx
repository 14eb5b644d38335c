import Popover from "@mui/material/Popover";
import type { ReactNode } from "react";
import { OverlayTheme } from "./theme/overlay-theme.tsx";

export type PopoverFrameProps = {
  readonly id: string;
  readonly label: string;
  readonly anchor: HTMLElement | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Floats below the button that opened it. */
export function PopoverFrame({ id, label, anchor, onClose, children }: PopoverFrameProps) {
  return (
    <OverlayTheme>
      <Popover
        id={id}
        open={anchor !== undefined}
        anchorEl={anchor ?? null}
        onClose={onClose}
        slotProps={{ paper: { role: "dialog", "aria-label": label } }}
        anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
      >
        {children}
      </Popover>
    </OverlayTheme>
  );
}
