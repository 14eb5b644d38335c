import styled from "@emotion/styled";
import { useEffect } from "react";
import type { ReactNode } from "react";
import { Link } from "./link.tsx";
import { ink, size, upTo } from "./theme/tokens.ts";

type Crumb = { readonly label: string; readonly to: string };

export type PageProps = {
  /** The h1, and the name of the browser's tab. */
  readonly title: string;
  /** The way down to here, without the page itself. */
  readonly breadcrumb?: readonly Crumb[];
  /** Stands beside the title, e.g. `ActiveBadge`. */
  readonly badge?: ReactNode;
  /** The one plain sentence of state. */
  readonly sentence?: ReactNode;
  /** Top right; the primary act last. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** The frame of every page: way, heading, acts, sentence. The heading takes the focus after a navigation. */
export function Page({ title, breadcrumb = [], badge, sentence, actions, children }: PageProps) {
  // The name of the tab is the document's.
  useEffect(() => {
    document.title = `${title} · Slipway`;
  }, [title]);

  return (
    <PageBox>
      {breadcrumb.length > 0 ? (
        <nav aria-label="Breadcrumb">
          <ol className="crumbs">
            {breadcrumb.map((crumb) => (
              <li key={crumb.to}>
                <Link to={crumb.to}>
                  <bdi>{crumb.label}</bdi>
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className="head">
        <div className="words">
          <h1 tabIndex={-1}>
            <bdi>{title}</bdi> {badge}
          </h1>
          {sentence}
        </div>
        {actions === undefined ? null : <div className="actions">{actions}</div>}
      </div>
      {children}
    </PageBox>
  );
}

const PageBox = styled.div({
  padding: "20px 32px 40px",
  maxWidth: 1480,
  "& .crumbs": {
    display: "flex",
    flexWrap: "wrap",
    fontSize: 13,
    color: ink.third,
    "& li": { minWidth: 0, maxWidth: "100%" },
    "& a": { display: "inline-block", maxWidth: "100%", padding: "2px 0", color: "inherit", overflowWrap: "anywhere" },
    "& a:hover": { color: ink.first },
    "& li::after": { content: '"/" / ""', margin: "0 5px" },
  },
  "& > .head": {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    alignItems: "flex-start",
    gap: "4px 24px",
    marginBottom: 18,
  },
  // Where the acts leave the words too little room, they go below.
  "& > .head > .words": { minWidth: 0, flex: "1 1 380px" },
  "& h1": { margin: "2px 0 4px", display: "flex", flexWrap: "wrap", alignItems: "center", gap: "0 8px" },
  "& > .head > .actions": {
    display: "flex",
    flexWrap: "wrap",
    gap: 8,
    flex: "none",
    minHeight: size.control,
    paddingTop: 2,
  },
  [upTo.phone]: {
    padding: "14px 16px 32px",
    "& > .head": { flexDirection: "column", flexWrap: "nowrap", marginBottom: 14 },
    "& > .head > .words": { flex: "none", width: "100%" },
    "& > .head > .actions": { minHeight: 0, marginTop: 6 },
  },
});
