import styled from "@emotion/styled";
import { useId } from "react";
import type { MouseEvent, ReactNode, Ref } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";
import { Spinner } from "./spinner.tsx";
import { ButtonFace, LinkFace } from "./theme/button-styles.ts";
import { showToast } from "./toasts.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

type Look = {
  /** `primary` once a page; `danger` for what cannot be undone. */
  readonly variant?: "primary" | "default" | "quiet" | "bare" | "danger" | "quiet-danger";
  readonly size?: "small" | "medium";
  readonly icon?: IconName;
  readonly children: ReactNode;
};

export type ButtonProps = Look & {
  readonly type?: "button" | "submit";
  readonly onClick?: (event: MouseEvent<HTMLElement>) => void;
  /** The act is under way: the button keeps its words and takes no other click. */
  readonly pending?: boolean;
  /** Why the button does nothing now. It stays reachable, so that the reason can be read. */
  readonly disabledReason?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly form?: string;
  readonly "aria-haspopup"?: "menu" | "dialog";
  readonly "aria-expanded"?: boolean;
  readonly "aria-controls"?: string | undefined;
  readonly "aria-label"?: string;
  readonly "aria-pressed"?: boolean;
};

/** A button that does something here. For going somewhere use `LinkButton`. */
export function Button(props: ButtonProps) {
  const {
    variant = "default",
    size = "medium",
    icon,
    children,
    pending = false,
    disabledReason,
    onClick,
    type = "button",
    ...rest
  } = props;
  const reasonId = useId();
  const inert = pending || disabledReason !== undefined;
  return (
    <>
      <ButtonFace
        {...rest}
        type={type}
        className={`${variant} ${size}`}
        onClick={(event) => {
          if (!inert) return onClick?.(event);
          event.preventDefault();
          // A tooltip needs a pointer that hovers; who pressed wants to know all the same.
          if (disabledReason !== undefined) showToast({ tone: "info", text: disabledReason });
        }}
        {...(inert ? { "aria-disabled": true } : {})}
        {...(pending ? { "aria-busy": true } : {})}
        {...(disabledReason === undefined ? {} : { title: disabledReason, "aria-describedby": reasonId })}
      >
        {pending ? <Spinner /> : icon === undefined ? null : <Icon name={icon} />}
        {children}
      </ButtonFace>
      {disabledReason === undefined ? null : <VisuallyHidden id={reasonId}>{disabledReason}</VisuallyHidden>}
    </>
  );
}

export type LinkButtonProps = Look & { readonly to: string; readonly replace?: boolean };

/** A link that looks like a button. */
export function LinkButton({ variant = "default", size = "medium", icon, children, ...link }: LinkButtonProps) {
  return (
    <LinkFace {...link} className={`${variant} ${size}`}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </LinkFace>
  );
}

/** Buttons side by side, wrapping where there is no room. */
export const ButtonRow = styled.div({ display: "flex", flexWrap: "wrap", gap: 8, alignItems: "center" });
