const water = <path d="M4 62c6-4 12-4 18 0s12 4 18 0 12-4 18 0 12 4 18 0 12-4 18 0 12 4 18 0" opacity="0.5" />;

/** Small scenes at the water's edge, in ink lines. */
export const drawings = {
  /** An empty slipway. */
  deployments: (
    <>
      <path d="M10 52 96 22M18 52v-3m18 3v-9m18 9v-15m18 15V31m18 21V24" />
      <path d="M28 40 82 21l-6 14-44 15Z" strokeDasharray="3 4" opacity="0.7" />
      {water}
    </>
  ),
  /** Moorings without boats. */
  cohorts: (
    <>
      <path d="M24 52V26m36 26V26m36 26V26M20 32h80" />
      <circle cx="24" cy="22" r="4" />
      <circle cx="60" cy="22" r="4" />
      <circle cx="96" cy="22" r="4" />
      {water}
    </>
  ),
  /** A buoy on its own. */
  devices: (
    <>
      <path d="M52 54 56 30h8l4 24M54 42h12M60 30V20" />
      <circle cx="60" cy="16" r="4" />
      <path d="M46 12a16 16 0 0 0 0 10m28-10a16 16 0 0 1 0 10" opacity="0.6" />
      {water}
    </>
  ),
  /** A crate on the quay. */
  packages: (
    <>
      <path d="M42 26 60 18l18 8v22l-18 8-18-8ZM42 26l18 8 18-8M60 34v22" />
      <path d="M20 60h80" opacity="0.5" />
      <path d="M51 22l18 8" opacity="0.6" />
    </>
  ),
  /** A glass over the waves. */
  noMatch: (
    <>
      <circle cx="56" cy="30" r="16" />
      <path d="m68 42 14 14" />
      <path d="M48 32c3-3 5-3 8 0s5 3 8 0" opacity="0.6" />
      {water}
    </>
  ),
} as const;
