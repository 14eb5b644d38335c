/** The colours of one scheme, by what they mean. Every text pair is at least 4.5 : 1 on its three grounds. Source: look.md. */
type Colours = Readonly<Record<keyof typeof light, string>>;

/** Ink on paper. */
const light = {
  ground: "#F6F7F7",
  surface: "#FFFFFF",
  sunken: "#EEF1F1",
  line: "#DFE4E5",
  "strong-line": "#C3CBCD",
  /** The edge of a control that must be seen to be used: 3 : 1. */
  edge: "#87928F",
  ink: "#14201F",
  ink2: "#4A5856",
  ink3: "#5C6967",
  accent: "#24429E",
  "accent-wash": "#EDF1FB",
  "on-accent": "#FFFFFF",
  pending: "#5F6D74",
  progress: "#1A66B5",
  succeeded: "#087355",
  failed: "#C23B22",
  cancelled: "#755C8D",
  caution: "#8A5A00",
  "caution-wash": "#FFF4DC",
  "failed-wash": "#FDEFEA",
  "succeeded-wash": "#E7F4EF",
  "progress-wash": "#E8F1FA",
  backdrop: "rgb(15 20 22 / 0.4)",
  shadow: "0 1px 2px rgb(20 32 31 / 0.06), 0 8px 28px rgb(20 32 31 / 0.14)",
} as const;

/** The same meanings at night. */
const dark: Colours = {
  ground: "#0F1416",
  surface: "#161C1F",
  sunken: "#0B0F11",
  line: "#283135",
  "strong-line": "#3A464B",
  edge: "#6B7976",
  ink: "#E8EEED",
  ink2: "#A9B6B4",
  ink3: "#84918F",
  accent: "#9DB2FF",
  "accent-wash": "#1B2440",
  "on-accent": "#0F1416",
  pending: "#93A1A8",
  progress: "#6BB1F5",
  succeeded: "#3CC79B",
  failed: "#FF8A73",
  cancelled: "#B79CD0",
  caution: "#F2C66D",
  "caution-wash": "#33280F",
  "failed-wash": "#33170F",
  "succeeded-wash": "#0E2A22",
  "progress-wash": "#10263A",
  backdrop: "rgb(0 0 0 / 0.6)",
  shadow: "0 1px 2px rgb(0 0 0 / 0.4), 0 8px 28px rgb(0 0 0 / 0.55)",
};

export const schemes = { light, dark } as const;

/** Colours as styles name them: they follow the scheme without another render. */
export const ink = {
  ground: "var(--ground)",
  surface: "var(--surface)",
  sunken: "var(--sunken)",
  line: "var(--line)",
  strongLine: "var(--strong-line)",
  edge: "var(--edge)",
  first: "var(--ink)",
  second: "var(--ink2)",
  third: "var(--ink3)",
  accent: "var(--accent)",
  accentWash: "var(--accent-wash)",
  onAccent: "var(--on-accent)",
  pending: "var(--pending)",
  progress: "var(--progress)",
  succeeded: "var(--succeeded)",
  failed: "var(--failed)",
  cancelled: "var(--cancelled)",
  caution: "var(--caution)",
  cautionWash: "var(--caution-wash)",
  failedWash: "var(--failed-wash)",
  succeededWash: "var(--succeeded-wash)",
  progressWash: "var(--progress-wash)",
  backdrop: "var(--backdrop)",
  shadow: "var(--shadow)",
} as const;

/** A colour by what it says. */
export type Tone = "neutral" | "accent" | "pending" | "progress" | "succeeded" | "failed" | "cancelled" | "caution";

/** The ink of a tone. */
export const toneInk = {
  neutral: ink.second,
  accent: ink.accent,
  pending: ink.pending,
  progress: ink.progress,
  succeeded: ink.succeeded,
  failed: ink.failed,
  cancelled: ink.cancelled,
  caution: ink.caution,
} as const satisfies Record<Tone, string>;

/** Sizes of the window at which the layout changes, in CSS pixels. */
export const upTo = {
  phone: "@media (max-width: 600px)",
  tablet: "@media (max-width: 900px)",
  narrow: "@media (max-width: 1180px)",
  /** A large zoom: bars that stayed in view would leave nothing between them. */
  low: "@media (max-height: 420px)",
} as const;

/** Measures that several pieces share, in CSS pixels. */
export const size = { radius: 6, control: 34, smallControl: 28, topBar: 48, rail: 208, bottomBar: 56 } as const;

export const fonts = {
  text: '"Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  code: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace',
} as const;
