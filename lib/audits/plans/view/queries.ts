import "server-only";
import { eq, sql } from "drizzle-orm";
import { cache } from "react";
import { db } from "@/db";
import { type AuditPlan, auditPlans, type Texts } from "@/db/schema";
import type { Stage } from "@/lib/audits/audit";
import type { AuditResult } from "@/lib/audits/result";
import { type Actor, may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";

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

/** Who was drawn, in the order of the draw. Whom risk has chosen is for the public only once it reads what the audit came to. */
export async function listSample({ id, draws }: Pick<PlanView, "id" | "draws">, reader: "public" | "authority"): Promise<SampleRow[]> {
  const provider = sql`(select n.name from known_names n where n.organisation_id = c.organisation_id
    order by n.valid @> ${today()}::date desc, lower(n.valid) desc nulls last limit 1)`;
  const name = draws === "providers" ? provider : sql`v.content->'title'`;
  const summaries = sql`(select count(*)::int from audit_summaries x where x.case_id = c.id)`;
  const shown = reader === "authority" ? sql`true` : sql`(s.drawn = 'random' or ${summaries} > 0)`;
  const rows = await db.execute<SampleRow>(sql`
    select s.position, s.slug, ${name} as name, v.content->>'originalLanguage' as original, ${provider} as provider, s.stratum, s.drawn,
      ${reader === "authority" ? sql`s.risk` : sql`'{}'::jsonb`} as risk, c.number::int, c.stage, c.result, ${summaries} as summaries
    from audit_samples s join audit_cases c on c.id = s.case_id left join offerings f on f.id = c.offering_id left join versions v on v.id = f.current_version_id
    where s.plan_id = ${id}::uuid and ${shown} order by s.position`);
  return [...rows];
}
