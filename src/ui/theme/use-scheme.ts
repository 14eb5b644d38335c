import { useColorScheme } from "@mui/material/styles";

/** What the reader chose; `system` follows the device. */
export const SCHEME_CHOICES = ["system", "light", "dark"] as const;
export type SchemeChoice = (typeof SCHEME_CHOICES)[number];

/** The reader's choice of colours, remembered on this device. */
export function useScheme(): { readonly choice: SchemeChoice; readonly choose: (choice: SchemeChoice) => void } {
  const { mode, setMode } = useColorScheme();
  return { choice: mode ?? "system", choose: setMode };
}
