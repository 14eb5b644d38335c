import { queryOptions } from "@tanstack/react-query";
import { decodeList } from "#contract/page.ts";
import { decodeProject } from "#contract/project.ts";
import { read } from "./call.ts";
import { client } from "./client.ts";

/** Projects hardly change while the console is open. */
const FRESH_MS = 300_000;

/** Projects the reader has, the main one first. */
export const projectQueries = {
  all: () => ["projects"] as const,
  list: () =>
    queryOptions({
      queryKey: projectQueries.all(),
      staleTime: FRESH_MS,
      queryFn: ({ signal }) =>
        read({ what: "the projects", signal, decode: decodeList("projects", decodeProject) }, (init) =>
          client.GET("/v1/projects", { ...init }),
        ),
    }),
};
