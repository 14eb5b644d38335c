import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useId, useState } from "react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import type { ButtonProps } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { IconButton } from "./icon-button.tsx";

export type MenuChoice = {
  readonly key: string;
  readonly label: ReactNode;
  readonly onSelect: () => void;
  readonly current?: boolean;
  /** Why it does nothing now. */
  readonly disabledReason?: string | undefined;
};

export type MenuButtonProps = {
  /** The words on the button, or its name when `icon` alone is shown. */
  readonly label: string;
  readonly face?: "words" | "more";
  readonly size?: "small" | "medium";
  readonly variant?: NonNullable<ButtonProps["variant"]>;
  readonly choices: readonly MenuChoice[];
};

/** A button that opens a short list of acts. */
export function MenuButton({ label, face = "words", size = "medium", variant = "default", choices }: MenuButtonProps) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  const menuId = useId();
  const open = anchor !== undefined;
  const close = () => setAnchor(undefined);
  return (
    <>
      {face === "more" ? (
        <IconButton
          icon="more"
          label={label}
          size={size}
          aria-haspopup="menu"
          aria-expanded={open}
          onClick={(event) => setAnchor(event.currentTarget)}
        />
      ) : (
        <Button
          size={size}
          variant={variant}
          aria-haspopup="menu"
          aria-expanded={open}
          aria-controls={open ? menuId : undefined}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          {label} <Icon name="chevronDown" size={12} />
        </Button>
      )}
      <Menu
        id={menuId}
        anchorEl={anchor ?? null}
        open={open}
        onClose={close}
        slotProps={{ list: { "aria-label": label } }}
      >
        {choices.map((choice) => (
          <MenuItem
            key={choice.key}
            selected={choice.current === true}
            {...(choice.disabledReason === undefined ? {} : { "aria-disabled": true, title: choice.disabledReason })}
            onClick={() => {
              if (choice.disabledReason !== undefined) return;
              close();
              choice.onSelect();
            }}
          >
            {choice.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
