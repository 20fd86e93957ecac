import { expect, test } from "vitest";
import { paged, pagedAround } from "./paged";

const all = Array.from({ length: 51 }, (_, index) => index);

test("each entry is on one page; nonsense is the first page, and what is beyond the last is the last", () => {
  expect([1, 2, 3].flatMap((page) => paged(all, String(page)).shown)).toEqual(all);
  expect(paged(all, "x")).toMatchObject({ page: 1, pages: 3 });
  expect(paged(all, "99")).toMatchObject({ page: 3, shown: [50] });
  expect(paged([], "2")).toEqual({ shown: [], page: 1, pages: 1 });
});

test("a page is found by any entry of it; what is not in the list is on the first", () => {
  for (const one of all) expect(pagedAround(all, (other) => other === one, 20).shown).toContain(one);
  const { firsts, pages } = pagedAround(all, () => false, 20);
  expect({ firsts, pages }).toEqual({ firsts: [0, 20, 40], pages: 3 });
  expect(firsts.flatMap((first) => pagedAround(all, (one) => one === first, 20).shown)).toEqual(all);
  expect(pagedAround([], () => true)).toEqual({ shown: [], page: 1, pages: 1, firsts: [] });
});
