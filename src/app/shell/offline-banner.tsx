import styled from "@emotion/styled";
import { useSyncExternalStore } from "react";
import { Icon } from "#ui/icon.tsx";
import { ink } from "#ui/theme/tokens.ts";

/** Says that the browser is offline. The demo's backend is inside the browser and does not mind. */
export function OfflineBanner() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online || __BACKEND__ === "mock") return null;
  return (
    <Banner role="status">
      <Icon name="offline" /> This browser is offline. What is shown was true when it was loaded; nothing can be changed
      until the connection is back.
    </Banner>
  );
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

const Banner = styled.div({
  display: "flex",
  alignItems: "center",
  gap: 10,
  padding: "8px 20px",
  background: ink.cautionWash,
  color: ink.caution,
  fontSize: 13,
  "& > svg": { flex: "none" },
});
