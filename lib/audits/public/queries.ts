import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { cache } from "react";
import { db } from "@/db";
import type { AuditPlan, Texts } from "@/db/schema";
import type { AuditResult } from "@/lib/audits/result";
import { today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { saysOrIsCalled } from "@/lib/providers/names/queries";
import { type PublicAuditQuery, plansPerPage, summariesPerPage } from "./list";

const named = (id: string) => sql`(select n.name from known_names n where n.organisation_id = ${sql.raw(id)}
  order by n.valid @> ${today()}::date desc, lower(n.valid) desc nulls last limit 1)`;

/** The last edition of each summary that was published. */
const editions = sql`(select distinct on (case_id) * from audit_summaries order by case_id, edition desc)`;

/** What the public reads of an audit. */
export type SummaryView = {
  number: number;
  provider: Texts;
  providerSlug: string;
  title: Texts | null;
  original: string | null;
  offeringSlug: string | null;
  authority: Texts;
  plan: { slug: string; title: Texts } | null;
  result: AuditResult;
  text: Texts;
  closedOn: Day;
  publishedOn: Day;
  edition: number;
};

async function summariesWhere(where: SQL, rest = sql``): Promise<SummaryView[]> {
  const rows = await db.execute<SummaryView>(sql`
    select c.number::int, ${named("c.organisation_id")} as provider, o.slug as "providerSlug", v.content->'title' as title,
      v.content->>'originalLanguage' as original, f.slug as "offeringSlug", ${named("c.authority_id")} as authority,
      case when p.id is not null then jsonb_build_object('slug', p.slug, 'title', p.title) end as plan,
      s.result, s.text, c.closed_on::text as "closedOn", s.published_on::text as "publishedOn", s.edition
    from ${editions} s join audit_cases c on c.id = s.case_id join organisations o on o.id = c.organisation_id
    left join offerings f on f.id = c.offering_id left join versions v on v.id = f.current_version_id left join audit_plans p on p.id = c.plan_id
    where ${where} ${rest}`);
  return [...rows];
}

export const findSummary = cache(async (number: string): Promise<SummaryView | undefined> => {
  if (!/^[1-9]\d{0,8}$/.test(number)) return undefined;
  return (await summariesWhere(sql`c.number = ${Number(number)}`))[0];
});

/** The audits of a provider whose summaries are published, the last first. */
export async function listSummariesOf(providerId: string, limit: number): Promise<SummaryView[]> {
  return await summariesWhere(sql`c.organisation_id = ${providerId}::uuid`, sql`order by c.closed_on desc, c.number desc limit ${limit}`);
}

/** Those of one offering. The index is that of its provider's audits. */
export async function listSummariesAbout({ id, provider }: { id: string; provider: { id: string } }): Promise<SummaryView[]> {
  return await summariesWhere(
    sql`c.organisation_id = ${provider.id}::uuid and c.offering_id = ${id}::uuid`,
    sql`order by c.closed_on desc, c.number desc limit 3`,
  );
}

export type SummaryPage = { rows: SummaryView[]; total: number; pages: number; page: number };

/** Published summaries, the last first. */
export async function listSummaries(query: PublicAuditQuery): Promise<SummaryPage> {
  const title = sql`(select v.title from offerings f join versions v on v.id = f.current_version_id where f.id = c.offering_id)`;
  const text = sql`'a-' || lpad(c.number::text, 5, '0') || ' ' || o.slug || ' ' || coalesce(${title}, '')`;
  const where = saysOrIsCalled(text, (called) => sql`c.organisation_id in (${called})`, query.q);
  const [counted] = await db.execute<{ total: number }>(
    sql`select count(*)::int as total from ${editions} s join audit_cases c on c.id = s.case_id join organisations o on o.id = c.organisation_id where ${where}`,
  );
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / summariesPerPage));
  const page = Math.min(query.page, pages);
  const rest = sql`order by c.closed_on desc, c.number desc limit ${summariesPerPage} offset ${(page - 1) * summariesPerPage}`;
  return { rows: await summariesWhere(where, rest), total, pages, page };
}

export type PlanRow = Pick<AuditPlan, "slug" | "title" | "startsOn" | "endsOn" | "draws" | "random" | "risk" | "frameSize"> & {
  authority: Texts;
  drawn: boolean;
  cases: number;
  closed: number;
  summaries: number;
};

export type PlanPage = { rows: PlanRow[]; total: number; pages: number; page: number };

/** Plans that were announced, the last first; of one authority, or of all. */
export async function listPlans(
  asked: number,
  { authorityId, q = "", perPage = plansPerPage }: { authorityId?: string; q?: string; perPage?: number } = {},
): Promise<PlanPage> {
  const says = q
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => sql`strpos(cairn_fold(p.title::text || ' ' || p.slug), cairn_fold(${word})) > 0`);
  const where = sql.join([authorityId ? sql`p.authority_id = ${authorityId}::uuid` : sql`true`, ...says], sql` and `);
  const [counted] = await db.execute<{ total: number }>(sql`select count(*)::int as total from audit_plans p where ${where}`);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Math.min(asked, pages);
  const rows = await db.execute<PlanRow>(sql`
    select p.slug, p.title, p.starts_on::text as "startsOn", p.ends_on::text as "endsOn", p.draws, p.random, p.risk, p.frame_size as "frameSize",
      ${named("p.authority_id")} as authority, p.drawn_at is not null as drawn,
      (select count(*)::int from audit_cases c where c.plan_id = p.id) as cases,
      (select count(*)::int from audit_cases c where c.plan_id = p.id and c.stage = 'closed') as closed,
      (select count(*)::int from audit_cases c where c.plan_id = p.id and exists (select from audit_summaries s where s.case_id = c.id)) as summaries
    from audit_plans p where ${where} order by p.starts_on desc, p.slug limit ${perPage} offset ${(page - 1) * perPage}`);
  return { rows: [...rows], total, pages, page };
}
