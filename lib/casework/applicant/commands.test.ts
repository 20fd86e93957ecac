import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db";
import { applications, assessmentDrafts, caseActs, cases, events, files, notices } from "@/db/schema";
import { submitApplication } from "@/lib/applications/commands";
import { refuseApplicant, registerApplicant, remitApplicant } from "@/lib/applications/decisions/commands";
import { registrationInput } from "@/lib/applications/decisions/input";
import type { Actor } from "@/lib/auth/permissions";
import { assess, assignAssessors, checkGateway, moderate } from "@/lib/casework/commands";
import { keepAssessment } from "@/lib/casework/drafts/commands";
import { findOwnDraft } from "@/lib/casework/drafts/queries";
import { queueQuery } from "@/lib/casework/queue/list";
import { listQueue } from "@/lib/casework/queue/queries";
import { findCase } from "@/lib/casework/review/queries";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { anApplication, evidenceOf } from "@/lib/testing/applications";
import { anOffice, assessed, assessmentForm, checksForm, declareAll, mustDo, statusOf } from "@/lib/testing/casework";
import { emptyDatabase } from "@/lib/testing/database";
import { aMember, aPerson } from "@/lib/testing/people";
import { anOrganisation } from "@/lib/testing/registry";
import { contest } from "./commands";

let noor: Awaited<ReturnType<typeof aPerson>>;
let office: Awaited<ReturnType<typeof anOffice>>;
let authorityId: string;
let id: string;

beforeEach(async () => {
  await emptyDatabase();
  authorityId = await anOrganisation("leerpadenraad", { en: "Council" }, { roles: ["competent-authority"] });
  noor = await aPerson("noor@example.org");
  office = await anOffice(authorityId);
  const row = { applicantId: noor.personId, content: anApplication() };
  id = (await db.insert(applications).values(row).returning({ id: applications.id }))[0]?.id ?? "";
  await db.insert(files).values(evidenceOf(id));
  await mustDo(submitApplication(noor, id));
});
afterEach(() => vi.unstubAllEnvs());

const start = today();
const inDays = (days: number) => vi.stubEnv("CAIRN_NOW", `${addDays(start, days)}T12:00:00+01:00`);
const codes = (result: { ok: boolean; problems?: { code: string }[] }) => result.problems?.map(({ code }) => code) ?? "ok";
const refusal = { reason: ["Not yet."] };
const remittal = { to: ["assessment"], why: ["Page 4 was not read."] };
const registration = () =>
  registrationInput.parse({ from: today(), accredit: "yes", standard: "esg", type: "institutional-license", levels: ["5"], end: "open" });
const open = async (actor: Actor) => {
  const found = await findCase(actor, id);
  if (found?.gate !== "open") throw new Error(found?.gate ?? "nothing");
  return found;
};
const stage = async () => (await open(office.bram)).state.stage;
const failed = async () => {
  await declareAll(id, [office.bram, office.rosa, office.alma, office.ada, office.otto]);
  await mustDo(checkGateway(office.bram, id, checksForm({ "check-identity": ["no"], "note-identity": ["?"], outcome: ["failed"] })));
  await mustDo(refuseApplicant(office.bram, id, refusal));
};

describe("a refusal that the applicant lets be at first", () => {
  beforeEach(async () => await failed());

  it("can be appealed against at once, without a representation", async () => {
    expect(codes(await contest(office.ada, id, "appealed", "x"))).toEqual(["applicationUnknown"]);
    await mustDo(contest(noor, id, "appealed", "Nobody looked."));
    expect(await stage()).toBe("hearing");
    expect(codes(await contest(noor, id, "represented", "x"))).toEqual(["caseNotAtStage"]);
  });

  it("can be appealed against in the days after those for a representation, and in the queue it waits for the applicant until then", async () => {
    const queued = async () => (await listQueue(office.rosa, queueQuery.parse({ state: "all" }))).rows[0];
    expect(await queued()).toMatchObject({ stage: "representation", dueOn: addDays(start, 20) });
    inDays(21);
    expect(await queued()).toMatchObject({ stage: "appeal", dueOn: addDays(start, 40) });
    expect(codes(await contest(noor, id, "represented", "x"))).toEqual(["caseWindowOver"]);
    inDays(40);
    await mustDo(contest(noor, id, "appealed", "Nobody looked."));
    expect((await open(office.rosa)).state.path.map(({ stage, outcome }) => `${stage} ${outcome}`)).toEqual([
      "gateway failed",
      "decision refused",
      "representation unused",
      "appeal appealed",
      "hearing null",
    ]);
    expect(await queued()).toMatchObject({ stage: "hearing" });
  });

  it("is final once those days are over too", async () => {
    inDays(41);
    expect(codes(await contest(noor, id, "appealed", "x"))).toEqual(["caseWindowOver"]);
    expect(await stage()).toBe("closed");
    expect((await listQueue(office.rosa, queueQuery.parse({}))).counts).toMatchObject({ applicant: 0, closed: 1 });
  });

  it("holds its two days together: a window has a last day, and nothing else has", async () => {
    await expect(db.update(cases).set({ closesOn: null })).rejects.toMatchObject({ cause: { constraint_name: "cases_windows_close" } });
  });
});

describe("a case that is contested", () => {
  it("and failed the gateway is won: sent back, assessed and registered", async () => {
    const { bram, rosa, ada, otto } = office;
    await failed();
    await mustDo(contest(noor, id, "appealed", "The extract was there."));
    expect(codes(await registerApplicant(rosa, id, registration()))).toEqual(["caseNotAssessed"]);
    expect(codes(await remitApplicant(bram, id, remittal))).toEqual(["caseDecidedBefore"]);
    expect(codes(await remitApplicant(rosa, id, {}))).toEqual(["remittalStageMissing", "reasonMissing"]);
    await mustDo(remitApplicant(rosa, id, remittal));
    expect([await stage(), await statusOf(id)]).toEqual(["assessment", "submitted"]);
    const told = db.select({ kind: notices.kind, values: notices.values }).from(notices).where(eq(notices.personId, noor.personId));
    const kinds = await told.orderBy(notices.id);
    expect(kinds.at(-1)).toMatchObject({ kind: "application-decided", values: { decision: "remitted" } });
    await mustDo(assignAssessors(bram, id, { assessors: [ada.personId, otto.personId] }));
    await mustDo(assess(ada, id, assessmentForm()));
    await mustDo(assess(otto, id, assessmentForm()));
    expect(codes(await registerApplicant(bram, id, registration()))).toBe("ok");
  });

  it("goes back to other assessors, with clocks of its own; what was done before stays readable, to the new ones after theirs", async () => {
    const { bram, rosa, alma, ada, otto } = office;
    await assessed(id, office, { "verdict-C1": ["partly"], "comment-C1": ["No cycle is told."] });
    await mustDo(refuseApplicant(bram, id, refusal));
    await mustDo(contest(noor, id, "represented", "It stands on page 4."));
    inDays(3);
    await mustDo(remitApplicant(bram, id, { ...remittal, to: ["gateway"] }));
    const acts = await db.$count(caseActs);
    expect((await open(rosa)).state.path.at(-1)).toMatchObject({ stage: "gateway", dueOn: addDays(start, 13) });
    await mustDo(checkGateway(rosa, id, checksForm()));
    for (const again of [ada, otto])
      expect(
        codes(await assignAssessors(rosa, id, { assessors: [again.personId, (await aMember(authorityId, "assessor")).personId] })),
      ).toEqual(["caseAssessedEarlier"]);
    const [eva, finn] = [await aMember(authorityId, "assessor"), await aMember(authorityId, "assessor")];
    await declareAll(id, [eva, finn]);
    await mustDo(assignAssessors(rosa, id, { assessors: [eva.personId, finn.personId] }));
    for (const reader of [bram, rosa, ada]) {
      const [round] = (await open(reader)).earlier;
      expect([round?.assessments.length, round?.moderated?.personId, round?.remitted.text]).toEqual([
        2,
        alma.personId,
        "Page 4 was not read.",
      ]);
    }
    expect((await open(eva)).earlier).toEqual([]);
    await mustDo(assess(eva, id, assessmentForm()));
    expect([(await open(ada)).state.assessments, (await open(finn)).earlier]).toEqual([[], []]);
    await mustDo(assess(finn, id, assessmentForm({ "verdict-C1": ["partly"], "comment-C1": ["Half a cycle."] })));
    expect((await open(finn)).earlier).toHaveLength(1);
    expect(codes(await moderate(alma, id, assessmentForm()))).toEqual(["caseAssessorElsewhere"]);
    expect(await db.$count(caseActs)).toBe(acts + 4);
  });

  it("is sent back once by two who do so at once, by nobody of another authority or role, and at no other stage", async () => {
    const { bram, rosa, alma, ada } = office;
    await failed();
    expect(codes(await remitApplicant(rosa, id, remittal))).toEqual(["caseNotAtStage"]);
    await mustDo(contest(noor, id, "represented", "x"));
    const elsewhere = await aMember(await anOrganisation("elsewhere", { en: "E" }, { roles: ["competent-authority"] }), "registrar");
    expect(codes(await remitApplicant(elsewhere, id, remittal))).toEqual(["applicationUnknown"]);
    for (const other of [alma, ada]) expect(codes(await remitApplicant(other, id, remittal))).toEqual(["notAllowed"]);
    const both = await Promise.all([remitApplicant(bram, id, remittal), remitApplicant(rosa, id, remittal)]);
    expect(both.map(codes)).toEqual(expect.arrayContaining(["ok", ["caseNotAtStage"]]));
    expect(await db.$count(events, eq(events.type, "application.remitted"))).toBe(1);
  });
});

describe("an assessment half done", () => {
  const half = { "verdict-A1": ["met"], "comment-C1": ["To be looked at."], levels: ["5", "9"], field: ["06"] };
  beforeEach(async () => {
    const { bram, rosa, ada, otto } = office;
    await declareAll(id, [bram, rosa, ada, otto]);
    await mustDo(checkGateway(bram, id, checksForm()));
    await mustDo(assignAssessors(bram, id, { assessors: [ada.personId, otto.personId] }));
  });

  it("is kept for its assessor alone, is no act, and goes once it is handed in", async () => {
    const { ada, otto, bram } = office;
    const acts = await db.$count(caseActs);
    await mustDo(keepAssessment(ada, id, { "comment-C1": ["First."] }));
    await mustDo(keepAssessment(ada, id, half));
    expect((await findOwnDraft(ada, id))?.draft).toMatchObject({
      answers: { A1: { verdict: "met", comment: "" }, C1: { verdict: null, comment: "To be looked at." } },
      levels: [5],
      fields: ["06"],
    });
    for (const other of [otto, bram]) expect(await findOwnDraft(other, id)).toBeUndefined();
    expect([await db.$count(caseActs), (await open(ada)).state.assessments]).toEqual([acts, []]);
    const trail = await db.select({ after: events.after }).from(events).where(eq(events.type, "case.assessment-kept"));
    expect(trail).toEqual([{ after: null }, { after: null }]);
    await mustDo(keepAssessment(otto, id, half));
    await mustDo(assess(ada, id, assessmentForm()));
    expect([await findOwnDraft(ada, id), (await findOwnDraft(otto, id))?.draft.fields]).toEqual([undefined, ["06"]]);
    expect(codes(await keepAssessment(ada, id, half))).toEqual(["caseAssessedAlready"]);
  });

  it("is refused to whoever does not assess, and where a comment is too long", async () => {
    const { ada, bram, otto } = office;
    const eva = await aMember(authorityId, "assessor");
    await declareAll(id, [eva]);
    expect(codes(await keepAssessment(eva, id, half))).toEqual(["caseNotYours"]);
    expect(codes(await keepAssessment(bram, id, half))).toEqual(["notAllowed"]);
    expect(codes(await keepAssessment(ada, id, { "comment-C1": ["x".repeat(4001)] }))).toEqual(["messageTooLong"]);
    await mustDo(keepAssessment(otto, id, half));
    await mustDo(assignAssessors(bram, id, { assessors: [ada.personId, eva.personId] }));
    expect(await db.$count(assessmentDrafts)).toBe(0);
  });
});

it("what two assessors who agree said is kept of both", async () => {
  const { bram } = office;
  await declareAll(id, [bram, office.ada, office.otto]);
  await mustDo(checkGateway(bram, id, checksForm()));
  await mustDo(assignAssessors(bram, id, { assessors: [office.ada.personId, office.otto.personId] }));
  await mustDo(assess(office.ada, id, assessmentForm({ "comment-C1": ["Page 4."] })));
  await mustDo(assess(office.otto, id, assessmentForm({ "comment-C1": ["The annex too."] })));
  expect((await open(bram)).state.result?.answers.C1?.comment).toBe("Page 4.\nThe annex too.");
});
