/** Where texts are kept by name; a browser's `localStorage` and `sessionStorage` are such places. */
export type TextStorage = {
  readonly getItem: (name: string) => string | null;
  readonly setItem: (name: string, text: string) => void;
  readonly removeItem: (name: string) => void;
};

/**
 * A storage that never throws. A browser may forbid storage, and then even naming it throws, or it may be full: what
 * cannot be kept there is kept in memory, as long as the page lives.
 * @param open names the storage; called anew each time, since what is forbidden now may be allowed later.
 */
export function sureStorage(open: () => TextStorage): TextStorage {
  const memory = new Map<string, string>();
  const attempt = <T>(act: (storage: TextStorage) => T, otherwise: T): T => {
    try {
      return act(open());
    } catch {
      // Whatever the reason, the text is in memory.
      return otherwise;
    }
  };
  return {
    getItem: (name) => memory.get(name) ?? attempt((storage) => storage.getItem(name), null),
    setItem: (name, text) => {
      memory.set(name, text);
      const kept = attempt((storage) => {
        storage.setItem(name, text);
        return true;
      }, false);
      if (kept) memory.delete(name);
    },
    removeItem: (name) => {
      memory.delete(name);
      attempt((storage) => storage.removeItem(name), undefined);
    },
  };
}
