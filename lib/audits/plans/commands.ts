import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { auditPlans } from "@/db/schema";
import { listUnits } from "@/lib/audits/samples/queries";
import { quotasFor, toFrame } from "@/lib/audits/samples/sample";
import { type Actor, may } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { recordEvents } from "@/lib/events/commands";
import { defaultLocale } from "@/lib/i18n/locales";
import { isId } from "@/lib/id";
import { slugFor } from "@/lib/offerings/publication";
import { ok, type Result, refuse } from "@/lib/result";
import { plainText } from "@/lib/texts/texts";
import type { PlanInput } from "./input";

const subject = "audit-plan";

/**
 * Announces a plan, with whom it is drawn from: nothing of it can be changed from then on, and its seed is not known to anybody yet. `id` is
 * of the form, so that one that comes twice is one plan.
 */
export async function announcePlan(actor: Actor, id: string, input: PlanInput): Promise<Result<{ slug: string }>> {
  return await db.transaction(async (tx): Promise<Result<{ slug: string }>> => {
    const { organisationId: authorityId } = actor;
    if (!authorityId || !may(actor, "audit.plan", { organisationId: authorityId })) return refuse({ code: "notAllowed" });
    if (!isId(id)) return refuse({ code: "auditPlanUnknown" });
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('audit-plan', 0))`);
    const [known] = await tx.select().from(auditPlans).where(eq(auditPlans.id, id));
    if (known) return known.authorityId === authorityId ? ok({ slug: known.slug }) : refuse({ code: "auditPlanUnknown" });
    if (input.startsOn < today()) return refuse({ code: "auditBeginsBefore", field: "startsOn" });
    const [authority] = await tx.execute<{ slug: string }>(sql`select slug from organisations where id = ${authorityId}::uuid`);
    if (!authority) return refuse({ code: "notAllowed" });
    const units = await listUnits(tx, { id: authorityId, slug: authority.slug }, input.draws, input.byProviderType, today());
    if (input.random + input.risk > units.length)
      return refuse({ code: "auditSampleTooLarge", field: input.random > 0 ? "random" : "risk", value: String(units.length) });
    const frame = toFrame(units);
    const slug = await freeSlug(tx, slugFor(plainText(input.title, defaultLocale)));
    const drawnFrom = { frame: frame.text, frameSize: units.length, frameSha256: frame.sha256, quotas: quotasFor(units, input.random) };
    await tx.insert(auditPlans).values({ id, slug, authorityId, ...input, ...drawnFrom, announcedAt: now() });
    const after = { slug, frameSha256: frame.sha256, frameSize: units.length, seedSource: input.seedSource };
    await recordEvents(tx, actor, [{ type: "audit-plan.announced", subject, subjectId: id, organisationId: authorityId, after }]);
    return ok({ slug });
  });
}

async function freeSlug(tx: Transaction, wanted: string): Promise<string> {
  const taken = await tx.execute<{ slug: string }>(sql`select slug from audit_plans where slug like ${`${wanted}%`}`);
  const slugs = new Set(taken.map(({ slug }) => slug));
  let slug = wanted;
  for (let count = 2; slugs.has(slug); count++) slug = `${wanted}-${count}`;
  return slug;
}
