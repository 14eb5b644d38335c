import { createContext, useContext } from "react";

const CutOff = createContext<string | undefined>(undefined);

/** Given once at the top: why nothing can be changed now. Without it everything can be tried. */
export const CutOffProvider = CutOff.Provider;

/** For pieces that always change something, so that none of them can forget to ask. */
export function useCutOff(): string | undefined {
  return useContext(CutOff);
}
