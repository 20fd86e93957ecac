import { sql } from "drizzle-orm";
import { db } from "@/db";
import { country } from "@/lib/country/country";
import { locales } from "@/lib/i18n/locales";
import { labelOf, vocabulary } from "@/lib/vocabularies/vocabulary";

/** Names that a search knows whatever is in the catalogue: they are never corrected, and others are corrected to them. */
const names = [
  ...vocabulary("fields").flatMap(({ code }) => locales.map((locale) => labelOf("fields", code, locale))),
  ...country.places.flatMap(({ names }) => names),
];

const betweenGatherings = 60 * 60 * 1000;
let gathered = { at: 0, offerings: 0 };

/** Gathers once an hour, and sooner where a tenth of the catalogue has come or gone, as when a country's first files come in. */
export async function gatherSometimes(at: number): Promise<void> {
  const [row] = await db.execute<{ count: number }>(sql`select count(*)::int as count from offerings where status = 'published'`);
  const offerings = row?.count ?? 0;
  const isOther = Math.abs(offerings - gathered.offerings) * 10 > gathered.offerings;
  if (!isOther && at - gathered.at < betweenGatherings) return;
  await gatherWords();
  gathered = { at, offerings };
}

/** Brings the words to what the catalogue says now: of titles and keywords of everything published, of providers, fields, places and synonyms. */
export async function gatherWords(): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('spelling-words', 0))`);
    await tx.execute(sql`create temporary table gathered on commit drop as
      with texts as (
        select o.id::text as source, t.value as text from offerings o join versions v on v.id = o.current_version_id, jsonb_each_text(v.content -> 'title') t
          where o.status = 'published'
        union all
        select o.id::text, word.value from offerings o join versions v on v.id = o.current_version_id, jsonb_each(v.content -> 'keywords') k,
          jsonb_array_elements_text(k.value) word where o.status = 'published'
        union all select null, t.value from organisation_names n, jsonb_each_text(n.name) t
        union all select null, unnest(words || means) from search_synonyms
        union all select null, jsonb_array_elements_text(${JSON.stringify(names)}::jsonb)
      )
      select word, count(distinct source)::int as offerings
      from texts, lateral (select lower(m[1]) as word from regexp_matches(normalize(text), '[[:alpha:]]{4,}', 'g') m) words group by word`);
    await tx.execute(sql`delete from spelling_words s where not exists (select from gathered g where g.word = s.word)`);
    await tx.execute(sql`insert into spelling_words (word, folded, offerings) select word, cairn_fold(word), offerings from gathered
      on conflict (word) do update set offerings = excluded.offerings where spelling_words.offerings <> excluded.offerings`);
  });
}
