import { useEffect, useRef } from "react";

/** What tells one world from another. */
type World = { readonly name: string; readonly seed: string; readonly epochMs: number };

/** Calls `onOther` when another tab has reset the world to one of another seed or epoch. */
export function useOtherWorld(world: World | undefined, onOther: () => void): void {
  const seen = useRef(world);
  // What other tabs did to the world only its backend knows.
  useEffect(() => {
    const before = seen.current;
    seen.current = world;
    if (before === undefined || world === undefined || isSame(before, world)) return;
    onOther();
  }, [world, onOther]);
}

function isSame(one: World, other: World): boolean {
  return one.name === other.name && one.seed === other.seed && one.epochMs === other.epochMs;
}
