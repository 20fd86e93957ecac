import { type SQL, sql } from "drizzle-orm";
import { overseenBy } from "@/lib/decisions/overview/queries";
import { regionOf } from "./supply";

/** Whose offerings are counted: all, those of the providers that an authority oversees, or those of a region by seat. */
export type Scope = { authority: { id: string; slug: string } } | { region: string } | "country";

/** How a scope is called in `counted_statistics`. */
export function scopeKey(scope: Scope): string {
  if (scope === "country") return scope;
  return "region" in scope ? `region:${scope.region}` : scope.authority.id;
}

/** A scope as a condition on `organisations o`. */
export function withinScope(scope: Scope): SQL {
  if (scope === "country") return sql`true`;
  return "region" in scope ? sql`${regionOf(sql`o.nuts`)} = ${scope.region}` : overseenBy(scope.authority.id, scope.authority.slug);
}

/** Every organisation once, with the scopes that it lies in: what is counted by provider is added up to each of them. */
export function owners(scopes: Scope[]): SQL {
  const each = scopes.map((scope) => sql`case when ${withinScope(scope)} then ${scopeKey(scope)}::text end`);
  return sql`owners as materialized (
    select o.id, o.nuts, left(o.nuts, 4) as region, coalesce(o.provider_type, '') as provider_type,
      array_remove(array[${sql.join(each, sql`, `)}], null) as scopes from organisations o)`;
}
