import styled from "@emotion/styled";
import { useId } from "react";
import type { ReactNode } from "react";

export type PagePartProps = { readonly title: string; readonly actions?: ReactNode; readonly children: ReactNode };

/** A part of the page under its own heading; for what has a frame of its own. */
export function PagePart({ title, actions, children }: PagePartProps) {
  const id = useId();
  return (
    <Part aria-labelledby={id}>
      <div className="head">
        <h2 id={id}>{title}</h2>
        {actions}
      </div>
      {children}
    </Part>
  );
}

const Part = styled.section({
  display: "grid",
  gap: 8,
  minWidth: 0,
  "& > .head": { display: "flex", alignItems: "center", justifyContent: "space-between", minHeight: 28 },
});
