import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { cache } from "react";
import { db } from "@/db";
import type { Names, Texts } from "@/db/schema";
import { parseSearchQuery } from "@/lib/catalogue/query";
import { searchCatalogue } from "@/lib/catalogue/search";
import { plainText } from "@/lib/texts/texts";

type Concept = { uri: string; id: string; labels: Texts };
export type Skill = Concept & { kind: "skill" | "knowledge" | "group" };
type Described = { code: string | null; alternatives: Names; descriptions: Texts; status: string; replacedBy: Concept | null };

export type SkillView = Skill & Described & { broader: Skill[]; narrower: Skill[]; neededBy: (Concept & { need: string })[] };
export type OccupationView = Concept & Described & { needs: (Skill & { need: "essential" | "optional" })[] };

const most = 60;
const plain = sql`s.uri, s.id, s.kind, s.labels`;
const described = (table: SQL) => sql`t.uri, t.id, t.labels, t.code, t.alternatives, t.descriptions, t.status,
  (select jsonb_build_object('uri', r.uri, 'id', r.id, 'labels', r.labels) from ${table} r where r.uri = t.replaced_by) as "replacedBy"`;
const byLabel = (locale: string) => sql`lower(coalesce(s.labels->>${locale}, s.labels->>'en', s.uri))`;

/** A skill, a piece of knowledge or a group by the last part of its address, with what stands around it. */
export const findSkill = cache(async (id: string, locale: string): Promise<SkillView | undefined> => {
  const [skill] = await db.execute<Skill & Described>(
    sql`select t.kind, ${described(sql`skills`)} from skills t where t.id = ${id} order by t.uri limit 1`,
  );
  if (!skill) return undefined;
  const [broader, narrower, neededBy] = await Promise.all([
    db.execute<Skill>(
      sql`select ${plain} from broader_skills b join skills s on s.uri = b.broader where b.skill = ${skill.uri} order by s.uri`,
    ),
    db.execute<Skill>(
      sql`select ${plain} from broader_skills b join skills s on s.uri = b.skill where b.broader = ${skill.uri} order by ${byLabel(locale)} limit 500`,
    ),
    db.execute<Concept & { need: string }>(sql`select s.uri, s.id, s.labels, n.need from occupation_skills n
      join occupations s on s.uri = n.occupation where n.skill = ${skill.uri} order by n.need, ${byLabel(locale)} limit ${most}`),
  ]);
  return { ...skill, broader, narrower, neededBy };
});

/** An occupation with the skills it needs: essential ones first. */
export const findOccupation = cache(async (id: string, locale: string): Promise<OccupationView | undefined> => {
  const [occupation] = await db.execute<Concept & Described>(
    sql`select ${described(sql`occupations`)} from occupations t where t.id = ${id} order by t.uri limit 1`,
  );
  if (!occupation) return undefined;
  const needs = await db.execute<OccupationView["needs"][number]>(sql`select ${plain}, n.need from occupation_skills n
    join skills s on s.uri = n.skill where n.occupation = ${occupation.uri} order by n.need, ${byLabel(locale)}`);
  return { ...occupation, needs };
});

/** Skills, groups and occupations that have a name with these words, or words that begin so; the shortest name first. */
export async function searchSkills(q: string, locale: string, limit = most): Promise<{ skills: Skill[]; occupations: Concept[] }> {
  const words = toPrefixes(q);
  if (words === "") return { skills: [], occupations: [] };
  const fits = sql`s.names @@ to_tsquery('simple', cairn_fold(${words})) and s.status <> 'obsolete'`;
  const order = sql`length(coalesce(s.labels->>${locale}, s.labels->>'en', '')), ${byLabel(locale)}, s.uri`;
  const [found, occupations] = await Promise.all([
    db.execute<Skill>(sql`select ${plain} from skills s where ${fits} order by ${order} limit ${limit}`),
    db.execute<Concept>(sql`select s.uri, s.id, s.labels from occupations s where ${fits} order by ${order} limit ${limit}`),
  ]);
  return { skills: found, occupations };
}

function toPrefixes(q: string): string {
  const words = q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .slice(0, 8)
    .map((word) => `${word}:*`)
    .join(" & ");
}

type Branch = { group: Skill; within: Skill[] };

/** The broadest groups with those right within them, and the occupations there are, for whoever looks around. */
export async function listBroadest(locale: string): Promise<{ branches: Branch[]; occupations: Concept[] }> {
  const [branches, occupations] = await Promise.all([
    db.execute<Branch>(sql`select jsonb_build_object('uri', g.uri, 'id', g.id, 'kind', g.kind, 'labels', g.labels) as "group",
      jsonb_agg(jsonb_build_object('uri', s.uri, 'id', s.id, 'kind', s.kind, 'labels', s.labels) order by ${byLabel(locale)}) as within
      from skills g join broader_skills b on b.broader = g.uri join skills s on s.uri = b.skill
      where g.kind = 'group' and not exists (select from broader_skills above join skills a on a.uri = above.broader where above.skill = g.uri)
      group by g.uri order by g.uri`),
    db.execute<Concept>(sql`select s.uri, s.id, s.labels from occupations s order by ${byLabel(locale)} limit ${most}`),
  ]);
  return { branches, occupations };
}

/** How many offerings that can be seen now teach each skill; search is the one place that knows which those are. */
export const countTaught = cache(async (): Promise<{ counts: Record<string, number>; source: "index" | "database" }> => {
  const found = await searchCatalogue(parseSearchQuery({}), "en", { perPage: 1, marked: false, counted: ["skill"] });
  return { counts: found.facets.skill, source: found.source };
});

/** All skills at or below some, without groups. */
export async function listWithin(uri: string): Promise<string[]> {
  const rows = await db.execute<{ uri: string }>(sql`with recursive within (uri) as (
      select ${uri}::text union select b.skill from broader_skills b join within w on b.broader = w.uri)
    select s.uri from skills s join within w on w.uri = s.uri where s.kind <> 'group'`);
  return rows.map((row) => row.uri);
}

/** What skills are called in the reader's language, by address; what is unknown has no name. */
export async function nameSkills(uris: string[], locale: string): Promise<Record<string, string>> {
  if (uris.length === 0) return {};
  const rows = await db.execute<Concept>(sql`select s.uri, s.id, s.labels from skills s where s.uri = any(${sql.param(uris)}::text[])`);
  return Object.fromEntries(rows.map(({ uri, labels }) => [uri, plainText(labels, locale)]));
}

/** Skills by their addresses. */
export async function listSkills(uris: string[]): Promise<Skill[]> {
  if (uris.length === 0) return [];
  return await db.execute<Skill>(sql`select ${plain} from skills s where s.uri = any(${sql.param([...new Set(uris)])}::text[])`);
}
