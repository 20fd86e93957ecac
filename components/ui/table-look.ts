/** How the tables of the desk look: quiet lines, no boxes. On a phone each row is a block of its own, so that nothing scrolls sideways. */
export const tableLook = {
  table: "w-full text-start",
  head: "max-sm:sr-only",
  headRow: "border-line-strong border-b text-ink-2 text-sm",
  headCell: "py-2 pe-5 text-start font-semibold",
  row: "border-line border-b align-baseline max-sm:grid max-sm:grid-cols-[minmax(0,1fr)] max-sm:py-3",
  /** The name of a row gives way where words are long; what else stands there is short, and keeps its words whole. */
  name: "py-3 pe-5 text-start font-normal [overflow-wrap:anywhere] max-sm:py-0.5 sm:min-w-56 print:py-1.5",
  cell: "py-3 pe-5 max-sm:py-0.5 print:py-1.5",
} as const;
