import styled from "@emotion/styled";
import { countText, devicesText } from "#domain/counts.ts";
import { ink } from "#ui/theme/tokens.ts";

/** How many devices each phase reaches in all, as rising steps; nothing where there is one phase only. */
export function PhaseChart({ sizes }: { readonly sizes: readonly number[] }) {
  const whole = sizes.at(-1) ?? 0;
  if (sizes.length < 2) return null;
  return (
    <Chart role="img" aria-label={`Phases reach ${sizes.map(countText).join(", then ")} of ${devicesText(whole)}`}>
      {sizes.map((size) => (
        <Step key={size}>
          <span className="size">{countText(size)}</span>
          <span className="bar" style={{ height: Math.max(2, Math.round((size / whole) * 44)) }} />
        </Step>
      ))}
    </Chart>
  );
}

const Chart = styled.div({ display: "flex", alignItems: "end", gap: 2, height: 66, marginTop: 14 });

const Step = styled.span({
  display: "grid",
  flex: 1,
  minWidth: 0,
  fontSize: 12,
  lineHeight: "18px",
  color: ink.second,
  "& > .size": { paddingLeft: 4 },
  "& > .bar": { borderTop: `2px solid ${ink.accent}`, background: ink.accentWash },
});
