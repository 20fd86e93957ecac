import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { type AuditPlan, auditCases, auditPlans, auditSamples } from "@/db/schema";
import { opened, turnOf } from "@/lib/audits/audit";
import { findSeed } from "@/lib/audits/plans/queries";
import { type Risk, scoreOf } from "@/lib/audits/risk/risk";
import { findDrawable, listRisks } from "@/lib/audits/samples/queries";
import { drawByRisk, drawRandom, readFrame, type Unit } from "@/lib/audits/samples/sample";
import { type Actor, may } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { recordEvents } from "@/lib/events/commands";
import { ok, type Result, refuse } from "@/lib/result";

const subject = "audit-plan";

type Work = (tx: Transaction, plan: AuditPlan) => Promise<Result<null>>;

/** A plan of the authority for which one acts, locked; to others it does not exist. */
async function withPlan(actor: Actor, slug: string, work: Work): Promise<Result<null>> {
  return await db.transaction(async (tx): Promise<Result<null>> => {
    const [plan] = await tx.select().from(auditPlans).where(eq(auditPlans.slug, slug)).for("update");
    const record = { organisationId: plan?.authorityId ?? null };
    const plans = may(actor, "audit.plan", record);
    if (!plan || !(plans || may(actor, "audit.read", record))) return refuse({ code: "auditPlanUnknown" });
    if (!plans) return refuse({ code: "notAllowed" });
    return await work(tx, plan);
  });
}

/** Writes down what came out of the draw that the announcement named. Once: a second one would be a choice. */
export async function statePlanSeed(actor: Actor, slug: string, seed: string): Promise<Result<null>> {
  return await withPlan(actor, slug, async (tx, plan) => {
    if (plan.seed !== null) return plan.seed === seed ? ok(null) : refuse({ code: "auditSeedThere", field: "seed" });
    if (plan.seedSource === null) return refuse({ code: "auditSeedOfLog", field: "seed" });
    await keepSeed(tx, actor, plan, { seed, seedDay: null });
    return ok(null);
  });
}

async function keepSeed(tx: Transaction, actor: Actor, { id, authorityId }: AuditPlan, seed: { seed: string; seedDay: string | null }) {
  await tx
    .update(auditPlans)
    .set({ ...seed, seedAt: now() })
    .where(eq(auditPlans.id, id));
  await recordEvents(tx, actor, [{ type: "audit-plan.seeded", subject, subjectId: id, organisationId: authorityId, after: seed }]);
}

/** Draws, once the seed is known, and opens a case for each that is drawn. Safe to repeat, by a click and by the worker at once. */
export async function drawPlan(actor: Actor, slug: string): Promise<Result<null>> {
  return await withPlan(actor, slug, async (tx, plan) => {
    if (plan.drawnAt) return ok(null);
    let { seed } = plan;
    if (seed === null && plan.random > 0) {
      const found = plan.seedSource === null ? await findSeed(tx, plan.announcedAt) : undefined;
      if (!found) return refuse({ code: "auditSeedNotYet" });
      await keepSeed(tx, actor, plan, found);
      seed = found.seed;
    }
    const units = readFrame(plan.frame);
    const random = drawRandom(units, seed ?? "", plan.quotas);
    const risks = await listRisks(
      tx,
      plan.draws,
      units.map((unit) => unit.slug),
      today(),
    );
    const scores = new Map([...risks].map(([name, risk]) => [name, scoreOf(risk)]));
    const byRisk = drawByRisk(units, scores, plan.risk, random);
    await openCases(
      tx,
      actor,
      plan,
      [...random.map((unit) => ({ unit, drawn: "random" as const })), ...byRisk.map((unit) => ({ unit, drawn: "risk" as const }))],
      risks,
    );
    await tx.update(auditPlans).set({ drawnAt: now() }).where(eq(auditPlans.id, plan.id));
    const after = { random: random.length, risk: byRisk.length };
    await recordEvents(tx, actor, [{ type: "audit-plan.drawn", subject, subjectId: plan.id, organisationId: plan.authorityId, after }]);
    return ok(null);
  });
}

type Drawn = { unit: Unit; drawn: "random" | "risk" };

async function openCases(tx: Transaction, actor: Actor, plan: AuditPlan, all: Drawn[], risks: Map<string, Risk>): Promise<void> {
  const records = await findDrawable(
    tx,
    plan.draws,
    all.map(({ unit }) => unit.slug),
  );
  const openedOn = today();
  const stands = { stage: "opened", openedOn, ...turnOf(opened(openedOn)) };
  const shared = { authorityId: plan.authorityId, planId: plan.id, standards: plan.standards, ...stands };
  for (const [place, { unit, drawn }] of all.entries()) {
    const record = records.get(unit.slug);
    if (!record) throw new Error(`${unit.slug} was drawn and is not there`);
    const { organisationId, offeringId } = record;
    const [made] = await tx
      .insert(auditCases)
      .values({ ...shared, organisationId, offeringId })
      .returning({ id: auditCases.id });
    if (!made) throw new Error("A case was not written");
    const { slug, stratum } = unit;
    await tx
      .insert(auditSamples)
      .values({ planId: plan.id, position: place + 1, slug, stratum, drawn, caseId: made.id, risk: risks.get(slug) ?? {} });
    await recordEvents(tx, actor, [
      {
        type: "audit.opened",
        subject: "audit",
        subjectId: made.id,
        organisationId: plan.authorityId,
        after: { plan: plan.slug, of: slug },
      },
    ]);
  }
}
