import { eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { auditPlans, memberships, organisations, people } from "@/db/schema";
import { answerFindings, handInEvidence, stateAction } from "@/lib/audits/answering/commands";
import { draftFinding, finaliseFindings, sendFindings, settleFinding } from "@/lib/audits/findings/commands";
import { acceptAction, announceAudit, askEvidence, closeAudit, demandAction } from "@/lib/audits/handling/commands";
import { assignAuditor, declareForAudit } from "@/lib/audits/opening/commands";
import { announcePlan } from "@/lib/audits/plans/commands";
import { drawPlan, statePlanSeed } from "@/lib/audits/plans/drawing/commands";
import { standardsOf } from "@/lib/audits/plans/input";
import { publishSummary } from "@/lib/audits/summaries/commands";
import type { Actor } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { shippedCriteria } from "@/lib/criteria/queries";
import { addDays, type Day } from "@/lib/days/days";
import { onDay } from "@/lib/demonstration/on-day";
import type { Result } from "@/lib/result";
import type { AuditStory, DemonstrationAudits } from "./input";

const domain = "demonstration.example";

/** A plan that was drawn long ago, and what was done since, each on its day. A load that was killed leaves out what is there. */
export async function loadAudits(given: DemonstrationAudits): Promise<void> {
  const auditor = await findMember(sql`p.email = ${`${given.auditor}@${domain}`}`);
  if (!auditor || (await db.$count(auditPlans)) > 0) return;
  const [now, id] = [today(), crypto.randomUUID()];
  const on = <T>(ago: number, work: () => Promise<Result<T>>) => onDay(addDays(now, -ago), work);
  const { title, aim, random, seedSource } = given;
  const plan = { title, aim, random, seedSource, risk: 0, draws: "providers" as const, byProviderType: false };
  const days = { startsOn: addDays(now, -given.announced), endsOn: addDays(now, 215 - given.announced) };
  const { slug } = await on(given.announced, () =>
    announcePlan(auditor, id, { ...plan, ...days, standards: standardsOf(shippedCriteria) }),
  );
  await on(given.drawn, () => statePlanSeed(auditor, slug, given.seed));
  await on(given.drawn, () => drawPlan(auditor, slug));
  for (const [place, { number, organisationId }] of (await listDrawn(id)).entries()) {
    const story = given.stories[place];
    if (story) await tell({ auditor, manager: await aManager(organisationId), number, now, start: given.drawn - 5 - place * 2 }, story);
  }
}

/** Those first whose people can be signed in as: so that one sees an audit from both sides. */
async function listDrawn(planId: string): Promise<{ number: number; organisationId: string }[]> {
  return await db.execute(sql`
    select c.number::int, c.organisation_id as "organisationId" from audit_cases c join audit_samples s on s.case_id = c.id where s.plan_id = ${planId}::uuid
    order by (select min(o.slug) from organisations o join memberships m on m.organisation_id = o.id join people p on p.id = m.person_id
      where o.id = c.organisation_id and m.role = 'manager' and p.email like ${`%@${domain}`}) desc nulls last, s.position`);
}

type Told = { auditor: Actor; manager: Actor; number: number; now: Day; start: number };

async function tell({ auditor, manager, number, now, start }: Told, story: AuditStory): Promise<void> {
  const on = <T>(ago: number, work: () => Promise<Result<T>>) => onDay(addDays(now, -ago), work);
  const isWaiting = story.until === "sent" || story.until === "asked";
  // What still waits for the provider happened lately.
  const at = isWaiting ? 40 : start;
  await on(at, () => declareForAudit(auditor, number, null));
  await on(at, () => assignAuditor(auditor, number, auditor.id.slice("person:".length)));
  await on(at, () => announceAudit(auditor, number, story.announce));
  const asked = story.until === "asked" ? 6 : at - 2;
  await on(asked, () => askEvidence(auditor, number, { items: story.items, dueOn: addDays(now, 21 - asked) }));
  if (story.until === "asked") return;
  await on(at - 15, () => handInEvidence(manager, number, story.handIn ?? ""));
  for (const [place, { standard, grade, text }] of story.findings.entries())
    await on(at - 25, () => draftFinding(auditor, number, { finding: place + 1, standard, grade, text, offering: "", version: undefined }));
  await on(at - 28, () => sendFindings(auditor, number, addDays(now, 21 - (at - 28))));
  if (story.until === "sent") return;
  await on(at - 40, () => answerFindings(manager, number, answersOf(story)));
  for (const [place, { answer, settle: how, why: reason }] of story.findings.entries())
    if (answer === "contest") await on(at - 45, () => settleFinding(auditor, number, place + 1, { how, reason }));
  await on(at - 46, () => finaliseFindings(auditor, number));
  if (story.action) await correct({ auditor, manager, number, now, start: at - 47 }, story, story.action);
  if (story.until !== "closed") return;
  await on(at - 70, () => closeAudit(auditor, number));
  if (story.summary) await on(at - 75, () => publishSummary(auditor, number, story.summary ?? {}));
}

async function correct(
  { auditor, manager, number, now, start }: Told,
  story: AuditStory,
  action: NonNullable<AuditStory["action"]>,
): Promise<void> {
  const on = <T>(ago: number, work: () => Promise<Result<T>>) => onDay(addDays(now, -ago), work);
  const dueOn = addDays(now, action.days - start);
  await on(start, () => demandAction(auditor, number, { action: 1, finding: action.finding, what: action.what, dueOn }));
  if (story.stated === undefined) return;
  const text = story.stated;
  await on(start - 15, () => stateAction(manager, number, 1, { text }));
  await on(start - 20, () => acceptAction(auditor, number, 1));
}

function answersOf({ findings }: AuditStory): Record<string, string[]> {
  return Object.fromEntries(
    findings.flatMap(({ answer, reply }, place) => [
      [`answer-${place + 1}`, [answer]],
      [`text-${place + 1}`, [reply]],
    ]),
  );
}

async function findMember(where: ReturnType<typeof sql>): Promise<Actor | undefined> {
  const [row] = await db.execute<{ id: string; role: Actor["role"]; organisationId: string }>(sql`
    select p.id, m.role, m.organisation_id as "organisationId" from people p join memberships m on m.person_id = p.id where ${where} order by p.name limit 1`);
  return row && { id: `person:${row.id}`, role: row.role, organisationId: row.organisationId };
}

/** Whoever answers for a provider: one of its people, else somebody who is there for nothing else. */
async function aManager(organisationId: string): Promise<Actor> {
  const known = await findMember(sql`m.organisation_id = ${organisationId}::uuid and m.role = 'manager'`);
  if (known) return known;
  const [organisation] = await db.select({ slug: organisations.slug }).from(organisations).where(eq(organisations.id, organisationId));
  const email = `quality@${organisation?.slug}.example`;
  const [person] = await db.insert(people).values({ email, name: "Kwaliteitszorg", locale: "nl" }).returning({ id: people.id });
  if (!person) throw new Error(`${email} was not written`);
  await db.insert(memberships).values({ personId: person.id, organisationId, role: "manager" });
  return { id: `person:${person.id}`, role: "manager", organisationId };
}
