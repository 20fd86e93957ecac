import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import type { OfferingContent } from "@/lib/offerings/content";
import type { Skill } from "@/lib/skills/queries";
import { searchSkills } from "@/lib/skills/queries";

/** What the editor offers at outcomes: skills that were searched for, and by place what an outcome's own words suggest. */
export type OfferedSkills = { named: Skill[]; found: Skill[]; suggested: Skill[][] };

const atEach = 5;
const mostOutcomes = 12;
/** Words shorter than this say little, and of longer ones the beginning tells enough: "weld" in "welding", "lass" in "lassen". */
const [shortest, telling] = [4, 5];

/** Each outcome that names no skill yet is told what it could name, but not what another one names already. */
export async function suggestSkills({ outcomes, title, originalLanguage }: OfferingContent): Promise<Skill[][]> {
  const about = title[originalLanguage] ?? "";
  const named = new Set(outcomes.flatMap(({ skills }) => skills));
  return await Promise.all(
    outcomes.slice(0, mostOutcomes).map(async ({ text, skills }, place) => {
      if (skills.length > 0) return [];
      const offered = await suggest(`${text[originalLanguage] ?? ""} ${place === 0 ? about : ""}`, originalLanguage);
      return offered.filter(({ uri }) => !named.has(uri));
    }),
  );
}

/**
 * Skills of whose name, in the language of a text, most words stand in it: those first of which all do, and then those of more words. Words
 * are compared by how they begin, so that their endings do not matter.
 */
async function suggest(text: string, language: string): Promise<Skill[]> {
  const folded = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = [
    ...new Set((folded.match(/\p{L}+/gu) ?? []).filter((word) => word.length >= shortest).map((word) => word.slice(0, telling))),
  ].slice(0, 60);
  if (words.length === 0) return [];
  return await db.execute<Skill>(sql`select s.uri, s.id, s.kind, s.labels from skills s
    cross join lateral (select count(*) as words, count(*) filter (where left(word, ${telling}) = any(${sql.param(words)}::text[])) as met
      from unnest(tsvector_to_array(to_tsvector('simple', cairn_fold(s.labels->>${language})))) word where length(word) >= ${shortest}) m
    where s.kind <> 'group' and s.status <> 'obsolete' and s.labels ? ${language}
      and s.names @@ to_tsquery('simple', ${words.map((word) => `${word}:*`).join(" | ")}) and m.met > 0 and m.met * 3 >= m.words * 2
    order by m.met::float8 / m.words desc, m.met desc, length(s.labels->>${language}), s.uri limit ${atEach}`);
}

/** What was searched for in the editor: skills alone, since a group is too wide to be an outcome. */
export async function searchForOutcomes(q: string, locale: string): Promise<Skill[]> {
  const { skills } = await searchSkills(q, locale, 30);
  return skills.filter(({ kind }) => kind !== "group").slice(0, 8);
}
