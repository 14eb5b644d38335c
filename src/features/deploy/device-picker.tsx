import styled from "@emotion/styled";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { deviceQueries } from "#api/devices.ts";
import { countText, devicesText } from "#domain/counts.ts";
import type { Device } from "#domain/device.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { Button } from "#ui/button.tsx";
import { CheckField } from "#ui/check-field.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { TagChip } from "#ui/tag-chip.tsx";
import { ink } from "#ui/theme/tokens.ts";
import type { DeployContext } from "./deploy-context.ts";
import type { ChosenDevice } from "./plan-choice.ts";
import { PlanError } from "./plan-error.tsx";

const LISTED = 8;
const CHIPS = 24;

type DevicePickerProps = {
  readonly deploy: DeployContext;
  readonly error: string | undefined;
  readonly onChange: (devices: readonly ChosenDevice[]) => void;
};

/** Finds enabled devices of the cohort by name and ticks them, a few of many at a time. */
export function DevicePicker({ deploy, error, onChange }: DevicePickerProps) {
  const { scope, cohort, draft } = deploy;
  const chosen = draft.plan.devices;
  const box = useRef<HTMLDivElement>(null);
  const [term, setTerm] = useState("");
  const filter = { cohortId: cohort.id, enabled: true, ...(term === "" ? {} : { term }) };
  const found = useQuery({
    ...deviceQueries.list(scope, { filter, sort: "name", perPage: LISTED }),
    placeholderData: keepPreviousData,
  });
  const list = found.data?.list ?? [];
  const without = (id: string) => chosen.filter((device) => device.id !== id);
  const tick = ({ id, name }: Device, ticked: boolean) =>
    onChange(ticked ? [...without(id), { id, name }] : without(id));
  const drop = (devices: readonly ChosenDevice[]) => {
    onChange(devices);
    // What was pressed is gone.
    box.current?.querySelector("input")?.focus();
  };
  return (
    <Picker
      ref={box}
      role="group"
      aria-label="Devices that get it"
      {...(error === undefined ? {} : { "data-wrong": "" })}
    >
      <SearchField label="Find a device of the cohort" value={term} onChange={setTerm} />
      {found.error === null ? (
        <ul>
          {list.map((device) => (
            <li key={device.id}>
              <CheckField
                checked={chosen.some(({ id }) => id === device.id)}
                onChange={({ target }) => tick(device, target.checked)}
              >
                <BidiText text={device.name} maxLength={100} />
              </CheckField>
            </li>
          ))}
        </ul>
      ) : (
        <PlanError role="alert">
          {found.error.message}{" "}
          <Button size="small" icon="refresh" onClick={() => void found.refetch()}>
            Try again
          </Button>
        </PlanError>
      )}
      <p role="status">{foundText(found.data?.total, list.length, term)}</p>
      {error === undefined ? null : (
        <PlanError role="alert">
          <BidiText text={error} maxLength={400} />
        </PlanError>
      )}
      {chosen.length === 0 ? null : (
        <div className="chosen">
          <b>{countText(chosen.length)} chosen</b>
          {chosen.slice(0, CHIPS).map(({ id, name }) => (
            <TagChip key={id} word="device" name={name} onRemove={() => drop(without(id))} />
          ))}
          {chosen.length > CHIPS ? <span>and {countText(chosen.length - CHIPS)} more</span> : null}
          <Button size="small" variant="quiet" onClick={() => drop([])}>
            Choose none
          </Button>
        </div>
      )}
    </Picker>
  );
}

function foundText(total: number | undefined, listed: number, term: string): string {
  if (total === undefined) return "Looking…";
  if (total === 0)
    return term === "" ? "The cohort has no enabled devices." : "No enabled device of the cohort matches.";
  if (total === listed) return `${devicesText(total)}.`;
  return `${countText(listed)} of ${devicesText(total)}: type to find others.`;
}

const Picker = styled.div({
  padding: 12,
  border: `1px solid ${ink.line}`,
  borderRadius: 8,
  fontSize: 13,
  "&[data-wrong]": { borderColor: ink.failed },
  "& > ul": {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(190px, 1fr))",
    gap: "2px 12px",
    margin: "8px 0 4px",
    overflowWrap: "anywhere",
  },
  "& > [role=status]": { color: ink.third },
  "& > .chosen": {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: 6,
    marginTop: 8,
    paddingTop: 8,
    borderTop: `1px solid ${ink.line}`,
  },
});
