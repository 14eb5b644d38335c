import styled from "@emotion/styled";
import type { ReactNode } from "react";
import { ink } from "./theme/tokens.ts";

export type KeyValue = { readonly key: string; readonly value: ReactNode };

/** Facts by name. `stacked` puts each name above its fact, for narrow places. */
export function KeyValues({
  items,
  stacked = false,
}: {
  readonly items: readonly KeyValue[];
  readonly stacked?: boolean;
}) {
  return (
    <List className={stacked ? "stacked" : "beside"}>
      {items.map((item) => (
        <div key={item.key}>
          <dt>{item.key}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </List>
  );
}

const List = styled.dl({
  display: "grid",
  gap: 6,
  fontSize: 13,
  "& dt": { color: ink.third },
  "& dd": { minWidth: 0, overflowWrap: "anywhere" },
  "&.beside > div": {
    display: "grid",
    gridTemplateColumns: "minmax(84px, 28%) minmax(0, 1fr)",
    gap: 12,
    alignItems: "baseline",
  },
  "&.stacked": { gap: 8 },
  "&.stacked dt": { fontSize: 12 },
});
