import styled from "@emotion/styled";
import { ink } from "#ui/theme/tokens.ts";

/** A line that says that there is nothing, or nothing yet. */
export const Quiet = styled.p({ fontSize: 13, color: ink.third });
