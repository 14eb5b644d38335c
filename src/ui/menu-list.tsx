import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import type { MenuChoice } from "./menu-button.tsx";
import { OverlayTheme } from "./theme/overlay-theme.tsx";
import { showToast } from "./toasts.tsx";

export type MenuListProps = {
  readonly id: string;
  readonly label: string;
  readonly anchor: HTMLElement | undefined;
  readonly choices: readonly MenuChoice[];
  readonly onClose: () => void;
};

/** The list that a `MenuButton` opens; loaded with the first of them. */
export function MenuList({ id, label, anchor, choices, onClose }: MenuListProps) {
  return (
    <OverlayTheme>
      <Menu
        id={id}
        anchorEl={anchor ?? null}
        open={anchor !== undefined}
        onClose={onClose}
        container={mainLandmark}
        slotProps={{ list: { "aria-label": label } }}
      >
        {choices.map((choice) => (
          <MenuItem
            key={choice.key}
            selected={choice.current === true}
            {...(choice.current === undefined ? {} : { role: "menuitemradio", "aria-checked": choice.current })}
            {...(choice.disabledReason === undefined ? {} : { "aria-disabled": true, title: choice.disabledReason })}
            onClick={() => {
              if (choice.disabledReason !== undefined) {
                showToast({ tone: "info", text: choice.disabledReason });
                return;
              }
              onClose();
              choice.onSelect();
            }}
          >
            {choice.label}
          </MenuItem>
        ))}
      </Menu>
    </OverlayTheme>
  );
}

/** A list that floats at the end of the document would be in no landmark; there is none in a page that failed whole. */
function mainLandmark(): HTMLElement {
  return document.querySelector("main") ?? document.body;
}
