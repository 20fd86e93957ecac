import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import type { Texts } from "@/db/schema";
import { type Actor, mayAtAll } from "@/lib/auth/permissions";
import type { Day } from "@/lib/days/days";
import { type ScoreCount, type Summary, summarise } from "@/lib/feedback/feedback";
import { nameOn, saysOrIsCalled } from "@/lib/providers/names/queries";
import { type OverseenFeedbackQuery, overseenFeedbackPerPage } from "./list";

export type OverseenFeedback = { slug: string; title: Texts; original: string; provider: Texts; summaries: Summary[] };
export type OverseenFeedbackPage = { rows: OverseenFeedback[]; total: number; pages: number; page: number };

/** A page of what was answered about offerings of the providers that an authority has in its register, by title; texts are for the provider alone. */
export async function listOverseenFeedback(actor: Actor, query: OverseenFeedbackQuery, day: Day): Promise<OverseenFeedbackPage> {
  const { organisationId } = actor;
  if (!organisationId || !mayAtAll(actor, "feedback.oversee")) return { rows: [], total: 0, pages: 1, page: 1 };
  const found = sql`
    from (select distinct offering_id from feedback_answers) a join offerings o on o.id = a.offering_id join versions v on v.id = o.current_version_id
    where exists (select from registrations r where r.provider_id = o.provider_id and r.authority_id = ${organisationId}::uuid and upper_inf(r.recorded))
      and ${saysOrIsCalled(sql`v.title || ' ' || o.slug`, (called) => sql`o.provider_id in (${called})`, query.q)}`;
  const [counted] = await db.execute<{ total: number }>(sql`select count(*)::int as total ${found}`);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / overseenFeedbackPerPage));
  const page = Math.min(query.page, pages);
  const order = sql`order by v.title, o.slug`;
  const rows = await db.execute<Omit<OverseenFeedback, "summaries"> & { id: string }>(sql`
    select o.id, o.slug, v.content->'title' as title, v.content->>'originalLanguage' as original, ${nameOn(sql`o.provider_id`, day)} as provider
    from offerings o join versions v on v.id = o.current_version_id
    where o.id in (select o.id ${found} ${order} limit ${overseenFeedbackPerPage} offset ${(page - 1) * overseenFeedbackPerPage}) ${order}`);
  const summaries = await summariesOf(rows.map(({ id }) => id));
  return { rows: rows.map(({ id, ...row }) => ({ ...row, summaries: summaries.get(id) ?? [] })), total, pages, page };
}

async function summariesOf(offeringIds: string[]): Promise<Map<string, Summary[]>> {
  const counts = await db.execute<ScoreCount & { id: string }>(sql`
    select a.offering_id as id, a.version_number as "versionNumber", s.key as question, s.value::int as score, count(*)::int as answers
    from feedback_answers a, jsonb_each_text(a.scores) s where a.offering_id = any (${sql.param(offeringIds)}::uuid[]) group by 1, 2, 3, 4`);
  return new Map([...Map.groupBy(counts, ({ id }) => id)].map(([id, of]) => [id, summarise(of)]));
}
