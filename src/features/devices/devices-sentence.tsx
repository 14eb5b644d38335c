import type { DeviceFacets } from "#domain/device.ts";
import { useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { Sentence, SentenceLink } from "#ui/sentence.tsx";
import { NO_COHORT } from "./device-list-search.ts";
import { devicesSentence } from "./devices-words.ts";

export type DevicesSentenceProps = {
  readonly total: number;
  readonly facets: DeviceFacets | undefined;
  readonly filtered: boolean;
};

/** How many devices there are and where they belong; what needs care leads to it. */
export function DevicesSentence({ total, facets, filtered }: DevicesSentenceProps) {
  const projectId = useProjectId();
  return (
    <Sentence>
      {devicesSentence(total, facets, filtered).map(({ text, about }) =>
        about === undefined ? (
          text
        ) : (
          <SentenceLink key={about} to={paths.devices(projectId, { cohort: NO_COHORT })}>
            {text}
          </SentenceLink>
        ),
      )}
    </Sentence>
  );
}
