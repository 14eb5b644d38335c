import { keyframes } from "@emotion/react";
import styled from "@emotion/styled";
import { useNavigation } from "react-router";
import { ink } from "#ui/theme/tokens.ts";

/** A page is on its way. Lies over the top edge, so nothing moves; quick pages never show it. */
export function LoadingBar() {
  const { state } = useNavigation();
  return state === "idle" ? null : <Bar />;
}

const grow = keyframes({ from: { transform: "scaleX(0.02)" }, to: { transform: "scaleX(0.9)" } });
const appear = keyframes({ from: { opacity: 0 }, to: { opacity: 1 } });

const Bar = styled.div({
  position: "fixed",
  zIndex: 1500,
  top: 0,
  left: 0,
  right: 0,
  height: 2,
  background: ink.accent,
  transformOrigin: "left",
  animation: `${grow} 6s cubic-bezier(0.1, 0.8, 0.2, 1) both, ${appear} 120ms 200ms both`,
});
