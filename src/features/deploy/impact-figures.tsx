import styled from "@emotion/styled";
import { assertNever } from "#lib/assert.ts";
import { IMPACT_KINDS, type ImpactKind, type ImpactNumbers, type PackageImpact } from "#domain/impact.ts";
import { formatCount } from "#ui/format.ts";
import { ink, toneInk, type Tone } from "#ui/theme/tokens.ts";
import { fromVersions } from "./callouts.ts";

type ImpactFiguresProps = {
  readonly numbers: ImpactNumbers;
  readonly downgradeFrom?: PackageImpact["downgradeFrom"];
  /** What a figure was when the review was opened, if it moved since. */
  readonly moved?: ReadonlyMap<ImpactKind, number> | undefined;
};

const tones = {
  upgrade: "succeeded",
  downgrade: "failed",
  changed: "caution",
  alreadyThere: "neutral",
  incompatible: "caution",
  unknown: "neutral",
} as const satisfies Record<ImpactKind, Tone>;

/** How many devices go which way, by what they report. Nothing is said of a way that no device goes. */
export function ImpactFigures({ numbers, downgradeFrom = [], moved }: ImpactFiguresProps) {
  const said = IMPACT_KINDS.filter((kind) => numbers[kind] > 0 || moved?.has(kind) === true);
  if (said.length === 0) return <Figures>No enabled devices.</Figures>;
  return (
    <Figures as="ul">
      {said.map((kind) => (
        <li key={kind}>
          <b className={tones[kind]}>{formatCount(numbers[kind])}</b> {kindWords(kind, downgradeFrom)}
          <Was before={moved?.get(kind)} />
        </li>
      ))}
      {numbers.offline > 0 ? <li className="aside">of these {formatCount(numbers.offline)} offline</li> : null}
    </Figures>
  );
}

function Was({ before }: { readonly before: number | undefined }) {
  return before === undefined ? null : <span className="was"> (was {formatCount(before)})</span>;
}

function kindWords(kind: ImpactKind, downgradeFrom: PackageImpact["downgradeFrom"]): string {
  switch (kind) {
    case "upgrade":
      return "upgrade";
    case "downgrade":
      return `downgrade${fromVersions(downgradeFrom)}`;
    case "changed":
      return "change, direction unknown";
    case "alreadyThere":
      return "already there";
    case "incompatible":
      return "no artifact fits";
    case "unknown":
      return "version unknown";
    default:
      return assertNever(kind, "kind of impact");
  }
}

const Figures = styled.div({
  display: "flex",
  flexWrap: "wrap",
  gap: "2px 18px",
  fontSize: 13,
  color: ink.second,
  overflowWrap: "anywhere",
  "& b": { fontWeight: 650 },
  ...Object.fromEntries(Object.entries(toneInk).map(([tone, color]) => [`& b.${tone}`, { color }])),
  "& .aside": { color: ink.third },
  "& .was": { color: ink.third },
});
