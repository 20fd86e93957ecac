/** Offerings by their slugs, as an address names them: `o=…&o=…`, in the order in which they were chosen. */
type Given = string | string[] | undefined;

/** More than anybody reads through, and as many as an address can hold. */
export const mostKept = 50;

/** The slug that somebody means: the slug itself, or the address of the offering's page, pasted whole. */
function slugIn(given: string): string | undefined {
  const [, slug] = /^(?:\S*\/offerings\/)?([a-z0-9-]{1,200})(?:[/?#]\S*)?$/.exec(given.trim()) ?? [];
  return slug;
}

/** Each once; what is no slug is left out. */
export function readChosen(given: Given): string[] {
  return [...new Set([given ?? []].flat().flatMap((one) => slugIn(one) ?? []))];
}

export function chosenQuery(slugs: readonly string[], more: Record<string, string> = {}): string {
  const params = new URLSearchParams([...slugs.map((slug) => ["o", slug]), ...Object.entries(more)]);
  return params.size === 0 ? "" : `?${params}`;
}
