import styled from "@emotion/styled";
import { useEffect, useRef } from "react";
import { planOf } from "#domain/plan.ts";
import { hours, minutes } from "#lib/duration.ts";
import { ChoiceField } from "#ui/choice-field.tsx";
import { formatClockDay } from "#ui/format.ts";
import { SelectField, TextField } from "#ui/text-field.tsx";
import { ink, upTo } from "#ui/theme/tokens.ts";
import type { DeployContext } from "./deploy-context.ts";
import { DevicePicker } from "./device-picker.tsx";
import { localTextOf, localZone } from "./local-time.ts";
import type { PlanChoice, PlanPart, PlanProblem } from "./plan-choice.ts";

const TARGETINGS = [
  { value: "continuous", label: "Everyone, now and later", help: "Devices that join the cohort later get it, too." },
  {
    value: "snapshot",
    label: "Only those there at the start",
    help: "Devices that join the cohort later do not get it.",
  },
  { value: "chosen", label: "Chosen devices", help: "Exactly these; the rest of the cohort keeps what it has." },
] as const;

const STARTS = [
  { value: "now", label: "Now", help: "As soon as you press Start Deployment." },
  { value: "at", label: "At a date and time", help: "What runs until then goes on." },
  {
    value: "after-current",
    label: "After the current deployment",
    help: "As soon as no device is on its way in it any more.",
  },
] as const;

const ATTEMPTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

type PlanOptionsProps = {
  readonly deploy: DeployContext;
  readonly onChange: (plan: PlanChoice) => void;
  readonly problem: PlanProblem | undefined;
  /** Moves each time the focus is to be led to what is wrong here. */
  readonly lead: number;
};

/** Whom a plan is for, its limits, and when it starts and ends. */
export function PlanOptions({ deploy, onChange, problem, lead }: PlanOptionsProps) {
  const box = useRef<HTMLDivElement>(null);
  const { plan } = deploy.draft;
  const errorOf = (part: PlanPart) => (problem?.part === part ? problem.message : undefined);

  // Gives the focus to the first field that is wrong, once it is there.
  useEffect(() => {
    if (lead > 0) box.current?.querySelector<HTMLElement>("[aria-invalid], [data-wrong] input")?.focus();
  }, [lead]);

  return (
    <Options ref={box}>
      <ChoiceField
        label="Who gets it"
        name="plan-targeting"
        choices={TARGETINGS}
        chosen={plan.targeting}
        onChange={({ target }) => {
          const targeting = TARGETINGS.find(({ value }) => value === target.value)?.value;
          if (targeting !== undefined) onChange({ ...plan, targeting });
        }}
      />
      {plan.targeting === "chosen" ? (
        <DevicePicker
          deploy={deploy}
          error={errorOf("targeting")}
          onChange={(devices) => onChange({ ...plan, devices })}
        />
      ) : null}
      <div className="pair">
        <TextField
          label="Maximum devices"
          optional
          inputMode="numeric"
          value={plan.maxDevices}
          help="It ends when so many are verified."
          error={errorOf("maxDevices")}
          onChange={({ target }) => onChange({ ...plan, maxDevices: target.value })}
        />
        <SelectField
          label="Attempts a device has"
          options={attemptOptions(plan)}
          value={plan.maxAttempts ?? ""}
          error={errorOf("attempts")}
          onChange={({ target }) => {
            const { maxAttempts: _before, ...rest } = plan;
            onChange(target.value === "" ? rest : { ...rest, maxAttempts: Number(target.value) });
          }}
        />
      </div>
      <Times deploy={deploy} onChange={onChange} errorOf={errorOf} />
    </Options>
  );
}

type TimesProps = Pick<PlanOptionsProps, "deploy" | "onChange"> & {
  readonly errorOf: (part: PlanPart) => string | undefined;
};

function Times({ deploy, onChange, errorOf }: TimesProps) {
  const { nowMs } = deploy.around;
  const { plan } = deploy.draft;
  const clock = `In ${localZone()}, where it is ${formatClockDay(nowMs)} now.`;
  return (
    <>
      <ChoiceField
        label="When it starts"
        name="plan-start"
        choices={STARTS}
        chosen={plan.start}
        onChange={({ target }) => {
          const start = STARTS.find(({ value }) => value === target.value)?.value;
          if (start !== undefined) onChange({ ...plan, start, startAt: plan.startAt || localTextOf(soonMs(nowMs)) });
        }}
      />
      <div className="pair">
        {plan.start === "at" ? (
          <TextField
            label="Starts at"
            type="datetime-local"
            value={plan.startAt}
            help={clock}
            error={errorOf("start")}
            onChange={({ target }) => onChange({ ...plan, startAt: target.value })}
          />
        ) : null}
        <TextField
          label="Deadline"
          optional
          type="datetime-local"
          value={plan.deadline}
          help={`Who was not offered it by then is left out. ${plan.start === "at" ? "" : clock}`}
          error={errorOf("deadline")}
          onChange={({ target }) => onChange({ ...plan, deadline: target.value })}
        />
      </div>
    </>
  );
}

function attemptOptions({ preset }: PlanChoice) {
  const { maxAttempts } = planOf(preset, "").retry;
  return [
    { value: "", label: `${maxAttempts}, as the plan has` },
    ...ATTEMPTS.map((count) => ({ value: String(count), label: String(count) })),
  ];
}

/** The next full hour that leaves some time to review. */
function soonMs(nowMs: number): number {
  return Math.ceil((nowMs + minutes(30)) / hours(1)) * hours(1);
}

const Options = styled.div({
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr)",
  gap: 16,
  marginTop: 10,
  paddingTop: 14,
  borderTop: `1px solid ${ink.line}`,
  "& fieldset": { gridTemplateColumns: "repeat(3, minmax(0, 1fr))" },
  "& > .pair": { display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: 12 },
  [upTo.phone]: {
    "& fieldset, & > .pair": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
});
