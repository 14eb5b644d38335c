/**
 * Imported before MSW, which looks into `localStorage` as soon as it is loaded, and throws where the browser forbids
 * storage. There it finds one that keeps nothing.
 */
try {
  void globalThis.localStorage;
} catch {
  const nothing = { length: 0, key: () => null, getItem: () => null, setItem: none, removeItem: none, clear: none };
  Object.defineProperty(globalThis, "localStorage", { configurable: true, value: nothing });
}

function none(): void {
  // There is nowhere to keep anything.
}
