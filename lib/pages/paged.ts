import { pageOf } from "@/lib/imports/page";

/** As many as a phone shows in a few swipes. */
const pageSize = 25;

export type Paged<T> = { shown: T[]; page: number; pages: number };

/** The part of a list that an address asks for; beyond the last page it is the last. */
export function paged<T>(all: readonly T[], given: string | string[] | undefined): Paged<T> {
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const page = Math.min(pageOf(given), pages);
  return { shown: all.slice((page - 1) * pageSize, page * pageSize), page, pages };
}

/** The page of a list on which an entry stands, else the first one, with the first entry of each page: by an entry of it a page is found again when the list has grown. */
export function pagedAround<T>(all: readonly T[], isWanted: (one: T) => boolean, size = pageSize): Paged<T> & { firsts: T[] } {
  const firsts = all.filter((_, place) => place % size === 0);
  const page = Math.floor(Math.max(0, all.findIndex(isWanted)) / size) + 1;
  return { shown: all.slice((page - 1) * size, page * size), page, pages: Math.max(1, firsts.length), firsts };
}
