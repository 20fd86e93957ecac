import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import { parseSearchQuery, searchHref } from "@/lib/catalogue/query";
import { tokensOf } from "@/lib/catalogue/understanding/tokens";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { address } from "@/lib/i18n/address";
import { nameOn } from "@/lib/providers/names/queries";
import { rememberWhile } from "@/lib/sources/queries";
import { names, register } from "@/lib/sources/sources";
import { beginning, beginningOfPlace, mostOf, placesBegun, type Suggestion } from "@/lib/suggestions/suggestion";
import { plainText, textIn } from "@/lib/texts/texts";

type Named = { slug: string; name: Record<string, string> };

/** Reading the names of a thousand providers takes longer than all else. */
const providerNames = rememberWhile([names, register], async () => [
  ...(await db.execute<Named>(sql`
    select o.slug, ${nameOn(sql`o.id`, today())} as name from organisations o where 'provider' = any(o.roles) order by o.slug`)),
]);

/** The providers whose name, as the reader sees it, is begun. */
export async function providersBegun(written: string, locale: string): Promise<{ slug: string; name: string }[]> {
  const isBegun = beginning(written);
  return (await providerNames()).map(({ slug, name }) => ({ slug, name: plainText(name, locale) })).filter(({ name }) => isBegun(name));
}

/** The skills of ESCO with a name that is begun, in the reader's language or another, which some offering teaches: the shortest name first. */
export async function skillsBegun(
  written: string,
  locale: string,
  most: number,
): Promise<{ id: string; uri: string; text: string; language: string | undefined }[]> {
  const words = tokensOf(written).map(({ folded }) => `${folded}:*`);
  if (words.length === 0) return [];
  const rows = await db.execute<{ id: string; uri: string; labels: Record<string, string> }>(sql`
    select s.id, s.uri, s.labels from skills s
    where s.names @@ to_tsquery('simple', ${words.join(" & ")}) and s.kind <> 'group' and s.status <> 'obsolete'
      and exists (select from versions v join offerings o on o.current_version_id = v.id where cairn_taught(v.content) ? s.uri and o.status = 'published')
    order by length(coalesce(s.labels ->> ${locale}, s.labels ->> 'en', '')), s.uri limit ${most}`);
  return rows.map(({ id, uri, labels }) => {
    const name = textIn(labels, locale);
    return { id, uri, text: name?.text ?? id, language: name?.foreign ? name.language : undefined };
  });
}

/** Places that the end of the question begins: towns of the country's file by any of their names, then those of the table, the country's own first. */
export async function findPlaces(written: string, locale: string): Promise<Suggestion[]> {
  const found: Suggestion[] = [];
  const add = (words: string, place: string) => {
    if (found.length >= mostOf.place || found.some(({ text }) => text === place)) return;
    const href = address(locale, `offerings${searchHref(parseSearchQuery({ q: words, near: place }))}`);
    found.push({ text: place, ...(words === "" ? {} : { words }), href });
  };
  const begun = placesBegun(written);
  for (const { words, place } of begun) {
    const isBegun = beginningOfPlace(place);
    for (const town of country.places) {
      const named = town.names.find(isBegun);
      if (named) add(words, named);
    }
  }
  if (begun.length === 0 || found.length >= mostOf.place) return found;
  const rows = await db.execute<{ begun: number; name: string }>(sql`
    select b.at::int - 1 as begun, p.name from unnest(${sql.param(begun.map(({ place }) => place))}::text[]) with ordinality b(place, at),
      lateral (select name, country from places
        where cairn_place(name) ~>=~ cairn_place(b.place) and cairn_place(name) ~<~ (cairn_place(b.place) || chr(1114111))
        order by country <> ${country.country}, length(name), name limit ${mostOf.place}) p
    order by b.at, p.country <> ${country.country}, length(p.name), p.name`);
  for (const { begun: at, name } of rows) add(begun[at]?.words ?? "", name);
  return found;
}
