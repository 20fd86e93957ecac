import { type Params, parseSearchQuery, searchHref } from "@/lib/catalogue/query";

/** What can be followed: an offering or a provider by its slug, or a search as its address writes it. */
export type Target = { kind: "offering" | "provider"; slug: string } | { kind: "search"; search: string };

const slugOf = /^(offering|provider):([a-z0-9-]{1,200})$/;

/** What the address of the form asks for: `of=offering:a-slug`, `of=provider:a-slug`, or the parameters of a search. */
export function readTarget({ of: given, ...params }: Params): Target | undefined {
  const [of = "search"] = [given ?? []].flat();
  if (of === "search") return { kind: "search", search: searchText(params) };
  const [, kind, slug] = slugOf.exec(of) ?? [];
  return kind && slug ? { kind: kind as "offering" | "provider", slug } : undefined;
}

/** The parameters of the form for a target. */
export function targetQuery(target: Target): string {
  if (target.kind !== "search") return `?${new URLSearchParams({ of: `${target.kind}:${target.slug}` })}`;
  return target.search === "" ? "?of=search" : `?of=search&${target.search}`;
}

/** One search has one text: what makes no sense is left out, and its order and page are no part of what is looked for. */
export function searchText(params: Params): string {
  return searchHref({ ...parseSearchQuery(params), sort: undefined, view: undefined, page: 1 }).slice(1);
}

export function paramsIn(search: string): Params {
  const params = new URLSearchParams(search);
  return Object.fromEntries([...params.keys()].map((name) => [name, params.getAll(name)]));
}
