import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { db } from "@/db";
import { applications, caseGuests, cases, events, files, notices } from "@/db/schema";
import { submitApplication } from "@/lib/applications/commands";
import { registerApplicant } from "@/lib/applications/decisions/commands";
import { registrationInput } from "@/lib/applications/decisions/input";
import { openEvidence } from "@/lib/applications/evidence/commands";
import type { Actor } from "@/lib/auth/permissions";
import { assess, assignAssessors, checkGateway, declareForCase } from "@/lib/casework/commands";
import { queueQuery } from "@/lib/casework/queue/list";
import { listQueue } from "@/lib/casework/queue/queries";
import { findCase } from "@/lib/casework/review/queries";
import { today } from "@/lib/clock";
import { anApplication, evidenceOf } from "@/lib/testing/applications";
import { anOffice, assessmentForm, checksForm, declareAll, mustDo } from "@/lib/testing/casework";
import { emptyDatabase } from "@/lib/testing/database";
import { aMember, aPerson } from "@/lib/testing/people";
import { anOrganisation } from "@/lib/testing/registry";
import { inviteGuest, takeBackGuest } from "./commands";
import { listAssessors, listInvitable } from "./queries";

let office: Awaited<ReturnType<typeof anOffice>>;
let gina: Awaited<ReturnType<typeof aMember>>;
let noor: Awaited<ReturnType<typeof aPerson>>;
let [id, other, fileId, home] = ["", "", "", ""];

const idOf = ({ id }: Actor) => id.replace("person:", "");
const codes = (result: { ok: boolean; problems?: { code: string }[] }) => result.problems?.map(({ code }) => code) ?? "ok";
const invite = (actor: Actor = office.bram) => inviteGuest(actor, id, { person: idOf(gina), reason: "Only one of ours is free." });

async function holders(): Promise<string[]> {
  const [row] = await db.select({ holderIds: cases.holderIds }).from(cases).where(eq(cases.applicationId, id));
  return row?.holderIds.toSorted() ?? [];
}

async function anApplicationOf(applicantId: string): Promise<string> {
  const [row] = await db.insert(applications).values({ applicantId, content: anApplication() }).returning({ id: applications.id });
  return row?.id ?? "";
}

beforeEach(async () => {
  await emptyDatabase();
  office = await anOffice(await anOrganisation("leerpadenraad", { en: "Council" }, { roles: ["competent-authority"] }));
  home = await anOrganisation("conseil", { en: "Conseil" }, { roles: ["competent-authority"] });
  gina = await aMember(home, "assessor");
  noor = await aPerson("noor@example.org");
  [id, other] = [await anApplicationOf(noor.personId), await anApplicationOf((await aPerson("omar@example.org")).personId)];
  const [kept] = await db.insert(files).values(evidenceOf(id)).returning({ id: files.id });
  fileId = kept?.id ?? "";
  await mustDo(submitApplication(noor, id));
  await declareAll(id, [office.bram]);
});

it("sees that one case and no other, once they said that they are free, and is told of it", async () => {
  expect(await findCase(gina, id)).toBeUndefined();
  expect(codes(await declareForCase(gina, id, null))).toEqual(["applicationUnknown"]);
  expect((await Promise.all([invite(), invite()])).map(codes)).toEqual(["ok", "ok"]);
  expect(
    await db
      .select()
      .from(notices)
      .where(eq(notices.personId, idOf(gina))),
  ).toMatchObject([{ kind: "guest-invited", organisationId: home, path: `oversight/applications/${id}`, mailedAt: expect.any(Date) }]);
  expect(await findCase(gina, id)).toMatchObject({ gate: "undeclared" });
  expect(await openEvidence(gina, id, fileId)).toBeUndefined();
  await mustDo(declareForCase(gina, id, null));
  expect(await findCase(gina, id)).toMatchObject({ gate: "open" });
  expect(await openEvidence(gina, id, fileId)).toMatchObject({ name: "finding.pdf" });
  expect(await findCase(gina, other)).toBeUndefined();
  expect((await listQueue(gina, queueQuery.parse({ state: "all" }))).rows.map((row) => row.id)).toEqual([id]);
  expect((await listQueue(await aMember(home, "assessor"), queueQuery.parse({ state: "all" }))).rows).toEqual([]);
  // As somebody else than the assessor of the authority that they were asked from they are no guest.
  expect(await findCase({ ...gina, organisationId: await anOrganisation("third") }, id)).toBeUndefined();
  expect(await findCase({ ...gina, role: "registrar" }, id)).toBeUndefined();
});

it("assesses as an assessor does and does nothing else; what they found is theirs until both are in; it ends with the decision", async () => {
  const { bram, ada } = office;
  await mustDo(invite());
  await declareAll(id, [ada, gina]);
  expect(codes(await checkGateway(gina, id, checksForm()))).toEqual(["notAllowed"]);
  await mustDo(checkGateway(bram, id, checksForm()));
  expect(codes(await assignAssessors(bram, id, { assessors: [ada.personId, idOf(gina)] }))).toBe("ok");
  await mustDo(assess(gina, id, assessmentForm()));
  expect(codes(await takeBackGuest(bram, id, idOf(gina)))).toEqual(["guestHandedIn"]);
  const found = await findCase(ada, id);
  expect(found?.gate === "open" && found.state.assessments).toEqual([]);
  // Whoever assigns sees who has how much to hand in.
  const open = new Map((await listAssessors({ id })).map((one) => [one.id, one.open]));
  expect([ada.personId, idOf(gina), office.otto.personId].map((one) => open.get(one))).toEqual([1, 0, 0]);
  await mustDo(assess(ada, id, assessmentForm()));
  const form = { from: today(), accredit: "yes", standard: "esg", type: "institutional-license", levels: ["4", "5", "6"] };
  const registration = registrationInput.parse({ ...form, fields: "some", field: ["04", "06"], end: "open" });
  expect(codes(await registerApplicant(gina, id, registration))).toEqual(["notAllowed"]);
  await mustDo(registerApplicant(bram, id, registration));
  expect(await findCase(gina, id)).toBeUndefined();
  expect(await openEvidence(gina, id, fileId)).toBeUndefined();
  expect(await db.select().from(caseGuests).where(sql`ended_at is null`)).toEqual([]);
});

it("is asked by a registrar of the case alone, and taken back while nothing is handed in", async () => {
  const elsewhere = await aMember(home, "registrar");
  expect(codes(await invite(elsewhere))).toEqual(["applicationUnknown"]);
  await declareAll(id, [office.ada]);
  expect(codes(await invite(office.ada))).toEqual(["notAllowed"]);
  expect(codes(await invite(office.rosa))).toEqual(["conflictUndeclared"]);
  for (const person of [office.otto.personId, noor.personId, idOf(elsewhere), crypto.randomUUID()])
    expect(codes(await inviteGuest(office.bram, id, { person, reason: "?" }))).toEqual(["guestNotFree"]);
  await mustDo(invite());
  await mustDo(declareForCase(gina, id, null));
  await mustDo(checkGateway(office.bram, id, checksForm()));
  await mustDo(assignAssessors(office.bram, id, { assessors: [office.ada.personId, idOf(gina)] }));
  expect(codes(await takeBackGuest(elsewhere, id, idOf(gina)))).toEqual(["applicationUnknown"]);
  expect(await holders()).toEqual([office.ada.personId, idOf(gina)].sort());
  expect(codes(await takeBackGuest(office.bram, id, idOf(gina)))).toBe("ok");
  expect(codes(await takeBackGuest(office.bram, id, idOf(gina)))).toBe("ok");
  // Nobody waits for them: neither the queue nor the case names them.
  expect(await holders()).toEqual([office.ada.personId]);
  const found = await findCase(office.bram, id);
  expect(found?.gate === "open" && found.state.assessors).toEqual([office.ada.personId]);
  expect(codes(await assess(gina, id, assessmentForm()))).toEqual(["applicationUnknown"]);
  expect(codes(await assignAssessors(office.bram, id, { assessors: [office.ada.personId, idOf(gina)] }))).toEqual(["twoAssessors"]);
  const happened = await db
    .select({ type: events.type, after: events.after })
    .from(events)
    .where(sql`type like 'case.guest%'`)
    .orderBy(events.id);
  expect(happened).toMatchObject([
    { type: "case.guest-invited", after: { reason: "Only one of ours is free." } },
    { type: "case.guest-taken-back" },
  ]);
  expect((await db.select().from(notices).where(eq(notices.kind, "guest-ended"))).map(({ personId }) => personId)).toEqual([idOf(gina)]);
});

it("who declared a conflict cannot be asked again", async () => {
  await mustDo(invite());
  await mustDo(declareForCase(gina, id, "My cousin leads it."));
  expect(await findCase(gina, id)).toMatchObject({ gate: "conflictDeclared" });
  await mustDo(takeBackGuest(office.bram, id, idOf(gina)));
  expect(await listInvitable({ id })).toEqual([]);
  expect(codes(await invite())).toEqual(["guestNotFree"]);
});
