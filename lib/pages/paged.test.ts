import { expect, test } from "vitest";
import { paged } from "./paged";

const all = Array.from({ length: 51 }, (_, index) => index);

test("each entry is on one page; nonsense is the first page, and what is beyond the last is the last", () => {
  expect([1, 2, 3].flatMap((page) => paged(all, String(page)).shown)).toEqual(all);
  expect(paged(all, "x")).toMatchObject({ page: 1, pages: 3 });
  expect(paged(all, "99")).toMatchObject({ page: 3, shown: [50] });
  expect(paged([], "2")).toEqual({ shown: [], page: 1, pages: 1 });
});
