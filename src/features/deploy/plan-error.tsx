import styled from "@emotion/styled";
import { ink } from "#ui/theme/tokens.ts";

/** What is wrong with a part of the plan that is no single field. */
export const PlanError = styled.p({
  display: "flex",
  alignItems: "center",
  gap: 6,
  padding: "4px 0",
  fontSize: 12,
  color: ink.failed,
});
