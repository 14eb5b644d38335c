const LOOK_EVERY_MS = 500;

/**
 * Calls `end` once: on Ctrl-C, when the process is told to end, and, under npm, when the shell that npm started is gone.
 * npm hands a signal to that shell only, which dies of it without telling anyone. The site and the mock each have this
 * file, since neither may import the other.
 */
export function whenEnding(end: () => void): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, end);
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    end();
  }, LOOK_EVERY_MS);
  looking.unref();
}
