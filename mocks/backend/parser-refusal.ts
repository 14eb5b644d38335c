import type { Problem } from "#domain/problem.ts";
import { problemAnswer } from "./answer.ts";

/** The declared answer to what an HTTP parser turned away: it never gets as far as the app. */
export function parserRefusal(error: unknown): Response {
  return problemAnswer(problemOf(error));
}

function problemOf(error: unknown): Problem {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "HPE_HEADER_OVERFLOW") {
    return { problem: "headers-too-large", message: "The request's address and headers are too long." };
  }
  if (error instanceof TypeError && /method/i.test(error.message)) {
    return { problem: "method-not-allowed", message: "This method is not answered here." };
  }
  return { problem: "invalid", message: "This is not an HTTP request that can be read." };
}
