import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { applications, criteriaSets, events, files, organisationIdentifiers } from "@/db/schema";
import { declareForCase } from "@/lib/casework/commands";
import { queueQuery } from "@/lib/casework/queue/list";
import { listQueue } from "@/lib/casework/queue/queries";
import { findCase } from "@/lib/casework/review/queries";
import { shippedCriteria } from "@/lib/criteria/queries";
import { anApplication } from "@/lib/testing/applications";
import { emptyDatabase } from "@/lib/testing/database";
import { aMember, aPerson } from "@/lib/testing/people";
import { anOrganisation } from "@/lib/testing/registry";
import { findAsked } from "./asked/queries";
import { answerAuthority, beginApplication, saveStep, submitApplication, withdrawApplication } from "./commands";
import { type ApplicationContent, type FormStep, type StepPart, steps } from "./content";
import { askApplicant } from "./decisions/commands";
import { addEvidence, removeEvidence } from "./evidence/commands";
import { findApplication, findEvidence, findOwnApplication, listEvidence, listMessages, listOwnApplications } from "./queries";

const fileOf = (name: string) => ({ name: `${name}.pdf`, bytes: new TextEncoder().encode(`%PDF-1.7 a ${name}`) });
const pdf = fileOf("decision");
let noor: Awaited<ReturnType<typeof aPerson>>;
let bram: Awaited<ReturnType<typeof aMember>>;
let claire: Awaited<ReturnType<typeof aMember>>;

beforeEach(async () => {
  await emptyDatabase();
  const authority = (slug: string) => anOrganisation(slug, { en: slug }, { roles: ["competent-authority"] });
  noor = await aPerson("noor@example.org");
  bram = await aMember(await authority("leerpadenraad"), "registrar");
  claire = await aMember(await authority("conseil-des-parcours"), "registrar");
});

const codes = (result: { ok: boolean; problems?: { code: string }[] }) => result.problems?.map(({ code }) => code) ?? "ok";
const eventsOf = async (id: string) =>
  (await db.select({ type: events.type }).from(events).where(eq(events.subjectId, id)).orderBy(events.id)).map(({ type }) => type);

async function begun(): Promise<string> {
  const made = await beginApplication(noor);
  if (!made.ok) throw new Error("not begun");
  return made.value.id;
}

async function filled(content: ApplicationContent = anApplication()): Promise<string> {
  const id = await begun();
  for (const step of steps.filter((one): one is FormStep => one !== "evidence"))
    expect(codes(await saveStep(noor, id, 99, { step, part: content[step] } as StepPart)), step).toBe("ok");
  for (const document of ["finding", "policy"]) expect(codes(await addEvidence(noor, id, fileOf(document), document))).toBe("ok");
  return id;
}

test("an application is filled in by steps, left, resumed and sent to the authority of its seat, once", async () => {
  const id = await filled();
  expect((await findOwnApplication(noor, id))?.content).toMatchObject({ type: "adult-education", places: { seat: "Gent" } });
  expect(await findApplication(bram, id)).toBeUndefined();
  expect((await Promise.all([submitApplication(noor, id), submitApplication(noor, id)])).map(codes)).toEqual(["ok", "ok"]);
  expect((await eventsOf(id)).filter((type) => type === "application.submitted")).toHaveLength(1);
  expect(await findApplication(bram, id)).toMatchObject({
    status: "submitted",
    authorityId: bram.organisationId,
    applicantEmail: noor.email,
  });
  expect((await listQueue(bram, queueQuery.parse({}))).rows.map((one) => one.id)).toEqual([id]);
  expect((await listOwnApplications(noor)).map(({ status }) => status)).toEqual(["submitted"]);
  expect(codes(await saveStep(noor, id, 99, { step: "type", part: "employer" }))).toEqual(["applicationClosed"]);
  expect(codes(await addEvidence(noor, id, { ...pdf, bytes: new TextEncoder().encode("%PDF-2") }))).toEqual(["applicationClosed"]);
});

test("what is missing keeps it from being sent, and nothing is lost", async () => {
  const id = await filled();
  await saveStep(noor, id, 99, { step: "type", part: null });
  expect(codes(await submitApplication(noor, id))).toEqual(["applicationIncomplete"]);
  expect((await findOwnApplication(noor, id))?.status).toBe("draft");
});

test("what its authority asks has to be answered, by the version in force as long as it is a draft, then by the one that its case keeps", async () => {
  const id = await filled(anApplication({ answers: {} }));
  const save = async (answers: Record<string, string[]>) => codes(await saveStep(noor, id, 99, { step: "answers", part: answers }));
  const asked = async () => {
    const own = await findOwnApplication(noor, id);
    return own && (await findAsked(own))?.questions.map(({ code }) => code);
  };
  expect(codes(await submitApplication(noor, id))).toEqual(["applicationIncomplete"]);
  await save(anApplication().answers);
  const [policy] = (await listEvidence({ id })).filter(({ document }) => document === "policy");
  await removeEvidence(noor, id, policy?.id ?? "");
  expect(codes(await submitApplication(noor, id))).toEqual(["applicationIncomplete"]);
  await addEvidence(noor, id, fileOf("policy"), "policy");

  const version = (number: number, questions: string[]) => ({
    authorityId: bram.organisationId ?? "",
    number,
    content: { ...shippedCriteria, form: { questions: shippedCriteria.form.questions.filter(({ code }) => questions.includes(code)) } },
    validFrom: "2026-01-01",
    publishedAt: new Date(),
  });
  await db.insert(criteriaSets).values(version(1, ["staff", "support"]));
  expect(await asked()).toEqual(["staff", "support"]);
  await save({ staff: ["Four."], complaints: ["no"] });
  expect(codes(await submitApplication(noor, id))).toEqual(["applicationIncomplete"]);
  await save({ staff: ["Four."], support: ["A coach."], complaints: ["no"] });
  expect(codes(await submitApplication(noor, id))).toBe("ok");

  await db.insert(criteriaSets).values(version(2, ["recognition"]));
  await declareForCase(bram, id, null);
  expect(codes(await askApplicant(bram, id, "Who teaches?"))).toBe("ok");
  expect(await asked()).toEqual(["staff", "support"]);
  await save({ support: ["A coach."] });
  expect(codes(await answerAuthority(noor, id, "Three."))).toEqual(["applicationIncomplete"]);
  await save({ staff: ["Three."], support: ["A coach."] });
  expect(codes(await answerAuthority(noor, id, "Three."))).toBe("ok");
  expect(await findCase(bram, id)).toMatchObject({
    criteria: { number: 1 },
    application: { content: { answers: { staff: ["Three."], support: ["A coach."] } } },
  });
});

test("where nobody answers for the seat yet, nothing is known of what is asked", async () => {
  const id = await begun();
  const own = async () => (await findOwnApplication(noor, id)) as NonNullable<Awaited<ReturnType<typeof findOwnApplication>>>;
  expect(await findAsked(await own())).toBeUndefined();
  expect(codes(await addEvidence(noor, id, pdf, "policy"))).toEqual(["valueNotAccepted"]);
  await saveStep(noor, id, 99, { step: "places", part: anApplication().places });
  expect((await findAsked(await own()))?.documents.map(({ code }) => code)).toEqual(["finding", "policy", "outline"]);
});

test("an identifier that somebody holds is not applied for again", async () => {
  const holder = await anOrganisation("holder", { en: "Holder" });
  const held = { organisationId: holder, scheme: "vat", value: "BE0203430576" };
  await db.insert(organisationIdentifiers).values({ ...held, valid: "[2001-01-01,)" });
  const id = await filled();
  expect(codes(await submitApplication(noor, id))).toEqual(["identifierHeld"]);
  await db.update(organisationIdentifiers).set({ recorded: sql`tstzrange(lower(recorded), now())` });
  await db.insert(organisationIdentifiers).values({ ...held, valid: "[2001-01-01,2020-01-01)" });
  expect(codes(await submitApplication(noor, id))).toBe("ok");
});

test("two tabs on one step lose nothing; on two steps they do not meet", async () => {
  const id = await begun();
  expect(codes(await saveStep(noor, id, 1, { step: "type", part: "employer" }))).toBe("ok");
  expect(codes(await saveStep(noor, id, 1, { step: "contact", part: { name: "N", email: "", phone: "" } }))).toBe("ok");
  expect(codes(await saveStep(noor, id, 1, { step: "type", part: "vocational" }))).toEqual(["changedMeanwhile"]);
  expect(codes(await saveStep(noor, id, 1, { step: "type", part: "employer" }))).toBe("ok");
  const seen = await findOwnApplication(noor, id);
  expect(seen?.content).toMatchObject({ type: "employer", contact: { name: "N" } });
  expect(codes(await saveStep(noor, id, seen?.revision ?? 0, { step: "type", part: "vocational" }))).toBe("ok");

  const both = await Promise.all(
    (["other", "employer"] as const).map((part) => saveStep(noor, id, seen ? seen.revision + 1 : 0, { step: "type", part })),
  );
  expect(both.map(codes)).toContainEqual(["changedMeanwhile"]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test("the authority asks, the applicant corrects and answers", async () => {
  const id = await filled();
  await submitApplication(noor, id);
  expect(codes(await answerAuthority(noor, id, "What?"))).toEqual(["applicationClosed"]);
  expect(codes(await declareForCase(bram, id, null))).toBe("ok");
  expect(codes(await askApplicant(bram, id, "Which street?"))).toBe("ok");
  expect(codes(await saveStep(noor, id, 99, { step: "type", part: "employer" }))).toBe("ok");
  const moved = { ...anApplication().places, seat: "Namur" };
  expect(codes(await saveStep(noor, id, 99, { step: "places", part: moved }))).toEqual(["seatOfOtherAuthority"]);
  expect(codes(await answerAuthority(noor, id, "Coupure"))).toBe("ok");
  const seen = await findApplication(bram, id);
  expect(seen).toMatchObject({ status: "submitted", content: { type: "employer" } });
  expect(seen && (await listMessages(seen)).map(({ side, text }) => [side, text])).toEqual([
    ["authority", "Which street?"],
    ["applicant", "Coupure"],
  ]);
});

test("it is taken back until it is decided, and stays to be read", async () => {
  const id = await filled();
  await submitApplication(noor, id);
  expect(codes(await withdrawApplication(noor, id))).toBe("ok");
  expect(codes(await withdrawApplication(noor, id))).toBe("ok");
  expect((await findOwnApplication(noor, id))?.status).toBe("withdrawn");
  expect(codes(await declareForCase(bram, id, null))).toBe("ok");
  expect(codes(await askApplicant(bram, id, "Why?"))).toEqual(["applicationDecided"]);
  expect((await eventsOf(id)).filter((type) => type === "application.withdrawn")).toHaveLength(1);
});

test("evidence is what it holds, is kept once, and is removed", async () => {
  const id = await begun();
  expect(codes(await addEvidence(noor, id, { name: "x.pdf", bytes: new TextEncoder().encode("<script>") }))).toEqual(["evidenceNotTaken"]);
  expect(codes(await addEvidence(noor, id, { name: "x.pdf", bytes: new Uint8Array() }))).toEqual(["evidenceEmpty"]);
  const large = new Uint8Array(10 * 1024 * 1024 + 1);
  large.set(pdf.bytes);
  expect(codes(await addEvidence(noor, id, { name: "x.pdf", bytes: large }))).toEqual(["evidenceTooLarge"]);
  await Promise.all([addEvidence(noor, id, pdf), addEvidence(noor, id, pdf)]);
  const [file, ...more] = await listEvidence({ id });
  expect(more).toEqual([]);
  expect(file).toMatchObject({ name: "decision.pdf", mediaType: "application/pdf", size: pdf.bytes.byteLength });
  expect(Buffer.from((await findEvidence(noor, id, file?.id ?? ""))?.bytes ?? []).toString()).toBe("%PDF-1.7 a decision");
  await saveStep(noor, id, 99, { step: "places", part: anApplication().places });
  expect(codes(await addEvidence(noor, id, pdf, "song"))).toEqual(["valueNotAccepted"]);
  expect(codes(await addEvidence(noor, id, pdf, "policy"))).toBe("ok");
  expect(await listEvidence({ id })).toEqual([{ ...file, document: "policy" }]);
  expect(codes(await removeEvidence(noor, id, file?.id ?? ""))).toBe("ok");
  expect(await db.select({ id: files.id }).from(files)).toEqual([]);
});

test("an application of somebody else, or of another authority, is not there", async () => {
  const id = await filled();
  await submitApplication(noor, id);
  const [file] = await listEvidence({ id });
  for (const other of [await aPerson(), claire, bram]) {
    expect(await findOwnApplication(other, id)).toBeUndefined();
    expect(codes(await saveStep(other, id, 99, { step: "type", part: "employer" }))).toEqual(["applicationUnknown"]);
    expect(codes(await submitApplication(other, id))).toEqual(["applicationUnknown"]);
    expect(codes(await answerAuthority(other, id, "x"))).toEqual(["applicationUnknown"]);
    expect(codes(await withdrawApplication(other, id))).toEqual(["applicationUnknown"]);
    expect(codes(await addEvidence(other, id, pdf))).toEqual(["applicationUnknown"]);
    expect(codes(await removeEvidence(other, id, file?.id ?? ""))).toEqual(["applicationUnknown"]);
  }
  expect(await findEvidence(claire, id, file?.id ?? "")).toBeUndefined();
  expect(await findEvidence(await aPerson(), id, file?.id ?? "")).toBeUndefined();
  expect(await findEvidence(bram, id, file?.id ?? "")).toBeUndefined();
  expect(codes(await declareForCase(bram, id, null))).toBe("ok");
  expect(await findEvidence(bram, id, file?.id ?? "")).toMatchObject({ name: "finding.pdf", document: "finding" });
  expect(await findApplication(claire, id)).toBeUndefined();
  expect((await listQueue(claire, queueQuery.parse({ state: "all" }))).rows).toEqual([]);
  for (const nonsense of ["1", "%27", crypto.randomUUID()]) {
    expect(await findOwnApplication(noor, nonsense)).toBeUndefined();
    expect(codes(await submitApplication(noor, nonsense))).toEqual(["applicationUnknown"]);
  }
  expect(await db.$count(applications)).toBe(1);
});
