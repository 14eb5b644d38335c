import { keyframes } from "@emotion/react";
import styled from "@emotion/styled";
import { ink } from "./theme/tokens.ts";

const breathe = keyframes({ "50%": { opacity: 0.45 } });

const Shape = styled.span({
  display: "inline-block",
  maxWidth: "100%",
  borderRadius: 4,
  verticalAlign: "middle",
  background: `color-mix(in srgb, ${ink.strongLine} 55%, ${ink.sunken})`,
  animation: `${breathe} 1.6s ease-in-out infinite`,
});

/** A line of text to come, `width` pixels long. */
export function SkeletonLine({ width, height = 10 }: { readonly width: number; readonly height?: number }) {
  return <Shape style={{ width, height }} />;
}

/** A block to come, as wide as there is room. */
export function SkeletonBlock({ height }: { readonly height: number }) {
  return <Block style={{ height }} />;
}

/** A page to come: heading, sentence, content. */
export function PageSkeleton() {
  return (
    <Frame role="status" aria-busy="true" aria-label="Loading">
      <SkeletonLine width={280} height={24} />
      <SkeletonLine width={460} height={14} />
      <SkeletonBlock height={360} />
    </Frame>
  );
}

const Block = styled(Shape)({ display: "block", width: "100%", borderRadius: 8, opacity: 0.5 });

const Frame = styled.div({ display: "grid", gap: 14, padding: "24px 32px", justifyItems: "start" });
