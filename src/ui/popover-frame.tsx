import Popover from "@mui/material/Popover";
import type { ReactNode } from "react";
import { OverlayTheme } from "./theme/overlay-theme.tsx";

export type PopoverFrameProps = {
  readonly id: string;
  readonly anchor: HTMLElement | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Floats below the button that opened it. */
export function PopoverFrame({ id, anchor, onClose, children }: PopoverFrameProps) {
  return (
    <OverlayTheme>
      <Popover
        id={id}
        open={anchor !== undefined}
        anchorEl={anchor ?? null}
        onClose={onClose}
        anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
      >
        {children}
      </Popover>
    </OverlayTheme>
  );
}
