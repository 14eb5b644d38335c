import { Link } from "react-router";
import type { LinkProps } from "#ui/link.tsx";

/** How the pieces of `src/ui` link: by the router, without loading the page anew. */
export function renderRouterLink({ keepScroll, replace, children, ...link }: LinkProps) {
  return (
    <Link {...link} {...(replace === undefined ? {} : { replace })} preventScrollReset={keepScroll === true}>
      {children}
    </Link>
  );
}
