// @vitest-environment jsdom
import { act } from "react";
import { expect, test, vi } from "vitest";
import { announce, Announcer } from "./announcer.tsx";
import { mount } from "./mounted.ts";

test("at most one message is read in five seconds, and then the newest", async () => {
  vi.useFakeTimers();
  const { find } = await mount(<Announcer />);
  const read = () => find("[role=status]").textContent;
  const passing = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

  announce("7 failed");
  await passing(0);
  expect(read()).toBe("7 failed");

  announce("8 failed");
  announce("9 failed");
  await passing(4_000);
  expect(read()).toBe("7 failed");
  await passing(1_000);
  expect(read()).toBe("9 failed");
  vi.useRealTimers();
});
