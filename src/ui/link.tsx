import { createContext, useContext } from "react";
import type { ComponentPropsWithRef, ReactNode } from "react";

/** A link inside the console. `keepScroll` is for links that change a part of the page only. */
export type LinkProps = Omit<ComponentPropsWithRef<"a">, "href"> & {
  readonly to: string;
  readonly replace?: boolean;
  readonly keepScroll?: boolean;
};

/** A link that the router follows without loading the page anew. */
export function Link(props: LinkProps) {
  const render = useContext(LinkContext);
  return render(props);
}

function renderAnchor({ to, replace: _replace, keepScroll: _keepScroll, children, ...anchor }: LinkProps): ReactNode {
  return (
    <a href={to} {...anchor}>
      {children}
    </a>
  );
}

const LinkContext = createContext<(props: LinkProps) => ReactNode>(renderAnchor);

/** The router's link, given once at the top; without it links are plain anchors. */
export const LinkProvider = LinkContext.Provider;
