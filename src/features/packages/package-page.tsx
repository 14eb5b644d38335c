import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { LoaderFunctionArgs } from "react-router";
import { artifactQueries } from "#api/artifacts.ts";
import { blueprintQueries } from "#api/blueprints.ts";
import { packageQueries } from "#api/packages.ts";
import { SETTLED_EVERY_MS } from "#api/polling.ts";
import { queryClient } from "#api/query-client.ts";
import { useWhyNoWrites } from "#api/reachability.ts";
import { scopeOf, useScope } from "#api/scope.ts";
import { tagQueries } from "#api/tags.ts";
import type { Artifact } from "#domain/artifact.ts";
import type { PackageId, Scope } from "#domain/ids.ts";
import { mainPackageIdOf, type Package } from "#domain/package.ts";
import { newestVersionFirst } from "#domain/version-order.ts";
import { PageNotFound } from "#navigation/page-not-found.ts";
import { packageIdOf, projectIdOf, usePackageId, useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { freeText } from "#navigation/search-params.ts";
import { useUrlState } from "#navigation/url-state.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Freshness } from "#ui/freshness.tsx";
import { Page } from "#ui/page.tsx";
import { Sentence } from "#ui/sentence.tsx";
import { Badge } from "#ui/state-chip.tsx";
import { PackageMenu } from "./package-menu.tsx";
import { summaryOf } from "./package-summary.ts";
import { packageSentence } from "./package-words.ts";
import { UploadDialog } from "./upload-dialog.tsx";
import { VersionTable } from "./version-table.tsx";

/** The version a link points to. */
const packageSearch = { version: freeText(64) };

export async function loader({ params }: LoaderFunctionArgs) {
  const scope = await scopeOf(projectIdOf(params));
  const packageId = packageIdOf(params);
  const [packages] = await Promise.all([
    queryClient.query(packageQueries.list(scope)),
    queryClient.query(artifactQueries.list(scope, { packageId })),
    queryClient.query(blueprintQueries.list(scope)),
    queryClient.query(tagQueries.list(scope)),
  ]);
  required(packages, packageId);
  return null;
}

/** One package: its versions, and what is done with it. */
export function Component() {
  const scope = useScope(useProjectId());
  const packageId = usePackageId();
  const { data: packages } = useSuspenseQuery({ ...packageQueries.list(scope), refetchInterval: SETTLED_EVERY_MS });
  return <PackageView key={packageId} scope={scope} packages={packages} packageId={packageId} />;
}

type PackageViewProps = {
  readonly scope: Scope;
  readonly packages: readonly Package[];
  readonly packageId: PackageId;
};

function PackageView({ scope, packages, packageId }: PackageViewProps) {
  // Deleted here or elsewhere, it stays on screen as it was until the reader leaves.
  const [first] = useState(() => required(packages, packageId));
  const still = packages.find(({ id }) => id === packageId);
  const about = still ?? first;
  const query = { ...artifactQueries.list(scope, { packageId: about.id }), refetchInterval: SETTLED_EVERY_MS };
  const { data, error, dataUpdatedAt } = useSuspenseQuery(query);
  const { data: blueprints } = useSuspenseQuery(blueprintQueries.list(scope));
  const { data: tags } = useSuspenseQuery(tagQueries.list(scope));
  const [{ version }, setSearch] = useUrlState(packageSearch);
  const [uploading, setUploading] = useState(false);
  const cutOff = useWhyNoWrites();
  useSightOf(version);

  const artifacts = data.toSorted(newestVersionFirst);
  const summary = summaryOf(about, artifacts);
  const mainNow = mainPackageIdOf(packages);
  const uploaded = (artifact: Artifact) => {
    setUploading(false);
    setSearch({ version: artifact.version });
  };
  const upload = (
    <Button variant="primary" icon="upload" disabledReason={cutOff} onClick={() => setUploading(true)}>
      Upload version
    </Button>
  );
  return (
    <Page
      title={about.id}
      breadcrumb={[{ label: "Packages", to: paths.packages(scope.projectId) }]}
      {...(about.main ? { badge: <Badge>Main</Badge> } : {})}
      sentence={<Sentence>{packageSentence(summary)}</Sentence>}
      actions={
        <>
          <PackageMenu summary={summary} mainNow={mainNow} />
          {artifacts.length === 0 ? null : upload}
        </>
      }
    >
      {uploading ? (
        <UploadDialog scope={scope} about={about} onUploaded={uploaded} onClose={() => setUploading(false)} />
      ) : null}
      <Freshness error={error} dataUpdatedAt={dataUpdatedAt} />
      {still === undefined ? <Callout tone="caution">This package was deleted.</Callout> : null}
      {artifacts.length === 0 ? (
        <EmptyState drawing="packages" action={upload}>
          <BidiText text={about.id} maxLength={64} /> has no versions yet. Upload the first file to deploy it.
        </EmptyState>
      ) : (
        <VersionTable artifacts={artifacts} blueprints={blueprints} tags={tags} version={version} />
      )}
    </Page>
  );
}

/** Brings the row that the address points to into view. */
function useSightOf(version: string): void {
  useEffect(() => {
    if (version !== "") document.querySelector("tr.current")?.scrollIntoView({ block: "nearest" });
  }, [version]);
}

function required(packages: readonly Package[], packageId: PackageId): Package {
  const found = packages.find(({ id }) => id === packageId);
  if (found === undefined) throw new PageNotFound(`There is no package ${packageId} in this project.`);
  return found;
}
