import { keyframes } from "@emotion/react";
import styled from "@emotion/styled";

const turn = keyframes({ to: { transform: "rotate(360deg)" } });

/** Something is under way; the words beside it say what. */
export const Spinner = styled.span({
  display: "inline-block",
  width: 14,
  height: 14,
  border: "2px solid currentColor",
  borderRightColor: "transparent",
  borderRadius: "50%",
  animation: `${turn} 800ms linear infinite`,
});
