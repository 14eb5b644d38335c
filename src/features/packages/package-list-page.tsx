import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { LoaderFunctionArgs } from "react-router";
import { artifactQueries } from "#api/artifacts.ts";
import { packageQueries } from "#api/packages.ts";
import { SETTLED_EVERY_MS } from "#api/polling.ts";
import { queryClient } from "#api/query-client.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import { scopeOf, useScope } from "#api/scope.ts";
import { projectIdOf, useProjectId } from "#navigation/params.ts";
import { useUrlState } from "#navigation/url-state.ts";
import { Button } from "#ui/button.tsx";
import { Toolbar } from "#ui/card.tsx";
import { EmptyState, NoMatch } from "#ui/empty-state.tsx";
import { Freshness } from "#ui/freshness.tsx";
import { Page } from "#ui/page.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { Sentence } from "#ui/sentence.tsx";
import { CreatePackageDialog } from "./create-package-dialog.tsx";
import { packageListSearch } from "./package-list-search.ts";
import { matching, summariesOf } from "./package-summary.ts";
import { PackageTable } from "./package-table.tsx";
import { packagesSentence } from "./package-words.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const scope = await scopeOf(projectIdOf(params));
  await Promise.all([queryClient.query(packageQueries.list(scope)), queryClient.query(artifactQueries.list(scope))]);
  return null;
}

/** The components that can be upgraded, and which versions of them there are. */
export function Component() {
  const scope = useScope(useProjectId());
  const [{ term }, setSearch] = useUrlState(packageListSearch);
  const [creating, setCreating] = useState(false);
  const packages = useSuspenseQuery({ ...packageQueries.list(scope), refetchInterval: SETTLED_EVERY_MS });
  const artifacts = useSuspenseQuery({ ...artifactQueries.list(scope), refetchInterval: SETTLED_EVERY_MS });
  const summaries = summariesOf(packages.data, artifacts.data);
  const older = packages.error === null ? artifacts : packages;
  const cutOff = useWhyNoWrites();
  const create = (
    <Button variant="primary" disabledReason={cutOff} onClick={() => setCreating(true)}>
      Create package
    </Button>
  );
  const none = summaries.length === 0;
  return (
    <Page
      title="Packages"
      {...(none ? {} : { sentence: <Sentence>{packagesSentence(summaries)}</Sentence>, actions: create })}
    >
      {creating ? <CreatePackageDialog packages={packages.data} onClose={() => setCreating(false)} /> : null}
      {none ? (
        <EmptyState drawing="packages" action={create}>
          A package is a component of a device that can be upgraded, such as its firmware. There is none yet.
        </EmptyState>
      ) : (
        <>
          <Toolbar>
            <SearchField label="Find a package" value={term} onChange={(next) => setSearch({ term: next })} />
            <Freshness error={older.error} dataUpdatedAt={older.dataUpdatedAt} />
          </Toolbar>
          <PackageTable
            packages={matching(summaries, term)}
            empty={
              <NoMatch onClear={() => setSearch({ term: "" })}>
                No package is called or described anything like “{term}”.
              </NoMatch>
            }
          />
        </>
      )}
    </Page>
  );
}
