import { eq } from "drizzle-orm";
import { db } from "@/db";
import { applications } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { assess, assignAssessors, checkGateway, declareForCase, moderate } from "@/lib/casework/commands";
import type { SentForm } from "@/lib/casework/input";
import { criteriaOf } from "@/lib/criteria/criteria";
import { shippedCriteria } from "@/lib/criteria/queries";
import { aMember } from "./people";

/** The gateway as it is sent: everything is there, unless told otherwise. */
export function checksForm(change: SentForm = {}): SentForm {
  return { ...Object.fromEntries(shippedCriteria.checks.map(({ code }) => [`check-${code}`, ["yes"]])), outcome: ["passed"], ...change };
}

/** An assessment as it is sent: everything is met, for levels 4 to 6 in two fields, unless told otherwise. */
export function assessmentForm(change: SentForm = {}): SentForm {
  const verdicts = criteriaOf(shippedCriteria).map(({ code }) => [`verdict-${code}`, ["met"]]);
  return { ...Object.fromEntries(verdicts), levels: ["4", "5", "6"], field: ["06", "04"], ...change };
}

/** Two registrars (bram, rosa), an auditor (alma) and two assessors (ada, otto). */
export async function anOffice(authorityId: string) {
  return {
    bram: await aMember(authorityId, "registrar"),
    rosa: await aMember(authorityId, "registrar"),
    alma: await aMember(authorityId, "auditor"),
    ada: await aMember(authorityId, "assessor"),
    otto: await aMember(authorityId, "assessor"),
  };
}

export async function mustDo(result: Promise<{ ok: boolean; problems?: unknown }>): Promise<void> {
  const { ok, problems } = await result;
  if (!ok) throw new Error(JSON.stringify(problems));
}

type People = Awaited<ReturnType<typeof anOffice>>;

/** Everybody says that they are free. */
export async function declareAll(id: string, actors: Actor[]): Promise<void> {
  for (const actor of actors) await mustDo(declareForCase(actor, id, null));
}

/** From a submitted application to its decision: gateway, two assessments, and moderation where they differ. */
export async function assessed(id: string, { bram, alma, ada, otto, rosa }: People, other: SentForm = {}): Promise<void> {
  await declareAll(id, [bram, rosa, alma, ada, otto]);
  await mustDo(checkGateway(bram, id, checksForm()));
  await mustDo(assignAssessors(bram, id, { assessors: [ada.personId, otto.personId] }));
  await mustDo(assess(ada, id, assessmentForm()));
  await mustDo(assess(otto, id, assessmentForm(other)));
  if (Object.keys(other).length > 0) await mustDo(moderate(alma, id, assessmentForm()));
}

export async function statusOf(id: string): Promise<string | undefined> {
  const [row] = await db.select({ status: applications.status }).from(applications).where(eq(applications.id, id));
  return row?.status;
}
