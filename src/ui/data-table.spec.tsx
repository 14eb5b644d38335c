// @vitest-environment jsdom
import { expect, test, vi } from "vitest";
import { DataTable } from "./data-table.tsx";
import type { Column, DataTableProps } from "./data-table.tsx";
import { click, mount } from "./mounted.ts";

type Row = { readonly id: string; readonly devices: number };
const rows: readonly Row[] = [
  { id: "Production EU", devices: 1250 },
  { id: "Field test", devices: 24 },
];
const columns: readonly Column<Row>[] = [
  {
    key: "name",
    header: "Cohort",
    identity: true,
    cell: (row) => row.id,
    sort: { ascending: "name", descending: "-name" },
  },
  {
    key: "devices",
    header: "Devices",
    align: "end",
    cell: (row) => row.devices,
    sort: { ascending: "devices", descending: "-devices", first: "descending" },
  },
  { key: "runs", header: "Runs", cell: () => "–" },
];

function table(more: Partial<DataTableProps<Row>> = {}) {
  return <DataTable label="Cohorts" columns={columns} rows={rows} rowKey={(row) => row.id} {...more} />;
}

test("it is a table with a name, column headers, and a header for each row", async () => {
  const { find, page } = await mount(table());
  expect(find("table").getAttribute("aria-label")).toBe("Cohorts");
  expect([...page.querySelectorAll("th[scope=col]")].map((th) => th.textContent)).toEqual([
    "Cohort",
    "Devices",
    "Runs",
  ]);
  expect([...page.querySelectorAll("th[scope=row]")].map((th) => th.textContent)).toEqual([
    "Production EU",
    "Field test",
  ]);
});

test("headers say how the list is sorted; a column that cannot be sorted says nothing", async () => {
  const { page } = await mount(table({ sort: { value: "-devices", onChange: vi.fn() } }));
  const said = [...page.querySelectorAll("th[scope=col]")].map((th) => th.getAttribute("aria-sort"));
  expect(said).toEqual(["none", "descending", null]);
});

test.each([
  ["the first click on a number's header puts the largest first", "name", "Devices", "-devices"],
  ["another click turns the order around", "-devices", "Devices", "devices"],
  ["the first click on a name's header starts at A", "-devices", "Cohort", "name"],
])("%s", async (_, value, header, expected) => {
  const onChange = vi.fn();
  const { named } = await mount(table({ sort: { value, onChange } }));
  await click(named(header));
  expect(onChange).toHaveBeenCalledWith(expected);
});

test("a row's identity is the link to its page, and the open one is marked", async () => {
  const { named } = await mount(table({ rowTo: (row) => `/${row.devices}`, isCurrent: (row) => row.devices === 24 }));
  expect(named("Production EU").getAttribute("href")).toBe("/1250");
  expect(named("Field test").getAttribute("aria-current")).toBe("true");
});

test("the box above the boxes takes the rest of the page, and then leaves it", async () => {
  const onChange = vi.fn();
  const selection = { onChange, labelOf: (row: Row) => row.id };
  const { find, rerender, field } = await mount(
    table({ selection: { ...selection, selected: new Set(["Field test", "elsewhere"]) } }),
  );
  expect(field("thead input").indeterminate).toBe(true);
  await click(find("thead input"));
  expect(onChange).toHaveBeenLastCalledWith(new Set(["Field test", "elsewhere", "Production EU"]));

  await rerender(
    table({ selection: { ...selection, selected: new Set(["Field test", "elsewhere", "Production EU"]) } }),
  );
  await click(find("thead input"));
  expect(onChange).toHaveBeenLastCalledWith(new Set(["elsewhere"]));
});

test("each box of a row is named after it", async () => {
  const selection = { selected: new Set<string>(), onChange: vi.fn(), labelOf: (row: Row) => row.id };
  const { page } = await mount(table({ selection }));
  const names = [...page.querySelectorAll("tbody label")].map((label) => label.textContent);
  expect(names).toEqual(["Select Production EU", "Select Field test"]);
});

test("while rows load the table has its own shape and says that it is busy", async () => {
  const { find, page } = await mount(table({ rows: undefined, loadingRows: 3 }));
  expect(find("table").getAttribute("aria-busy")).toBe("true");
  expect(page.querySelectorAll("tbody[aria-hidden] tr")).toHaveLength(3);
});

test("without rows it shows what stands in their place", async () => {
  const { page } = await mount(table({ rows: [], empty: <p>No cohort matches.</p> }));
  expect(page.textContent).toContain("No cohort matches.");
});
