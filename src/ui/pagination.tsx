import styled from "@emotion/styled";
import { formatCount } from "./format.ts";
import { IconButton } from "./icon-button.tsx";
import { ink } from "./theme/tokens.ts";

export type PaginationProps = {
  /** What is paged, e.g. "devices". */
  readonly label: string;
  /** Counts from 0. */
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
  readonly onPerPage?: (perPage: number) => void;
};

const PER_PAGE_CHOICES = [25, 50, 100];
/** A list of more pages than this has ways to its ends, too: nobody goes through ten thousand pages one by one. */
const FEW_PAGES = 3;

/** "51–100 of 1,250", with the ways back and on. */
export function Pagination({ label, page, perPage, total, onPage, onPerPage }: PaginationProps) {
  const first = Math.min(page * perPage + 1, total);
  const last = Math.min((page + 1) * perPage, total);
  const lastPage = Math.ceil(total / perPage) - 1;
  const hasEnds = lastPage >= FEW_PAGES;
  return (
    <Bar aria-label={`Pages of ${label}`}>
      <span>
        {formatCount(first)}–{formatCount(last)} of {formatCount(total)}
      </span>
      {hasEnds ? (
        <IconButton
          icon="chevronFirst"
          label="First page"
          size="small"
          disabled={page === 0}
          onClick={() => onPage(0)}
        />
      ) : null}
      <IconButton
        icon="chevronLeft"
        label="Previous page"
        size="small"
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      />
      <IconButton
        icon="chevronRight"
        label="Next page"
        size="small"
        disabled={last >= total}
        onClick={() => onPage(page + 1)}
      />
      {hasEnds ? (
        <IconButton
          icon="chevronLast"
          label="Last page"
          size="small"
          disabled={last >= total}
          onClick={() => onPage(lastPage)}
        />
      ) : null}
      {onPerPage === undefined ? null : (
        <label>
          <select value={perPage} onChange={(event) => onPerPage(Number(event.target.value))}>
            {[...new Set([...PER_PAGE_CHOICES, perPage])]
              .sort((a, b) => a - b)
              .map((choice) => (
                <option key={choice} value={choice}>
                  {choice}
                </option>
              ))}
          </select>{" "}
          a page
        </label>
      )}
    </Bar>
  );
}

const Bar = styled.nav({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: 4,
  minHeight: 44,
  padding: "8px 2px",
  color: ink.third,
  fontSize: 13,
  "& > span": { marginRight: 6 },
  "& > label": { marginLeft: "auto" },
  "& select": {
    height: 28,
    padding: "0 4px",
    border: `1px solid ${ink.line}`,
    borderRadius: 6,
    background: ink.surface,
    color: ink.second,
  },
});
