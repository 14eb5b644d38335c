// @vitest-environment jsdom
import { act } from "react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { BandLegend } from "./band-legend.tsx";
import { BidiText } from "./bidi-text.tsx";
import { Button } from "./button.tsx";
import { ChangeMark } from "./change-mark.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { loadOverlays } from "./lazy-overlays.ts";
import { click, mount, press, type } from "./mounted.ts";
import { Pagination } from "./pagination.tsx";
import { RelativeTime } from "./relative-time.tsx";
import { SearchField } from "./search-field.tsx";
import { SidePanel } from "./side-panel.tsx";
import { StackedBar } from "./stacked-bar.tsx";
import { TextField } from "./text-field.tsx";

const counts = { total: 1250, buckets: { pending: 702, "in-progress": 40, succeeded: 498, failed: 7, cancelled: 3 } };

afterEach(() => void vi.useRealTimers());

describe("the band", () => {
  test("is a picture that says its numbers", async () => {
    const { find } = await mount(<StackedBar counts={counts} />);
    expect(find("[role=img]").getAttribute("aria-label")).toBe(
      "498 succeeded, 40 in progress, 7 failed, 702 pending, 3 cancelled, of 1,250 devices",
    );
  });

  test("has a legend of switches that narrow the list", async () => {
    const onToggle = vi.fn();
    const { page, find } = await mount(<BandLegend counts={counts} selected={["failed"]} onToggle={onToggle} />);
    expect([...page.querySelectorAll("button")].map((button) => button.textContent)).toEqual([
      "Succeeded 498 39.8\u202f%",
      "In progress 40 3.2\u202f%",
      "Failed 7 0.6\u202f%",
      "Pending 702 56.2\u202f%",
      "Cancelled 3 0.2\u202f%",
    ]);
    expect(find("[aria-pressed=true]").textContent).toContain("Failed");
    await click(find("[data-tone=pending]"));
    expect(onToggle).toHaveBeenCalledWith("pending");
  });
});

describe("a button", () => {
  test("that can do nothing now stays reachable and says why", async () => {
    const onClick = vi.fn();
    const { named, page } = await mount(
      <Button disabledReason="main 2.4.1 is in use" onClick={onClick}>
        Delete
      </Button>,
    );
    const button = named("Delete");
    await click(button);
    expect(onClick).not.toHaveBeenCalled();
    expect(button.getAttribute("aria-disabled")).toBe("true");
    expect(page.querySelector(`[id="${button.getAttribute("aria-describedby")}"]`)?.textContent).toBe(
      "main 2.4.1 is in use",
    );
  });

  test("whose act is under way takes no second click", async () => {
    const onClick = vi.fn();
    const { named } = await mount(
      <Button pending onClick={onClick}>
        Start Deployment
      </Button>,
    );
    await click(named("Start Deployment"));
    expect(onClick).not.toHaveBeenCalled();
    expect(named("Start Deployment").getAttribute("aria-busy")).toBe("true");
  });
});

test("a field is joined to its label and to what is wrong with it", async () => {
  const { find, field } = await mount(<TextField label="Name" help="Says what changes." error="Give it a name." />);
  const input = field("input");
  expect(input.labels?.[0]?.textContent).toBe("Name");
  expect(input.getAttribute("aria-invalid")).toBe("true");
  expect(find(`[id="${input.getAttribute("aria-describedby")}"]`).textContent).toBe("Give it a name.");
});

test("the act of a dialog waits until the name was typed", async () => {
  await loadOverlays();
  const onConfirm = vi.fn();
  const { find, named, field } = await mount(
    <ConfirmDialog
      open
      title="Cancel the rest?"
      actLabel="Cancel 702 devices"
      typedName="Production EU"
      onConfirm={onConfirm}
      onClose={vi.fn()}
    >
      702 devices have not started.
    </ConfirmDialog>,
  );
  expect(find(`[id="${find("[role=dialog]").getAttribute("aria-labelledby")}"]`).textContent).toBe("Cancel the rest?");
  await click(named("Cancel 702 devices"));
  expect(onConfirm).not.toHaveBeenCalled();

  await type(field("[role=dialog] input"), "Production EU");
  await click(named("Cancel 702 devices"));
  expect(onConfirm).toHaveBeenCalledTimes(1);
});

test("a panel takes the focus, closes on Escape and gives the focus back", async () => {
  const onClose = vi.fn();
  const list = (panel: ReactNode) => (
    <>
      <a href="/device">harbour-0142</a>
      {panel}
    </>
  );
  const { named, find, rerender } = await mount(list(null));
  named("harbour-0142").focus();
  await rerender(
    list(
      <SidePanel title="harbour-0142, verified" onClose={onClose}>
        It runs 2.4.1.
      </SidePanel>,
    ),
  );
  expect(document.activeElement).toBe(find("aside h2"));

  await press(find("aside h2"), "Escape");
  expect(onClose).toHaveBeenCalledTimes(1);
  await rerender(list(null));
  expect(document.activeElement).toBe(named("harbour-0142"));
});

describe("a search field", () => {
  test("searches when typing rests, not with every letter", async () => {
    vi.useFakeTimers();
    const onChange = vi.fn();
    const { field } = await mount(<SearchField label="Find a device" value="" onChange={onChange} />);
    await type(field("input"), "har");
    await type(field("input"), "harbour ");
    expect(onChange).not.toHaveBeenCalled();
    await act(() => vi.advanceTimersByTimeAsync(250));
    expect(onChange.mock.calls).toEqual([["harbour"]]);
  });

  test("searches at once on Enter", async () => {
    const onChange = vi.fn();
    const { find, field } = await mount(<SearchField label="Find a device" value="" onChange={onChange} />);
    await type(field("input"), "0142");
    await press(find("input"), "Enter");
    expect(onChange.mock.calls).toEqual([["0142"]]);
  });

  test("keeps what was typed while the answer is on its way, and what was typed since when it comes", async () => {
    const onChange = vi.fn();
    const { find, field, rerender } = await mount(<SearchField label="Find" value="" onChange={onChange} />);
    await type(field("input"), "harbour");
    await press(find("input"), "Enter");
    expect(field("input").value).toBe("harbour");
    await type(field("input"), "harbour-01");
    await rerender(<SearchField label="Find" value="harbour" onChange={onChange} />);
    expect(field("input").value).toBe("harbour-01");
  });

  test("takes a search back that is still on its way", async () => {
    const onChange = vi.fn();
    const { find, field } = await mount(<SearchField label="Find" value="" onChange={onChange} />);
    await type(field("input"), "harbour");
    await press(find("input"), "Enter");
    await type(field("input"), "");
    await press(find("input"), "Enter");
    expect(onChange.mock.calls).toEqual([["harbour"], [""]]);
  });

  test("shows what the address says once that changes by another way", async () => {
    const { rerender, field } = await mount(<SearchField label="Find a device" value="0142" onChange={vi.fn()} />);
    await rerender(<SearchField label="Find a device" value="" onChange={vi.fn()} />);
    expect(field("input").value).toBe("");
  });
});

test.each([
  [0, "1–50 of 1,250", "Previous page"],
  [24, "1,201–1,250 of 1,250", "Next page"],
])("page %d shows %s and has no way further there", async (page, words, blocked) => {
  const onPage = vi.fn();
  const { page: shown, named } = await mount(
    <Pagination label="devices" page={page} perPage={50} total={1250} onPage={onPage} />,
  );
  expect(shown.textContent).toContain(words);
  await click(named(blocked));
  expect(onPage).not.toHaveBeenCalled();
});

test("a list of ten thousand pages has ways to both of its ends, one of three has none", async () => {
  const onPage = vi.fn();
  const pages = { label: "devices", page: 7, perPage: 100, total: 1_000_000, onPage };
  const { named, rerender, page } = await mount(<Pagination {...pages} />);
  await click(named("Last page"));
  await click(named("First page"));
  expect(onPage.mock.calls).toEqual([[9_999], [0]]);
  await rerender(<Pagination {...pages} page={1} total={300} />);
  expect(page.querySelectorAll("button")).toHaveLength(2);
});

test("a relative time carries the instant it is short for", async () => {
  const atMs = Date.UTC(2026, 10, 17, 12, 31, 0);
  const { find } = await mount(<RelativeTime atMs={atMs} nowMs={atMs + 7_200_000} />);
  expect(find("time").textContent).toBe("2 h ago");
  expect(find("time").getAttribute("datetime")).toBe("2026-11-17T12:31:00.000Z");
});

test("a change is a glyph and a word", async () => {
  const { page } = await mount(<ChangeMark change="downgraded" />);
  expect(page.textContent).toBe("downgraded");
  expect(page.querySelector("svg")?.getAttribute("aria-hidden")).toBe("true");
});

test.each([
  ["an override cannot turn a name around", "harbour\u202egnp.exe", "harbourU+202Egnp.exe"],
  ["a control character is seen", "a\u0000b", "aU+0000b"],
  ["what joins an emoji stays", "👩\u200d🔧", "👩\u200d🔧"],
  ["a long text ends", "x".repeat(300), `${"x".repeat(200)}…`],
])("%s", async (_, text, shown) => {
  const { find } = await mount(<BidiText text={text} />);
  expect(find("bdi").textContent).toBe(shown);
});
