import styled from "@emotion/styled";
import { useEffect } from "react";
import type { FilterPreview } from "#domain/filter-preview.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Card, Stack } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Freshness } from "#ui/freshness.tsx";
import { KeyValues } from "#ui/key-value.tsx";
import { SkeletonBlock, SkeletonLine } from "#ui/skeleton.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { DeviceSample } from "./device-sample.tsx";
import { FilterFigures } from "./filter-figures.tsx";
import { beyondFilter, heldText } from "./filter-words.ts";
import { OverlapList } from "./overlap-list.tsx";
import type { useFilterPreview } from "./use-filter-preview.ts";

export type FilterPreviewCardProps = {
  readonly title: string;
  readonly query: ReturnType<typeof useFilterPreview>;
  readonly onClear: () => void;
  /** How many devices the cohort has now, if it exists: some of them the filter has no say in. */
  readonly deviceCount?: number;
};

/** What the filter on the left would hold: counted anew with each tag and blueprint. */
export function FilterPreviewCard({ title, query, onClear, deviceCount }: FilterPreviewCardProps) {
  const { data, isPlaceholderData, isFetching, error, dataUpdatedAt } = query;
  useSpoken(isPlaceholderData ? undefined : data);
  return (
    <Card title={title} actions={isPlaceholderData && isFetching ? <Counting>counting…</Counting> : undefined}>
      <Contents query={query} onClear={onClear} deviceCount={deviceCount} />
      {data === undefined ? null : (
        <Aged>
          <Freshness error={error} dataUpdatedAt={dataUpdatedAt} />
        </Aged>
      )}
    </Card>
  );
}

type ContentsProps = Pick<FilterPreviewCardProps, "query" | "onClear"> & {
  readonly deviceCount: number | undefined;
};

function Contents({ query, onClear, deviceCount }: ContentsProps) {
  const { data, empty, error, isFetching, refetch } = query;
  if (empty) {
    return (
      <EmptyState drawing="devices">Choose a tag or a blueprint, and this shows which devices it takes.</EmptyState>
    );
  }
  if (data === undefined) {
    return error === null ? (
      <CountingShape />
    ) : (
      <NotCounted message={error.message} busy={isFetching} retry={refetch} />
    );
  }
  if (data.matching === 0) {
    return (
      <EmptyState drawing="noMatch" action={<Button onClick={onClear}>Clear filter</Button>}>
        No device matches now. The cohort takes each one that comes to match later.
      </EmptyState>
    );
  }
  return (
    <Stack>
      <FilterFigures preview={data} beyond={deviceCount === undefined ? 0 : beyondFilter(data, deviceCount)} />
      <KeyValues
        stacked
        items={[
          ...(data.sample.length === 0
            ? []
            : [
                {
                  key: "Some of those in it",
                  value: (
                    <DeviceSample label="Some of those in it" devices={{ count: data.takes, sample: data.sample }} />
                  ),
                },
              ]),
          { key: "Overlap with other dynamic cohorts", value: <OverlapList overlaps={data.overlaps} /> },
        ]}
      />
    </Stack>
  );
}

/** Says new numbers to who cannot see them. */
function useSpoken(preview: FilterPreview | undefined): void {
  const words = preview === undefined ? undefined : heldText(preview);
  // The live region is the document's.
  useEffect(() => {
    if (words !== undefined) announce(words);
  }, [words]);
}

function CountingShape() {
  return (
    <Shape role="status" aria-busy="true" aria-label="Counting what matches">
      <SkeletonLine width={150} height={14} />
      <SkeletonBlock height={8} />
      <SkeletonLine width={210} />
      <SkeletonLine width={240} />
      <SkeletonLine width={180} />
    </Shape>
  );
}

type NotCountedProps = { readonly message: string; readonly busy: boolean; readonly retry: () => Promise<unknown> };

function NotCounted({ message, busy, retry }: NotCountedProps) {
  return (
    <Callout
      tone="failed"
      live
      title="Not counted."
      actions={
        // The query itself says how the next try ended.
        <Button size="small" icon="refresh" pending={busy} onClick={() => void retry()}>
          Try again
        </Button>
      }
    >
      {message}
    </Callout>
  );
}

const Counting = styled.span({ fontSize: 12, color: ink.third });
const Shape = styled.div({ display: "grid", gap: 12, justifyItems: "start" });
const Aged = styled.div({ marginTop: 12, "&:empty": { display: "none" } });
