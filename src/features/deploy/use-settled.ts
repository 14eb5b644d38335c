import { useEffect, useState } from "react";

/** A value once it has stayed the same for `quietMs`; until then the one before. */
export function useSettled<T>(value: T, quietMs: number): T {
  const [settled, setSettled] = useState(value);
  // The browser's timer decides when a pause is long enough.
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), quietMs);
    return () => clearTimeout(timer);
  }, [value, quietMs]);
  return settled;
}
