import styled from "@emotion/styled";
import { Suspense, useId, useState } from "react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import type { ButtonProps } from "./button.tsx";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";
import { IconButton } from "./icon-button.tsx";
import { MenuList } from "./lazy-overlays.ts";
import { OnPhones } from "./on-phones.tsx";

export type MenuChoice = {
  readonly key: string;
  readonly label: ReactNode;
  readonly onSelect: () => void;
  readonly current?: boolean;
  /** Why it does nothing now. */
  readonly disabledReason?: string | undefined;
};

export type MenuButtonProps = {
  /** The words on the button, or its name when it shows an icon. */
  readonly label: string;
  /** Stands for the words where a phone has no room for them. */
  readonly short?: string;
  /** Shown in place of the words; "more" for the dots. */
  readonly face?: IconName;
  readonly size?: "small" | "medium";
  readonly variant?: NonNullable<ButtonProps["variant"]>;
  readonly choices: readonly MenuChoice[];
};

/** A button that opens a short list of acts. */
export function MenuButton({ label, short, face, size = "medium", variant = "default", choices }: MenuButtonProps) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [wasOpen, setWasOpen] = useState(false);
  const menuId = useId();
  const open = anchor !== undefined;
  const show = (button: HTMLElement) => {
    setAnchor(button);
    setWasOpen(true);
  };
  return (
    <>
      {face === undefined ? (
        <Button
          size={size}
          variant={variant}
          aria-haspopup="menu"
          aria-expanded={open}
          aria-controls={open ? menuId : undefined}
          onClick={(event) => show(event.currentTarget)}
        >
          {short === undefined ? <Words>{label}</Words> : <OnPhones words={label} short={short} />}
          <Icon name="chevronDown" size={12} />
        </Button>
      ) : (
        <IconButton
          icon={face}
          label={label}
          size={size}
          aria-haspopup="menu"
          aria-expanded={open}
          onClick={(event) => show(event.currentTarget)}
        />
      )}
      {wasOpen ? (
        <Suspense fallback={null}>
          <MenuList id={menuId} label={label} anchor={anchor} choices={choices} onClose={() => setAnchor(undefined)} />
        </Suspense>
      ) : null}
    </>
  );
}

const Words = styled.span({ overflow: "hidden", textOverflow: "ellipsis" });
