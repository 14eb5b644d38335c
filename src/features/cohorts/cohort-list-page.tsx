import styled from "@emotion/styled";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigation } from "react-router";
import type { LoaderFunctionArgs } from "react-router";
import { cohortQueries, type CohortPage } from "#api/cohorts.ts";
import { queryClient } from "#api/query-client.ts";
import { scopeOf, useScope } from "#api/scope.ts";
import { countText } from "#domain/counts.ts";
import { projectIdOf, useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { searchOf, useUrlState, type SearchValues } from "#navigation/url-state.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Toolbar } from "#ui/card.tsx";
import { EmptyState, NoMatch } from "#ui/empty-state.tsx";
import { focusHeading } from "#ui/focus-heading.ts";
import { Freshness } from "#ui/freshness.tsx";
import { NothingOnPage } from "#ui/nothing-on-page.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { ink } from "#ui/theme/tokens.ts";
import { CohortTable } from "./cohort-table.tsx";
import { cohortListQueryOf, cohortListSearch, COHORTS_PER_PAGE, sortWords } from "./cohort-list-search.ts";
import { CohortsSentence } from "./cohorts-sentence.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const scope = await scopeOf(projectIdOf(params));
  await queryClient.query(cohortQueries.list(scope, cohortListQueryOf(searchOf(cohortListSearch, request))));
  return null;
}

/** Find a cohort, see what runs on it. */
export function Component() {
  const scope = useScope(useProjectId());
  const [search, setSearch] = useUrlState(cohortListSearch);
  const { data: cohorts, ...query } = useSuspenseQuery(cohortQueries.list(scope, cohortListQueryOf(search)));
  const navigating = useNavigation().state === "loading";
  const create = (
    <LinkButton variant="primary" to={paths.newCohort(scope.projectId)}>
      Create cohort
    </LinkButton>
  );
  const troubleFirst = () => {
    focusHeading();
    setSearch({ sort: "trouble", page: 0 });
  };
  const none = cohorts.total === 0 && search.term === "";
  return (
    <Page
      title="Cohorts"
      {...(cohorts.tally === undefined
        ? {}
        : { sentence: <CohortsSentence tally={cohorts.tally} listed={cohorts.list} /> })}
      {...(none ? {} : { actions: create })}
    >
      {none ? (
        <EmptyState drawing="cohorts" action={create}>
          A cohort is a group of devices that get the same deployments. There is none yet.
        </EmptyState>
      ) : (
        <>
          <Toolbar>
            <SearchField label="Find a cohort" value={search.term} onChange={(term) => setSearch({ term, page: 0 })} />
            {search.sort === "trouble" ? null : (
              <Button variant="quiet" size="small" onClick={troubleFirst}>
                {sortWords.trouble}
              </Button>
            )}
            <Freshness {...query} />
          </Toolbar>
          <CohortTable
            cohorts={cohorts.list}
            sort={search.sort}
            onSort={(sort) => setSearch({ sort, page: 0 })}
            busy={navigating}
            empty={
              cohorts.total === 0 ? (
                <NoMatch onClear={() => setSearch({ term: "", page: 0 })}>
                  No cohort is called anything like “{search.term}”.
                </NoMatch>
              ) : (
                <NothingOnPage what="cohorts" onFirstPage={() => setSearch({ page: 0 })} />
              )
            }
          />
          <ListFoot cohorts={cohorts} search={search} onPage={(page) => setSearch({ page })} />
        </>
      )}
    </Page>
  );
}

type ListFootProps = {
  readonly cohorts: CohortPage;
  readonly search: SearchValues<typeof cohortListSearch>;
  readonly onPage: (page: number) => void;
};

/** The way through the pages, or what order the only one is in. */
function ListFoot({ cohorts: { list, tally, total }, search: { page, sort }, onPage }: ListFootProps) {
  // A backend that does not tell of trouble lists them by name.
  const order = sort === "trouble" && tally === undefined ? "name" : sort;
  return total > COHORTS_PER_PAGE ? (
    <Pagination label="cohorts" page={page} perPage={COHORTS_PER_PAGE} total={total} onPage={onPage} />
  ) : (
    <Foot hidden={list.length === 0}>
      {sortWords[order]}. {countText(list.length)} shown.
    </Foot>
  );
}

const Foot = styled.p({ padding: "12px 2px", color: ink.third, fontSize: 13 });
