import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { organisationIdentifiers } from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { findWhyNot } from "@/lib/decisions/queries";
import { recordEvents } from "@/lib/events/commands";
import type { SaidInstitution } from "@/lib/interop/deqar/said";
import { bare, type Identifier, toIdentifier } from "@/lib/quality/matching";
import { matchAgain } from "@/lib/quality/rematching/commands";
import { closeSubjects, insertSubjects, lookAgain, takeTurn } from "@/lib/quality/reports/commands";
import { confirmed, rejected, type Settled } from "@/lib/quality/subject";
import { competentFor } from "@/lib/reports/competent/queries";
import { ok, type Result, refuse } from "@/lib/result";

type Subject = Settled & {
  id: string;
  reportId: string;
  key: string;
  place: number;
  said: SaidInstitution;
  deqarId: number;
  acronym: string;
  localIdentifier: string;
};

type Decide = (tx: Transaction, subject: Subject, personId: string, at: string) => Promise<Result<null>>;

/**
 * What a registrar says of a namesake that was proposed: of an organisation that their authority answers for, and without a conflict of
 * interest. To others the proposal does not exist.
 */
async function withProposal(
  actor: Actor,
  subjectId: string,
  organisationId: string,
  says: "confirmed" | "rejected",
  decide: Decide,
): Promise<Result<null>> {
  const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
  if (!isId(subjectId) || !isId(organisationId)) return refuse({ code: "qualityProposalUnknown" });
  return await db.transaction(async (tx): Promise<Result<null>> => {
    const at = await takeTurn(tx);
    const [subject] = await tx.execute<Subject & { isKnown: boolean }>(sql`
      select s.id, s.report_id as "reportId", r.key, s.place, s.said, s.organisation_id as "organisationId", s.matched_by as "matchedBy", s.scheme, s.value,
        s.candidates, s.rejected, s.decided_by_id as "decidedById", a.deqar_id as "deqarId", a.acronym, r.local_identifier as "localIdentifier",
        upper_inf(s.recorded) as "isKnown"
      from quality_report_subjects s join quality_reports r on r.id = s.report_id join quality_agencies a on a.id = r.agency_id
      where s.id = ${subjectId}::uuid and (${organisationId}::uuid = any (s.candidates))`);
    const competent = subject ? await competentFor(organisationId, tx) : [];
    const own = actor.organisationId;
    if (!subject || !own || !competent.includes(own) || !may(actor, "quality.read", { organisationId: own }))
      return refuse({ code: "qualityProposalUnknown" });
    const personId = personIdOf(actor);
    if (!personId || !may(actor, "quality.match", { organisationId: own })) return refuse({ code: "notAllowed" });
    const why = await findWhyNot(actor, organisationId, tx);
    if (why) return refuse({ code: why });
    if (!subject.isKnown) return (await isSaid(tx, subject, organisationId, says)) ? ok(null) : refuse({ code: "qualityProposalSettled" });
    return await decide(tx, subject, personId, at);
  });
}

/** Whether the same was said before: a form that came twice is no contradiction. */
async function isSaid(
  tx: Transaction,
  { reportId, place }: Subject,
  organisationId: string,
  says: "confirmed" | "rejected",
): Promise<boolean> {
  const [row] = await tx.execute<Pick<Settled, "organisationId" | "rejected">>(sql`
    select organisation_id as "organisationId", rejected from quality_report_subjects where report_id = ${reportId}::uuid and place = ${place} and upper_inf(recorded)`);
  return says === "confirmed" ? row?.organisationId === organisationId : (row?.rejected.includes(organisationId) ?? false);
}

/** Takes a namesake for the provider that the report is about. The numbers of the report become identifiers of the organisation. */
export async function confirmMatch(actor: Actor, subjectId: string, organisationId: string): Promise<Result<null>> {
  return await withProposal(actor, subjectId, organisationId, "confirmed", async (tx, subject, personId, at) => {
    const identifiers = subject.said.identifiers.flatMap((one) => toIdentifier(one, subject.deqarId) ?? []);
    const held = await heldBy(tx, identifiers);
    if (held.some((one) => one.organisationId !== organisationId)) return refuse({ code: "qualityIdentifierHeld" });
    const fresh = identifiers.filter((one) => !held.some(({ scheme, value }) => scheme === one.scheme && bare(value) === one.value));
    const source = `${subject.acronym} ${subject.localIdentifier}`;
    if (fresh.length > 0)
      await tx.insert(organisationIdentifiers).values(fresh.map((one) => ({ ...one, organisationId, valid: "(,)", source })));
    await replace(tx, subject, confirmed(organisationId, identifiers[0], personId, subject), at);
    await recordEvents(tx, actor, [
      ...fresh.map((one) => ({
        type: "organisation.identified" as const,
        subject: "organisation" as const,
        subjectId: organisationId,
        organisationId,
        after: { ...one, source },
      })),
      { type: "quality.matched", subject: "quality", subjectId: subject.key, organisationId, after: { place: subject.place, identifiers } },
    ]);
    await lookAgain(tx, [organisationId, ...(await matchAgain(tx, at))]);
    return ok(null);
  });
}

/** Says that a namesake is somebody else; it is not proposed for this report again. */
export async function rejectMatch(actor: Actor, subjectId: string, organisationId: string): Promise<Result<null>> {
  return await withProposal(actor, subjectId, organisationId, "rejected", async (tx, subject, personId, at) => {
    await replace(tx, subject, rejected(organisationId, personId, subject), at);
    await recordEvents(tx, actor, [
      { type: "quality.rejected", subject: "quality", subjectId: subject.key, organisationId, after: { place: subject.place } },
    ]);
    return ok(null);
  });
}

async function replace(tx: Transaction, { reportId, place, said, id }: Subject, settled: Settled, at: string): Promise<void> {
  await closeSubjects(tx, [id], at);
  await insertSubjects(tx, [{ ...settled, reportId, place, said }], at);
}

async function heldBy(tx: Transaction, identifiers: Identifier[]): Promise<(Identifier & { organisationId: string })[]> {
  if (identifiers.length === 0) return [];
  return await tx.execute<Identifier & { organisationId: string }>(sql`
    select i.scheme, i.value, i.organisation_id as "organisationId" from known_identifiers i
    where (i.scheme, upper(regexp_replace(i.value, '\\s', '', 'g'))) in (
      select scheme, value from jsonb_to_recordset(${JSON.stringify(identifiers)}::text::jsonb) as n(scheme text, value text)) for update`);
}
