import { queryOptions, useMutation } from "@tanstack/react-query";
import { decodeBlueprint } from "#contract/blueprint.ts";
import { decodeData, decodePage } from "#contract/page.ts";
import type { Scope } from "#domain/ids.ts";
import { allPages } from "./all-pages.ts";
import { read, write } from "./call.ts";
import { newKey } from "./chance.ts";
import { client } from "./client.ts";
import { keys } from "./keys.ts";

/** Hardware types. */
export const blueprintQueries = {
  all: keys.blueprints,
  /** All blueprints of the project. */
  list: (scope: Scope) =>
    queryOptions({
      queryKey: blueprintQueries.all(scope),
      queryFn: ({ signal }) =>
        allPages((query) =>
          read({ what: "the blueprints", signal, decode: decodePage("blueprints", decodeBlueprint) }, (init) =>
            client.GET("/v1/projects/{projectId}/blueprints", { params: { path: scope, query }, ...init }),
          ),
        ),
    }),
};

/** What a blueprint is made from. */
export type NewBlueprint = {
  readonly name: string;
  readonly platform?: string;
  readonly boardId?: string;
  readonly idempotencyKey?: string;
};

/** Makes a blueprint. */
export function useCreateBlueprint(scope: Scope) {
  return useMutation({
    mutationFn: ({ idempotencyKey = newKey(), ...body }: NewBlueprint) =>
      write(
        { what: "create the blueprint", key: idempotencyKey, decode: decodeData("blueprint", decodeBlueprint) },
        (init) => client.POST("/v1/projects/{projectId}/blueprints", { params: { path: scope }, body, ...init }),
      ),
    onSuccess: (_blueprint, _vars, _before, { client: cache }) =>
      cache.invalidateQueries({ queryKey: blueprintQueries.all(scope) }),
  });
}
