import { pageOf } from "@/lib/imports/page";

/** As many as a phone shows in a few swipes. */
const pageSize = 25;

type Paged<T> = { shown: T[]; page: number; pages: number };

/** The part of a list that an address asks for; beyond the last page it is the last. */
export function paged<T>(all: readonly T[], given: string | string[] | undefined): Paged<T> {
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const page = Math.min(pageOf(given), pages);
  return { shown: all.slice((page - 1) * pageSize, page * pageSize), page, pages };
}
