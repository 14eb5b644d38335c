import styled from "@emotion/styled";
import { useQuery } from "@tanstack/react-query";
import { useHasMore } from "#api/capabilities.ts";
import { meQueries } from "#api/me.ts";
import { ink, upTo } from "#ui/theme/tokens.ts";
import { VisuallyHidden } from "#ui/visually-hidden.tsx";

/** Who acts here, where the backend says so. */
export function Actor() {
  const { data: me } = useQuery({ ...meQueries.me(), enabled: useHasMore() });
  if (me === undefined) return null;
  return (
    <Disc title={`You act as ${me.actor}`}>
      <VisuallyHidden>You act as {me.actor}</VisuallyHidden>
      <span aria-hidden="true">{me.actor.slice(0, 1).toUpperCase()}</span>
    </Disc>
  );
}

const Disc = styled.span({
  display: "grid",
  placeItems: "center",
  width: 24,
  height: 24,
  marginLeft: 6,
  borderRadius: "50%",
  background: ink.accentWash,
  color: ink.accent,
  fontSize: 12,
  fontWeight: 650,
  [upTo.phone]: { display: "none" },
});
