import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db";
import { applications, caseActs, events, files, organisationConflicts } from "@/db/schema";
import { answerAuthority, submitApplication } from "@/lib/applications/commands";
import { askApplicant, refuseApplicant, registerApplicant } from "@/lib/applications/decisions/commands";
import { registrationInput } from "@/lib/applications/decisions/input";
import { openEvidence } from "@/lib/applications/evidence/commands";
import type { Actor } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { anApplication, evidenceOf } from "@/lib/testing/applications";
import { anOffice, assessed, assessmentForm, checksForm, declareAll, mustDo, statusOf } from "@/lib/testing/casework";
import { emptyDatabase } from "@/lib/testing/database";
import { aMember, aPerson } from "@/lib/testing/people";
import { anOrganisation } from "@/lib/testing/registry";
import { contest } from "./applicant/commands";
import { assess, assignAssessors, checkGateway, declareForCase, moderate, takeCase } from "./commands";
import { queueQuery } from "./queue/list";
import { listQueue } from "./queue/queries";
import { findCase } from "./review/queries";

let noor: Awaited<ReturnType<typeof aPerson>>;
let office: Awaited<ReturnType<typeof anOffice>>;
let authorityId: string;
let id: string;
let fileId: string;

beforeEach(async () => {
  await emptyDatabase();
  authorityId = await anOrganisation("leerpadenraad", { en: "Council" }, { roles: ["competent-authority"] });
  noor = await aPerson("noor@example.org");
  office = await anOffice(authorityId);
  const [row] = await db
    .insert(applications)
    .values({ applicantId: noor.personId, content: anApplication() })
    .returning({ id: applications.id });
  id = row?.id ?? "";
  const [kept] = await db.insert(files).values(evidenceOf(id)).returning({ id: files.id });
  fileId = kept?.id ?? "";
  await mustDo(submitApplication(noor, id));
});

const codes = (result: { ok: boolean; problems?: { code: string }[] }) => result.problems?.map(({ code }) => code) ?? "ok";
const differing = { "verdict-C1": ["partly"], "comment-C1": ["No cycle is told."] };
const refusal = { reason: ["Not yet."], "reason-C1": ["Show one whole cycle."] };
const registration = (from = today()) =>
  registrationInput.parse({
    from,
    accredit: "yes",
    standard: "esg",
    type: "institutional-license",
    levels: ["4", "5", "6"],
    fields: "some",
    field: ["04", "06"],
    end: "open",
  });
const open = async (actor: Actor) => {
  const found = await findCase(actor, id);
  if (found?.gate !== "open") throw new Error(found?.gate ?? "nothing");
  return found;
};
const stage = async () => (await open(office.bram)).state.stage;

describe("before one sees a case", () => {
  it("one declares; until then, and after a conflict, one sees no file and does nothing", async () => {
    const { bram, rosa } = office;
    const tries = async (actor: Actor) => [
      codes(await checkGateway(actor, id, checksForm())),
      codes(await askApplicant(actor, id, "?")),
      codes(await registerApplicant(actor, id, registration())),
      codes(await takeCase(actor, id)),
    ];
    expect(new Set((await tries(bram)).flat())).toEqual(new Set(["conflictUndeclared"]));
    expect(await findCase(bram, id)).toMatchObject({ gate: "undeclared" });
    expect(await openEvidence(bram, id, fileId)).toBeUndefined();
    expect(codes(await declareForCase(bram, id, "My sister leads it."))).toBe("ok");
    expect(codes(await declareForCase(bram, id, null))).toBe("ok");
    expect(new Set((await tries(bram)).flat())).toEqual(new Set(["conflictDeclared"]));
    expect(Object.keys((await findCase(bram, id)) ?? {}).sort()).toEqual(["application", "gate"]);
    expect(await openEvidence(bram, id, fileId)).toBeUndefined();
    await declareAll(id, [rosa]);
    expect(await openEvidence(rosa, id, fileId)).toMatchObject({ name: "finding.pdf" });
    const viewed = await db.select({ actor: events.actor, after: events.after }).from(events).where(eq(events.type, "evidence.viewed"));
    expect(viewed).toMatchObject([{ actor: rosa.id, after: { file: { id: fileId } } }]);
  });

  it("whoever acts with the applicant elsewhere stays outside, and no other authority finds it", async () => {
    const school = await anOrganisation("school");
    await db.execute(sql`insert into memberships (person_id, organisation_id, role) values
      (${office.rosa.personId}, ${school}, 'editor'), (${noor.personId}, ${school}, 'manager')`);
    expect(codes(await declareForCase(office.rosa, id, null))).toEqual(["ownOrganisation"]);
    expect(await findCase(office.rosa, id)).toMatchObject({ gate: "ownOrganisation" });
    const elsewhere = await aMember(await anOrganisation("elsewhere", { en: "E" }, { roles: ["competent-authority"] }), "registrar");
    expect(codes(await declareForCase(elsewhere, id, null))).toEqual(["applicationUnknown"]);
    expect(codes(await checkGateway(elsewhere, id, checksForm()))).toEqual(["applicationUnknown"]);
    expect(await findCase(elsewhere, id)).toBeUndefined();
  });

  it("a conflict in the case is one about the provider that comes of it", async () => {
    const { bram, rosa, ada, otto } = office;
    await mustDo(declareForCase(rosa, id, "I own a share."));
    await declareAll(id, [bram, ada, otto]);
    await mustDo(checkGateway(bram, id, checksForm()));
    await mustDo(assignAssessors(bram, id, { assessors: [ada.personId, otto.personId] }));
    await mustDo(assess(ada, id, assessmentForm()));
    await mustDo(assess(otto, id, assessmentForm()));
    await mustDo(registerApplicant(bram, id, registration()));
    expect(await db.select().from(organisationConflicts)).toMatchObject([{ personId: rosa.personId, reason: "I own a share." }]);
  });
});

describe("two assessments", () => {
  beforeEach(async () => {
    const { bram, rosa, alma, ada, otto } = office;
    await declareAll(id, [bram, rosa, alma, ada, otto]);
    await mustDo(checkGateway(bram, id, checksForm()));
    await mustDo(assignAssessors(bram, id, { assessors: [ada.personId, otto.personId] }));
    await mustDo(assess(ada, id, assessmentForm()));
  });

  it("are each their assessor's alone until both are in, in what others read and in the trail", async () => {
    const { bram, alma, ada, otto } = office;
    for (const other of [bram, alma, otto]) {
      const { state, earlier } = await open(other);
      expect([state.assessments, state.result, earlier]).toEqual([[], null, []]);
    }
    expect((await open(ada)).state.assessments).toHaveLength(1);
    expect(codes(await assess(ada, id, assessmentForm()))).toEqual(["caseAssessedAlready"]);
    expect(codes(await assess(bram, id, assessmentForm()))).toEqual(["notAllowed"]);
    await mustDo(assess(otto, id, assessmentForm(differing)));
    for (const reader of [bram, alma, ada, otto]) expect((await open(reader)).state.assessments).toHaveLength(2);
    const analyst = await aMember(authorityId, "analyst");
    await declareAll(id, [analyst]);
    const seen = await open(analyst);
    expect([seen.state.assessments, seen.state.result, seen.earlier]).toEqual([[], null, []]);
    const trail = await db.select({ after: events.after }).from(events).where(eq(events.type, "case.assessed"));
    expect(trail).toEqual([{ after: null }, { after: null }]);
  });

  it("that differ are moderated by somebody who assesses not, who then does not decide", async () => {
    const { bram, rosa, alma, ada, otto } = office;
    await mustDo(assess(otto, id, assessmentForm(differing)));
    expect(await stage()).toBe("moderation");
    expect(codes(await registerApplicant(bram, id, registration()))).toEqual(["caseNotAtStage"]);
    expect(codes(await moderate(ada, id, assessmentForm()))).toEqual(["notAllowed"]);
    await mustDo(moderate(rosa, id, assessmentForm()));
    expect(codes(await moderate(alma, id, assessmentForm()))).toEqual(["caseNotAtStage"]);
    expect(codes(await registerApplicant(rosa, id, registration()))).toEqual(["caseAssessorElsewhere"]);
    expect(codes(await registerApplicant(bram, id, registration()))).toBe("ok");
  });

  it("handed in at once are both kept, and sent twice is in once", async () => {
    const { otto } = office;
    const both = await Promise.all([assess(otto, id, assessmentForm()), assess(otto, id, assessmentForm())]);
    expect(both.map(codes)).toContainEqual("ok");
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stage()).toBe("decision");
  });

  it("stand still while the applicant is asked", async () => {
    const { bram, otto } = office;
    await mustDo(askApplicant(bram, id, "Which cycle?"));
    expect(codes(await assess(otto, id, assessmentForm()))).toEqual(["caseWaitsForApplicant"]);
    await mustDo(answerAuthority(noor, id, "That of 2025."));
    expect(codes(await assess(otto, id, assessmentForm()))).toBe("ok");
  });
});

describe("a refusal", () => {
  beforeEach(async () => {
    await assessed(id, office, differing);
    await mustDo(refuseApplicant(office.bram, id, refusal));
  });

  it("is answered, considered anew, appealed and heard by somebody who has not decided; upheld it registers", async () => {
    const { bram, rosa, ada } = office;
    expect([await stage(), await statusOf(id)]).toEqual(["representation", "refused"]);
    expect(codes(await contest(ada, id, "represented", "x"))).toEqual(["applicationUnknown"]);
    await mustDo(contest(noor, id, "represented", "The cycle stands on page 4."));
    expect(codes(await contest(noor, id, "represented", "again"))).toEqual(["caseNotAtStage"]);
    await mustDo(refuseApplicant(bram, id, refusal));
    await mustDo(contest(noor, id, "appealed", "Nobody read page 4."));
    expect(codes(await registerApplicant(bram, id, registration()))).toEqual(["caseDecidedBefore"]);
    expect(codes(await registerApplicant(rosa, id, registration()))).toBe("ok");
    expect([await stage(), await statusOf(id)]).toEqual(["closed", "registered"]);
  });

  it("needs its reason, and dismissed on appeal it is final", async () => {
    const { bram, rosa } = office;
    await mustDo(contest(noor, id, "represented", "x"));
    expect(codes(await refuseApplicant(bram, id, {}))).toEqual(["reasonMissing"]);
    await mustDo(refuseApplicant(bram, id, refusal));
    await mustDo(contest(noor, id, "appealed", "x"));
    await mustDo(refuseApplicant(rosa, id, refusal));
    expect([await stage(), await statusOf(id)]).toEqual(["closed", "refused"]);
  });
});

describe("the queue", () => {
  it("has names, stages and deadlines, cut, searched and in pages, and nothing of other authorities", async () => {
    const { bram, ada, otto } = office;
    const cut = async (actor: Actor, asked: object) => (await listQueue(actor, queueQuery.parse(asked))).rows;
    expect(await cut(bram, {})).toMatchObject([{ id, stage: "gateway", holders: [], mine: false, stopped: false }]);
    expect([await cut(bram, { state: "unassigned" }), await cut(bram, { state: "mine" })].map(({ length }) => length)).toEqual([1, 0]);
    await declareAll(id, [bram, ada, otto]);
    await mustDo(takeCase(bram, id));
    expect(await cut(bram, { state: "mine" })).toMatchObject([{ mine: true, holders: [expect.any(String)] }]);
    await mustDo(checkGateway(bram, id, checksForm()));
    await mustDo(assignAssessors(bram, id, { assessors: [ada.personId, otto.personId] }));
    expect(await cut(ada, { state: "mine", q: "tuinschool gènt" })).toMatchObject([{ stage: "assessment", mine: true }]);
    expect(await cut(ada, { q: "nobody" })).toEqual([]);
    await db.execute(sql`update cases set due_on = ${today()}::date - 1`);
    expect((await listQueue(bram, queueQuery.parse({}))).counts).toMatchObject({ waiting: 1, overdue: 1, applicant: 0, closed: 0, all: 1 });
  });
});

it("what was done in a case is not rewritten", async () => {
  await declareAll(id, [office.bram]);
  await mustDo(takeCase(office.bram, id));
  await expect(db.delete(caseActs)).rejects.toThrow();
  await expect(db.update(caseActs).set({ number: 9 })).rejects.toThrow();
});
