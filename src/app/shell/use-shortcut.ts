import { useEffect, useEffectEvent } from "react";

/** Calls `act` on ⌘ or Ctrl with a key, wherever the focus is. */
export function useShortcut(key: string, act: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.metaKey || event.ctrlKey) || event.altKey || event.key.toLowerCase() !== key) return;
    event.preventDefault();
    act();
  });

  // Keys are the window's.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
