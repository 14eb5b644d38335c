import { queryOptions } from "@tanstack/react-query";
import { decodeActor } from "#contract/actor.ts";
import { read } from "./call.ts";
import { client } from "./client.ts";

/** Who the backend takes the reader for. */
export const meQueries = {
  me: () =>
    queryOptions({
      queryKey: ["me"],
      staleTime: Infinity,
      queryFn: ({ signal }) =>
        read({ what: "who you are", signal, decode: decodeActor }, (init) => client.GET("/v1/me", { ...init })),
    }),
};
