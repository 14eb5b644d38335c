import styled from "@emotion/styled";
import { BidiText } from "#ui/bidi-text.tsx";
import { Icon } from "#ui/icon.tsx";
import { ink, upTo } from "#ui/theme/tokens.ts";
import { TypedNameField, type TypedNameFieldProps } from "#ui/typed-name-field.tsx";

/** Asks for the name of a protected cohort: the review is the confirmation of a start, so it is typed there. */
export function ProtectedName(field: TypedNameFieldProps) {
  return (
    <Box>
      <p>
        <Icon name="lock" size={12} /> <BidiText text={field.name} /> is protected: a start asks for its name.
      </p>
      <TypedNameField {...field} />
    </Box>
  );
}

const Box = styled.div({
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr) minmax(0, 320px)",
  alignItems: "end",
  gap: "6px 16px",
  padding: 2,
  "& > p": { paddingBottom: 6, fontSize: 13, color: ink.second, overflowWrap: "anywhere" },
  [upTo.phone]: { gridTemplateColumns: "minmax(0, 1fr)", "& > p": { paddingBottom: 0 } },
});
