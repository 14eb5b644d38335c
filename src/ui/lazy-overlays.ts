import { lazy } from "react";

/** What floats is not needed to paint a page: it comes with its first use. */
export const MenuList = lazy(async () => ({ default: (await loadMenu()).MenuList }));
export const DialogFrame = lazy(async () => ({ default: (await loadDialog()).DialogFrame }));
export const PopoverFrame = lazy(async () => ({ default: (await loadPopover()).PopoverFrame }));

/** Fetches all of them ahead, so that they open without a network. */
export async function loadOverlays(): Promise<void> {
  await Promise.all([loadMenu(), loadDialog(), loadPopover()]);
}

function loadMenu() {
  return import("./menu-list.tsx");
}

function loadDialog() {
  return import("./dialog-frame.tsx");
}

function loadPopover() {
  return import("./popover-frame.tsx");
}
