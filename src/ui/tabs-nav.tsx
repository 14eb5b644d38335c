import styled from "@emotion/styled";
import { formatCount } from "./format.ts";
import { Link } from "./link.tsx";
import { ink } from "./theme/tokens.ts";

export type Tab = {
  readonly label: string;
  readonly to: string;
  readonly current: boolean;
  readonly count?: number | undefined;
};

/** Pages that share a heading, as links. */
export function TabsNav({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
  return (
    <Tabs aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link to={tab.to} keepScroll {...(tab.current ? { "aria-current": "page" } : {})}>
              {tab.label}
              {tab.count === undefined ? null : <span className="count"> {formatCount(tab.count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </Tabs>
  );
}

const Tabs = styled.nav({
  marginBottom: 14,
  borderBottom: `1px solid ${ink.line}`,
  "& > ul": { display: "flex", gap: 22, overflowX: "auto", scrollbarWidth: "none", marginBottom: -1 },
  "& a": {
    display: "block",
    padding: "8px 0",
    color: ink.second,
    fontWeight: 500,
    whiteSpace: "nowrap",
    borderBottom: "2px solid transparent",
    outlineOffset: -2,
  },
  "& a:hover": { color: ink.first, textDecoration: "none" },
  '& a[aria-current="page"]': { color: ink.first, borderColor: ink.accent },
  "& .count": { fontWeight: 400, color: ink.third },
  // There a border is never transparent.
  "@media (forced-colors: active)": { "& a:not([aria-current])": { borderBottomColor: "Canvas" } },
});
