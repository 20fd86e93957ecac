import { and, asc, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { applications, caseActs, files, memberships, organisations, people } from "@/db/schema";
import { applicationContent } from "@/lib/applications/content";
import { beginCase } from "@/lib/casework/acts/commands";
import type { Assessment, Verdict } from "@/lib/casework/assessment";
import type { Act } from "@/lib/casework/casework";
import { dayOf, now } from "@/lib/clock";
import { criteriaOf } from "@/lib/criteria/criteria";
import { shippedCriteria } from "@/lib/criteria/queries";
import { addDays } from "@/lib/days/days";
import type { DemonstrationApplication } from "./input";

const domain = "applicants.example";

/** Applications that are under way, with what was done in each so far. Those that are there already stay as they are. */
export async function loadApplications(all: DemonstrationApplication[]): Promise<void> {
  await db.transaction(async (tx) => {
    for (const one of all) await loadApplication(tx, one);
  });
}

async function loadApplication(tx: Transaction, one: DemonstrationApplication): Promise<void> {
  const [authority] = await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.slug, one.authority));
  const email = `${one.number.toLowerCase()}@${domain}`;
  const [applicant] = await tx.insert(people).values({ email, name: "", locale: "nl" }).onConflictDoNothing().returning({ id: people.id });
  if (!authority || !applicant) return;
  const submittedAt = new Date(now().getTime() - one.sent * 86_400_000);
  const content = applicationContent.parse({
    identity: { names: one.name },
    identifiers: [{ scheme: "national", value: one.number }],
    type: one.type,
    places: { seat: one.seat },
    quality: [{ standard: "eqavet", body: "Vakring" }],
    answers: one.answers,
    contact: { name: "Info", email },
    declaration: { capacity: "director", declared: true },
  });
  const refused = one.stage === "refused" && {
    status: "refused" as const,
    reason: one.refusal ?? "",
    decidedAt: momentAfter(submittedAt, 24),
  };
  const row = { applicantId: applicant.id, status: "submitted" as const, content, authorityId: authority.id, submittedAt, ...refused };
  const [made] = await tx.insert(applications).values(row).returning();
  if (!made) return;
  const bytes = new TextEncoder().encode("%PDF-1.7\n% evidence\n%%EOF");
  const file = { subject: "application", subjectId: made.id, mediaType: "application/pdf", size: bytes.length, bytes };
  const documents = shippedCriteria.form.documents.filter(({ required }) => required);
  await tx.insert(files).values(
    documents.map(({ code: document }) => ({
      ...file,
      name: `${one.number}-${document}.pdf`,
      document,
      sha256: `${made.id} ${document}`,
      uploadedById: applicant.id,
      uploadedAt: submittedAt,
    })),
  );
  const acts = await actsOf(tx, one, authority.id, applicant.id);
  const start = dayOf(submittedAt);
  if (acts.length > 0)
    await tx.insert(caseActs).values(
      acts.map(({ after, personId, act }, place) => ({
        applicationId: made.id,
        number: place + 1,
        personId,
        on: addDays(start, after),
        act,
        at: momentAfter(submittedAt, after),
      })),
    );
  await beginCase(tx, made);
}

const momentAfter = (moment: Date, days: number) => new Date(moment.getTime() + days * 86_400_000);

type Planned = { after: number; personId: string; act: Act };

async function actsOf(tx: Transaction, one: DemonstrationApplication, authorityId: string, applicantId: string): Promise<Planned[]> {
  const { stage } = one;
  const ofRole = async (role: "registrar" | "assessor") =>
    await tx
      .select({ id: memberships.personId })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(and(eq(memberships.organisationId, authorityId), eq(memberships.role, role)))
      .orderBy(asc(people.name));
  const [[registrar, colleague], [first, other]] = [await ofRole("registrar"), await ofRole("assessor")];
  if (stage === "gateway" || !registrar || !first || !other) return [];
  const checks = shippedCriteria.checks.map(({ code }) => ({ code, answer: "yes" as const, note: "" }));
  const second = found(stage === "moderation" ? "partly" : "met");
  const all: Planned[] = [
    { after: 3, personId: registrar.id, act: { kind: "checked", passed: true, checks } },
    { after: 4, personId: registrar.id, act: { kind: "assigned", assessors: [first.id, other.id] } },
    { after: 9, personId: first.id, act: { kind: "assessed", assessment: found("met") } },
    { after: 19, personId: other.id, act: { kind: "assessed", assessment: second } },
  ];
  if (stage === "assessment") return all.slice(0, 3);
  return [...all, ...contestedIn(one, { registrar: registrar.id, colleague: colleague?.id ?? registrar.id, applicant: applicantId })];
}

type Sides = { registrar: string; colleague: string; applicant: string };

/** A refusal with its reasons; of a case that was sent back also what was held against it, and why another round begins. */
function contestedIn(
  { stage, refusal = "", held = "", remittal = "" }: DemonstrationApplication,
  { registrar, colleague, applicant }: Sides,
) {
  if (stage !== "refused" && stage !== "remitted") return [];
  const all: Planned[] = [
    { after: 24, personId: registrar, act: { kind: "decided", decision: "refuse", reasons: { C1: refusal }, text: refusal } },
    { after: 31, personId: applicant, act: { kind: "represented", text: held } },
    { after: 37, personId: colleague, act: { kind: "remitted", to: "assessment", text: remittal } },
  ];
  return stage === "refused" ? all.slice(0, 1) : all;
}

/** Everything is met but one criterion, of which it is said how far. */
function found(verdict: Verdict): Assessment {
  const answer = (code: string) => (code === "C1" ? { verdict, comment: "" } : { verdict: "met" as const, comment: "" });
  return {
    answers: Object.fromEntries(criteriaOf(shippedCriteria).map(({ code }) => [code, answer(code)])),
    levels: [4, 5],
    fields: ["07"],
  };
}
