import styled from "@emotion/styled";
import MuiButton from "@mui/material/Button";
import { useId } from "react";
import type { MouseEvent, ReactNode, Ref } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";
import { Link } from "./link.tsx";
import { Spinner } from "./spinner.tsx";
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
  const { variant, size, icon, children, pending = false, disabledReason, onClick, type = "button", ...rest } = props;
  const reasonId = useId();
  const inert = pending || disabledReason !== undefined;
  return (
    <>
      <MuiButton
        {...looks[variant ?? "default"]}
        {...rest}
        type={type}
        size={size ?? "medium"}
        startIcon={pending ? <Spinner /> : icon === undefined ? undefined : <Icon name={icon} />}
        onClick={(event) => (inert ? event.preventDefault() : onClick?.(event))}
        {...(inert ? { "aria-disabled": true } : {})}
        {...(pending ? { "aria-busy": true } : {})}
        {...(disabledReason === undefined ? {} : { title: disabledReason, "aria-describedby": reasonId })}
      >
        {children}
      </MuiButton>
      {disabledReason === undefined ? null : <VisuallyHidden id={reasonId}>{disabledReason}</VisuallyHidden>}
    </>
  );
}

export type LinkButtonProps = Look & { readonly to: string; readonly replace?: boolean };

/** A link that looks like a button. */
export function LinkButton({ variant, size, icon, children, ...link }: LinkButtonProps) {
  return (
    <MuiButton
      {...looks[variant ?? "default"]}
      {...link}
      size={size ?? "medium"}
      component={Link}
      startIcon={icon === undefined ? undefined : <Icon name={icon} />}
    >
      {children}
    </MuiButton>
  );
}

/** Buttons side by side, wrapping where there is no room. */
export const ButtonRow = styled.div({ display: "flex", flexWrap: "wrap", gap: 8, alignItems: "center" });

const looks = {
  primary: { variant: "contained", color: "primary" },
  default: { variant: "outlined", color: "inherit" },
  quiet: { variant: "text", color: "primary" },
  bare: { variant: "text", color: "inherit" },
  danger: { variant: "contained", color: "error" },
  "quiet-danger": { variant: "text", color: "error" },
} as const;
