import type { ReactNode } from "react";
import { iconShapes } from "./icon-shapes.tsx";
import type { IconName } from "./icon-shapes.tsx";

export type { IconName } from "./icon-shapes.tsx";

export type IconProps = {
  readonly name: IconName;
  /** Pixels; 16 unless told. */
  readonly size?: 12 | 16 | 20;
  /** Only when the icon stands alone; beside words it is decoration. */
  readonly label?: string;
};

/** One picture of the family, in the colour of the text around it. */
export function Icon({ name, size = 16, label }: IconProps): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={size === 12 ? 2 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      {iconShapes[name]}
    </svg>
  );
}
