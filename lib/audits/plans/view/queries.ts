import "server-only";
import { eq, sql } from "drizzle-orm";
import { cache } from "react";
import { db } from "@/db";
import { type AuditPlan, auditPlans, type Texts } from "@/db/schema";
import type { Stage } from "@/lib/audits/audit";
import type { AuditResult } from "@/lib/audits/result";
import { type Actor, may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { pageOf } from "@/lib/imports/page";

export type PlanView = Omit<AuditPlan, "frame"> & { authority: Texts; authoritySlug: string };

/** All but the frame, which can be as long as a register. */
const columns = {
  id: auditPlans.id,
  slug: auditPlans.slug,
  authorityId: auditPlans.authorityId,
  title: auditPlans.title,
  aim: auditPlans.aim,
  startsOn: auditPlans.startsOn,
  endsOn: auditPlans.endsOn,
  standards: auditPlans.standards,
  draws: auditPlans.draws,
  byProviderType: auditPlans.byProviderType,
  random: auditPlans.random,
  risk: auditPlans.risk,
  frameSize: auditPlans.frameSize,
  frameSha256: auditPlans.frameSha256,
  quotas: auditPlans.quotas,
  announcedAt: auditPlans.announcedAt,
  seedSource: auditPlans.seedSource,
  seed: auditPlans.seed,
  seedDay: auditPlans.seedDay,
  seedAt: auditPlans.seedAt,
  drawnAt: auditPlans.drawnAt,
};

/** A plan, which is public from its announcement on. */
export const findPlan = cache(async (slug: string): Promise<PlanView | undefined> => {
  const [row] = await db
    .select({
      ...columns,
      authority: sql<Texts>`(select n.name from known_names n where n.organisation_id = audit_plans.authority_id
        order by n.valid @> ${today()}::date desc, lower(n.valid) desc nulls last limit 1)`,
      authoritySlug: sql<string>`(select o.slug from organisations o where o.id = audit_plans.authority_id)`,
    })
    .from(auditPlans)
    .where(eq(auditPlans.slug, slug));
  return row;
});

/** A plan of the authority for which one acts; to others it is what it is to the public. */
export async function findOwnPlan(actor: Actor, slug: string): Promise<PlanView | undefined> {
  const plan = await findPlan(slug);
  return plan && may(actor, "audit.read", { organisationId: plan.authorityId }) ? plan : undefined;
}

/** What is drawn from, as it was announced. */
export async function findFrame(slug: string): Promise<string | undefined> {
  const [row] = await db.select({ frame: auditPlans.frame }).from(auditPlans).where(eq(auditPlans.slug, slug));
  return row?.frame;
}

const samplePerPage = 50;

type Reader = "public" | "authority";

export type SampleRow = {
  position: number;
  slug: string;
  name: Texts;
  original: string | null;
  provider: Texts;
  stratum: string;
  drawn: "random" | "risk";
  risk: Record<string, number>;
  number: number;
  stage: Stage;
  result: AuditResult | null;
  summaries: number;
};

/** Whom risk has chosen is for the public only once it reads what the audit came to. */
const isShown = (reader: Reader) =>
  reader === "authority" ? sql`true` : sql`(s.drawn = 'random' or exists (select from audit_summaries x where x.case_id = s.case_id))`;

/** The names that the seed drew, in the order of the draw. */
export async function listDrawnAtRandom({ id }: Pick<PlanView, "id">): Promise<string[]> {
  const rows = await db.execute<{ slug: string }>(
    sql`select s.slug from audit_samples s where s.plan_id = ${id}::uuid and s.drawn = 'random' order by s.position`,
  );
  return rows.map(({ slug }) => slug);
}

export type SamplePage = { rows: SampleRow[]; total: number; pages: number; page: number };

/** A page of who was drawn, in the order of the draw, with what each is called and where its audit stands. */
export async function findSamplePage(
  { id, draws }: Pick<PlanView, "id" | "draws">,
  reader: Reader,
  asked: string | string[] | undefined,
): Promise<SamplePage> {
  const sample = sql`from audit_samples s where s.plan_id = ${id}::uuid and ${isShown(reader)}`;
  const [counted] = await db.execute<{ total: number }>(sql`select count(*)::int as total ${sample}`);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / samplePerPage));
  const page = Math.min(pageOf(asked), pages);
  const provider = sql`(select n.name from known_names n where n.organisation_id = c.organisation_id
    order by n.valid @> ${today()}::date desc, lower(n.valid) desc nulls last limit 1)`;
  const name = draws === "providers" ? provider : sql`v.content->'title'`;
  const rows = await db.execute<SampleRow>(sql`
    select s.position, s.slug, ${name} as name, v.content->>'originalLanguage' as original, ${provider} as provider, s.stratum, s.drawn,
      ${reader === "authority" ? sql`s.risk` : sql`'{}'::jsonb`} as risk, c.number::int, c.stage, c.result,
      (select count(*)::int from audit_summaries x where x.case_id = c.id) as summaries
    from (select s.* ${sample} order by s.position limit ${samplePerPage} offset ${(page - 1) * samplePerPage}) s
    join audit_cases c on c.id = s.case_id left join offerings f on f.id = c.offering_id left join versions v on v.id = f.current_version_id
    order by s.position`);
  return { rows: [...rows], total, pages, page };
}
