import { queryOptions, useMutation } from "@tanstack/react-query";
import { decodeData, decodePage } from "#contract/page.ts";
import { decodeTag } from "#contract/tag.ts";
import type { Scope } from "#domain/ids.ts";
import { allPages } from "./all-pages.ts";
import { read, write } from "./call.ts";
import { newKey } from "./chance.ts";
import { client } from "./client.ts";
import { keys } from "./keys.ts";

/** Labels on devices. */
export const tagQueries = {
  all: keys.tags,
  /** All tags of the project. */
  list: (scope: Scope) =>
    queryOptions({
      queryKey: tagQueries.all(scope),
      queryFn: ({ signal }) =>
        allPages((query) =>
          read({ what: "the tags", signal, decode: decodePage("tags", decodeTag) }, (init) =>
            client.GET("/v1/projects/{projectId}/tags", { params: { path: scope, query }, ...init }),
          ),
        ),
    }),
};

/** Makes a tag. */
export function useCreateTag(scope: Scope) {
  return useMutation({
    mutationFn: ({ name, idempotencyKey = newKey() }: { readonly name: string; readonly idempotencyKey?: string }) =>
      write({ what: "create the tag", key: idempotencyKey, decode: decodeData("tag", decodeTag) }, (init) =>
        client.POST("/v1/projects/{projectId}/tags", { params: { path: scope }, body: { name }, ...init }),
      ),
    onSuccess: (_tag, _vars, _before, { client: cache }) =>
      cache.invalidateQueries({ queryKey: tagQueries.all(scope) }),
  });
}
