/** The query of an address as it came, to carry it over to the same page in another language. */
export function queryOf(params: Record<string, string | string[] | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const each of [value ?? []].flat()) query.append(name, each);
  }
  return query.size === 0 ? "" : `?${query}`;
}
