import { db, type Transaction } from "@/db";
import { type Application, conflictDeclarations } from "@/db/schema";
import { holdApplication } from "@/lib/applications/commands";
import { applicationContent } from "@/lib/applications/content";
import { type Actor, may, type Permission, personIdOf } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import type { CriteriaContent } from "@/lib/criteria/criteria";
import { type EventType, recordEvents } from "@/lib/events/commands";
import { defaultLocale } from "@/lib/i18n/locales";
import { isId } from "@/lib/id";
import { notify } from "@/lib/notices/commands";
import { ok, type Result, refuse } from "@/lib/result";
import { plainText } from "@/lib/texts/texts";
import { recordAct } from "./acts/commands";
import { readCase } from "./acts/queries";
import { type Act, type CaseState, holdersOf } from "./casework";
import { dropDrafts } from "./drafts/commands";
import { findGate } from "./gate/queries";
import { actingIn, listAssessors } from "./guests/queries";
import { readAssessment, readChecks, type SentForm } from "./input";
import { withReview } from "./review/commands";

/** Says whether one is free, before one sees a case. Said once: what was said first stands. */
export async function declareForCase(actor: Actor, id: string, conflict: string | null): Promise<Result<null>> {
  return await db.transaction(async (tx): Promise<Result<null>> => {
    const application = await holdApplication(tx, id);
    const record = { organisationId: application?.authorityId ?? null };
    const personId = personIdOf(actor);
    if (!application || !personId || application.status === "draft") return refuse({ code: "applicationUnknown" });
    if (!may(await actingIn(actor, application, tx), "application.read", record)) return refuse({ code: "applicationUnknown" });
    const gate = await findGate(actor, application, tx);
    if (gate === "ownApplication" || gate === "ownOrganisation") return refuse({ code: gate });
    const made = await tx
      .insert(conflictDeclarations)
      .values({ personId, applicationId: id, conflict, declaredAt: now() })
      .onConflictDoNothing()
      .returning({ personId: conflictDeclarations.personId });
    if (made.length === 0) return ok(null);
    await happened(tx, actor, application, conflict === null ? "case.declared-free" : "conflict.declared");
    return ok(null);
  });
}

/** A registrar takes a case in hand, so that others see who holds it. */
export async function takeCase(actor: Actor, id: string): Promise<Result<null>> {
  return await act(actor, "case.check", id, "case.taken", () => ok({ kind: "taken" }));
}

/** The gateway: what is checked of the form, and whether it is enough to be assessed. */
export async function checkGateway(actor: Actor, id: string, form: SentForm): Promise<Result<null>> {
  return await act(actor, "case.check", id, "case.checked", (content) => {
    const read = readChecks(content, form);
    return read.ok ? ok({ kind: "checked", ...read.value }) : read;
  });
}

/** Two assessors: of the authority, or guests in this case. Until one has handed in, they can be others. */
export async function assignAssessors(actor: Actor, id: string, { assessors = [] }: SentForm): Promise<Result<null>> {
  return await withReview(actor, "case.check", id, async (tx, application, _, personId): Promise<Result<null>> => {
    if (!assessors.every(isId)) return refuse({ code: "twoAssessors", field: "assessors" });
    const known = (await listAssessors(application, tx)).filter((one) => assessors.includes(one.id));
    if (known.length !== 2) return refuse({ code: "twoAssessors", field: "assessors" });
    for (const assessor of assessors) {
      const gate = await findGate({ id: `person:${assessor}`, role: "assessor", organisationId: application.authorityId }, application, tx);
      if (gate !== "open" && gate !== "undeclared") return refuse({ code: "assessorNotFree", field: "assessors" });
    }
    return await recorded(tx, actor, application, personId, { kind: "assigned", assessors }, "case.assigned");
  });
}

/** One of two assessments: the other assessor sees it only when theirs is in too. */
export async function assess(actor: Actor, id: string, form: SentForm): Promise<Result<null>> {
  return await act(actor, "case.assess", id, "case.assessed", (content) => found("assessed", content, form));
}

/** Where two assessments differ a third person says what holds. */
export async function moderate(actor: Actor, id: string, form: SentForm): Promise<Result<null>> {
  return await act(actor, "case.moderate", id, "case.moderated", (content) => found("moderated", content, form));
}

function found(kind: "assessed" | "moderated", content: CriteriaContent, form: SentForm): Result<Act> {
  const read = readAssessment(content, form);
  return read.ok ? ok({ kind, assessment: read.value }) : read;
}

async function act(actor: Actor, permission: Permission, id: string, type: EventType, read: (content: CriteriaContent) => Result<Act>) {
  return await withReview(actor, permission, id, async (tx, application, _, personId): Promise<Result<null>> => {
    const done = read((await readCase(tx, application)).criteria.content);
    return done.ok ? await recorded(tx, actor, application, personId, done.value, type) : done;
  });
}

async function recorded(
  tx: Transaction,
  actor: Actor,
  application: Application,
  personId: string,
  done: Act,
  type: EventType,
): Promise<Result<null>> {
  const state = await recordAct(tx, application, personId, done);
  if (!state.ok) return state;
  if (done.kind === "assigned" || done.kind === "assessed") await dropDrafts(tx, application.id, holdersOf(state.value));
  await happened(tx, actor, application, type);
  await tellWhoseTurn(tx, application, state.value, done);
  return ok(null);
}

/** Without what was found: the trail is read by people who may not read an assessment. */
async function happened(tx: Transaction, actor: Actor, { id, authorityId }: Application, type: EventType): Promise<void> {
  await recordEvents(tx, actor, [{ type, subject: "application", subjectId: id, organisationId: authorityId }]);
}

/** Assessors that they are asked, moderators and registrars that it is their turn. */
async function tellWhoseTurn(tx: Transaction, application: Application, state: CaseState, done: Act): Promise<void> {
  const { id, authorityId, content } = application;
  const values = { organisation: plainText(applicationContent.parse(content).identity.names, defaultLocale) };
  const about = `${id}:${state.path.length}`;
  const path = `oversight/applications/${id}`;
  if (done.kind === "assigned") {
    await notify(tx, { kind: "case-assigned", personIds: done.assessors, organisationId: authorityId, about: id, values, path });
  } else if (authorityId && (state.stage === "moderation" || state.stage === "decision")) {
    const kind = state.stage === "moderation" ? "case-to-moderate" : "case-to-decide";
    await notify(tx, { kind, organisationId: authorityId, about, values, path });
  }
}
