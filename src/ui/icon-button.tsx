import type { MouseEvent, Ref } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";
import { ButtonFace } from "./theme/button-styles.ts";

export type IconButtonProps = {
  readonly icon: IconName;
  /** What the button does; also shown on hover. */
  readonly label: string;
  readonly size?: "small" | "medium";
  readonly onClick?: (event: MouseEvent<HTMLElement>) => void;
  readonly disabled?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly "aria-haspopup"?: "menu" | "dialog";
  readonly "aria-expanded"?: boolean;
};

/** A button with a picture for a face. */
export function IconButton({ icon, label, size = "medium", disabled = false, onClick, ...rest }: IconButtonProps) {
  return (
    <ButtonFace
      {...rest}
      type="button"
      className={`icon ${size}`}
      aria-label={label}
      title={label}
      onClick={(event) => (disabled ? event.preventDefault() : onClick?.(event))}
      {...(disabled ? { "aria-disabled": true } : {})}
    >
      <Icon name={icon} />
    </ButtonFace>
  );
}
