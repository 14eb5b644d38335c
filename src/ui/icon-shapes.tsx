import type { ReactNode } from "react";

/** The drawings of the family: a 16 px grid, round ends, one weight. */
export const iconShapes = {
  // How a device stands in a deployment.
  succeeded: <path d="M2.8 8.6 6.4 12l6.8-8" />,
  progress: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 8V2a6 6 0 0 1 6 6Z" fill="currentColor" stroke="none" />
    </>
  ),
  failed: <path d="m3.4 3.4 9.2 9.2m0-9.2-9.2 9.2" />,
  pending: <circle cx="8" cy="8" r="6" strokeDasharray="2.1 2.62" strokeLinecap="butt" />,
  cancelled: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="m4 12 8-8" />
    </>
  ),
  paused: <path d="M5.5 3.5v9m5-9v9" />,
  scheduled: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.8V8l2.2 1.6" />
    </>
  ),
  // How a version moves.
  up: <path d="M8 13V3m0 0L4 7m4-4 4 4" />,
  down: <path d="M8 3v10m0 0 4-4m-4 4L4 9" />,
  plus: <path d="M8 3v10M3 8h10" />,
  times: <path d="m4.4 4.4 7.2 7.2m0-7.2-7.2 7.2" />,
  notEqual: <path d="M3 6h10M3 10h10m-1.8-7.4L5 13.4" />,
  dash: <path d="M4.5 8h7" />,
  arrow: <path d="M3 8h9.5M9 4.5 12.5 8 9 11.5" />,
  // Acts.
  search: <path d="M10.7 10.7 14 14M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Z" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M3.5 10.5A1.5 1.5 0 0 1 2.5 9V4A1.5 1.5 0 0 1 4 2.5h5c.7 0 1.2.4 1.4 1" />
    </>
  ),
  upload: (
    <path d="M8 10.5v-8m0 0L4.8 5.7M8 2.5l3.2 3.2M2.5 10.5v1.7c0 .7.6 1.3 1.3 1.3h8.4c.7 0 1.3-.6 1.3-1.3v-1.7" />
  ),
  download: (
    <path d="M8 2.5v8m0 0 3.2-3.2M8 10.5 4.8 7.3m-2.3 3.2v1.7c0 .7.6 1.3 1.3 1.3h8.4c.7 0 1.3-.6 1.3-1.3v-1.7" />
  ),
  more: <path d="M3 8h.01M8 8h.01M13 8h.01" strokeWidth="2.4" />,
  back: <path d="M6.2 3.5 2.7 7l3.5 3.5M2.7 7h6.8a3.6 3.6 0 0 1 0 7.2H7" />,
  refresh: <path d="M13.5 3v3.6h-3.6M13 6.4A5.4 5.4 0 1 0 13.3 9" />,
  trash: <path d="M2.8 4.5h10.4M6.4 4.3V2.8h3.2v1.5M4 4.7l.6 8.5h6.8l.6-8.5M6.7 7.2v3.4m2.6-3.4v3.4" />,
  edit: <path d="m3 13 .7-3L11 2.7 13.3 5 6 12.3 3 13Z" />,
  star: <path d="m8 2.4 1.7 3.7 4 .5-3 2.7.8 4L8 11.3l-3.5 2 .8-4-3-2.7 4-.5Z" fill="currentColor" stroke="none" />,
  play: <path d="M5 3.3v9.4L12.6 8Z" fill="currentColor" />,
  // Ways.
  chevronDown: <path d="m4 6.2 4 4 4-4" />,
  chevronRight: <path d="m6.2 4 4 4-4 4" />,
  chevronFirst: <path d="m11.6 4-4 4 4 4M4.4 4v8" />,
  chevronLast: <path d="m4.4 4 4 4-4 4M11.6 4v8" />,
  chevronLeft: <path d="m9.8 4-4 4 4 4" />,
  sortUp: <path d="M8 5 4.5 9.5h7Z" fill="currentColor" stroke="none" />,
  sortDown: <path d="M8 11 4.5 6.5h7Z" fill="currentColor" stroke="none" />,
  sun: (
    <>
      <circle cx="8" cy="8" r="2.8" />
      <path d="M8 1.5v1M8 13.5v1M1.5 8h1m11 0h1M3.4 3.4l.7.7m7.8 7.8.7.7m0-9.2-.7.7m-7.8 7.8-.7.7" />
    </>
  ),
  moon: <path d="M13.4 9.7A5.8 5.8 0 0 1 6.3 2.6a5.8 5.8 0 1 0 7.1 7.1Z" />,
  system: <path d="M2 3.5h12v7.5H2ZM5.8 13.5h4.4" />,
  // Signs.
  warning: (
    <>
      <path d="M8 2.3 14.3 13.2H1.7Z" />
      <path d="M8 6.4v3.2m0 2v.01" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.4v3.6M8 5v.01" />
    </>
  ),
  offline: (
    <path d="M2 2l12 12M1.8 6.2A9.5 9.5 0 0 1 4.3 4.6M7 3.7a9.6 9.6 0 0 1 7.2 2.5M4.2 8.9a6 6 0 0 1 2.3-1.4m3.4.2c.7.3 1.3.7 1.9 1.2M8 12.6v.01" />
  ),
  frozen: <path d="M8 1.8v12.4M2.6 4.9l10.8 6.2m0-6.2L2.6 11.1M6.2 2.6 8 4.4l1.8-1.8m-3.6 10.8L8 11.6l1.8 1.8" />,
  lock: <path d="M4.5 7.2V5.5a3.5 3.5 0 0 1 7 0v1.7M3.5 7.2h9v6.3h-9Z" />,
  // Things.
  cohort: (
    <>
      <rect x="2" y="2.5" width="5" height="5" rx="1.2" />
      <rect x="9" y="2.5" width="5" height="5" rx="1.2" />
      <rect x="2" y="9" width="5" height="5" rx="1.2" />
      <rect x="9" y="9" width="5" height="5" rx="1.2" />
    </>
  ),
  device: (
    <path d="M4.5 4.5h7v7h-7ZM6.5 2.2v2.3m3-2.3v2.3m-3 7v2.3m3-2.3v2.3M2.2 6.5h2.3m-2.3 3h2.3m7-3h2.3m-2.3 3h2.3" />
  ),
  package: <path d="M8 1.9 13.6 5v6L8 14.1 2.4 11V5ZM2.6 5.1 8 8.1l5.4-3M8 8.1V14M5.2 3.5l5.5 3.1" />,
} as const satisfies Readonly<Record<string, ReactNode>>;

export type IconName = keyof typeof iconShapes;
