import styled from "@emotion/styled";
import { useSyncExternalStore } from "react";
import { Icon } from "./icon.tsx";
import { IconButton } from "./icon-button.tsx";
import { ink, upTo } from "./theme/tokens.ts";

export type Toast = { readonly tone: "succeeded" | "failed" | "info"; readonly text: string };

/** Reports on an act whose place is gone, or that cannot be done. The same words twice stand once. Good news leaves by itself, a failure stays until it is closed. */
export function showToast(toast: Toast): void {
  const shown = { ...toast, id: (lastId += 1) };
  publish([...toasts.filter(({ text }) => text !== toast.text).slice(-2), shown]);
  if (toast.tone !== "failed") setTimeout(() => dismiss(shown.id), SHOWN_MS);
}

/** Where toasts appear, once in the console. */
export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <Corner role="region" aria-label="Notices">
      <div role="status" aria-live="polite">
        {shown.map((toast) => (
          <div key={toast.id} className={`toast ${toast.tone}`}>
            <Icon name={toast.tone === "info" ? "info" : toast.tone} />
            <span>{toast.text}</span>
            <IconButton icon="times" label="Close notice" size="small" onClick={() => dismiss(toast.id)} />
          </div>
        ))}
      </div>
    </Corner>
  );
}

const SHOWN_MS = 6_000;
type Shown = Toast & { readonly id: number };
const listeners = new Set<() => void>();
let toasts: readonly Shown[] = [];
let lastId = 0;

function dismiss(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id));
}

function publish(next: readonly Shown[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const Corner = styled.div({
  position: "fixed",
  zIndex: 1400,
  right: 24,
  bottom: 24,
  width: 380,
  maxWidth: "calc(100vw - 32px)",
  pointerEvents: "none",
  "& > div": { display: "grid", gap: 8 },
  "& .toast": {
    display: "flex",
    alignItems: "flex-start",
    gap: 10,
    padding: "8px 8px 8px 14px",
    border: `1px solid ${ink.line}`,
    borderRadius: 8,
    background: ink.surface,
    boxShadow: ink.shadow,
    fontSize: 13,
    pointerEvents: "auto",
    overflowWrap: "anywhere",
  },
  "& .toast > span": { flex: 1, padding: "4px 0" },
  "& .toast > svg": { flex: "none", marginTop: 6 },
  "& .toast.succeeded > svg": { color: ink.succeeded },
  "& .toast.failed > svg": { color: ink.failed },
  "& .toast.info > svg": { color: ink.accent },
  [upTo.phone]: { right: 16, bottom: 72 },
});
