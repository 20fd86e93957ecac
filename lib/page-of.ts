const perPage = 50;

/** A page of a list that is at hand; one that there is not is the nearest that there is. */
export function pageOf<T>(all: T[], asked: number | string | string[] | undefined): { rows: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const number = Number([asked].flat()[0]);
  const page = Number.isInteger(number) ? Math.min(pages, Math.max(1, number)) : 1;
  return { rows: all.slice((page - 1) * perPage, page * perPage), page, pages };
}
