import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db";
import { auditActs, auditCases, decisionDrafts, events, files, notices } from "@/db/schema";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { remindOfAudits } from "@/lib/jobs/notice-what-is-due";
import { listKept } from "@/lib/offerings/kept/queries";
import { onDay } from "@/lib/testing/audits";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { aDecidedProvider } from "@/lib/testing/deciding";
import { anOffering } from "@/lib/testing/offerings";
import { aMember } from "@/lib/testing/people";
import { answerFindings, handInEvidence, stateAction } from "./answering/commands";
import { addAuditFile, openAuditFile, removeAuditFile } from "./evidence/commands";
import { draftFinding, dropDraft, finaliseFindings, sendFindings, settleFinding } from "./findings/commands";
import { acceptAction, announceAudit, askEvidence, closeAudit, demandAction, prolongAction, returnAction } from "./handling/commands";
import { assignAuditor, declareForAudit, openAudit } from "./opening/commands";
import { proposeDecision } from "./proposals/commands";
import { findSummary } from "./public/queries";
import { findAudit, findOwnAudit } from "./queries";
import { auditQuery } from "./queue/list";
import { listAudits, listOwnDue } from "./queue/queries";
import { publishSummary } from "./summaries/commands";

type Cast = Awaited<ReturnType<typeof aDecidedProvider>>;
let cast: Cast;
let other: Cast;
let elsewhere: Awaited<ReturnType<typeof aMember>>;
let viewer: Awaited<ReturnType<typeof aMember>>;
const slug = `audited-${crypto.randomUUID().slice(0, 8)}`;
const summary = { nl: "In orde.", fr: "En ordre.", de: "In Ordnung.", en: "In order." };

beforeAll(async () => {
  await emptyDatabase();
  [cast, other] = [await aDecidedProvider(), await aDecidedProvider()];
  elsewhere = await aMember(cast.elsewhere.organisationId, "auditor");
  viewer = await aMember(cast.provider.id, "viewer");
  await anOffering(cast.provider, { slug });
});
afterAll(closeDatabase);

async function must(result: Promise<{ ok: boolean; problems?: unknown }>): Promise<void> {
  const done = await result;
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
}

const later = (days: number) => addDays(today(), days);
const finding = (change: Record<string, unknown> = {}) =>
  ({
    finding: 1,
    standard: "annex-workload",
    grade: "major",
    text: "75 hours are stated, 40 are taught.",
    offering: slug,
    version: undefined,
    ...change,
  }) as never;
const cause = { provider: "", offering: "", cause: "A report.", standards: "S1 Assessment" };

async function opened(auditor = cast.auditor): Promise<number> {
  const made = await openAudit(auditor, crypto.randomUUID(), { ...cause, provider: cast.provider.slug, offering: slug });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  await must(declareForAudit(auditor, made.value.number, null));
  return made.value.number;
}

/** As far as a step, by everybody who has a part in it. */
async function upTo(step: "asked" | "examined" | "sent" | "final"): Promise<number> {
  const number = await opened();
  await must(assignAuditor(cast.auditor, number, cast.auditor.personId));
  await must(announceAudit(cast.auditor, number, "We look at the workload."));
  await must(askEvidence(cast.auditor, number, { items: ["The timetable"], dueOn: later(14) }));
  if (step === "asked") return number;
  await must(handInEvidence(cast.manager, number, "It is in the mail."));
  if (step === "examined") return number;
  await must(draftFinding(cast.auditor, number, finding()));
  await must(sendFindings(cast.auditor, number, later(14)));
  if (step === "sent") return number;
  await must(answerFindings(cast.manager, number, { "answer-1": ["accept"] }));
  await must(finaliseFindings(cast.auditor, number));
  return number;
}

const code = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? "ok" : result.problems?.[0]?.code);

test("nobody works on an audit before they said that they are free, of another region, or without the right", async () => {
  const id = crypto.randomUUID();
  const given = { ...cause, provider: `https://site.example/en/providers/${cast.provider.slug}?x=1` };
  expect(code(await openAudit(cast.registrar, id, given))).toBe("notAllowed");
  expect(code(await openAudit(elsewhere, id, given))).toBe("overseenProviderUnknown");
  expect(code(await openAudit(cast.auditor, id, { ...given, offering: "not-there" }))).toBe("offeringOfProviderMissing");
  const made = await Promise.all([openAudit(cast.auditor, id, given), openAudit(cast.auditor, id, given)]);
  expect(new Set(made.map((one) => (one.ok ? one.value.number : 0))).size).toBe(1);
  const number = made[0]?.ok ? made[0].value.number : 0;
  expect(code(await announceAudit(cast.auditor, number, "Hello"))).toBe("conflictUndeclared");
  expect((await findAudit(cast.auditor, String(number)))?.gate).toBe("undeclared");
  await must(declareForAudit(cast.registrar, number, null));
  expect(code(await announceAudit(cast.registrar, number, "Hello"))).toBe("notAllowed");
  for (const who of [elsewhere, cast.manager, other.manager]) {
    expect(code(await announceAudit(who, number, "Hello"))).toBe("auditUnknown");
    expect(await findAudit(who, String(number))).toBeUndefined();
  }
  expect(code(await declareForAudit(elsewhere, number, null))).toBe("auditUnknown");
});

test("a conflict shuts the audit, and every other about that provider", async () => {
  const friend = await aMember(cast.provider.authorityId, "auditor");
  const number = await opened();
  await must(declareForAudit(friend, number, "My sister teaches there."));
  for (const one of [number, await opened()]) {
    expect((await findAudit(friend, String(one)))?.gate).toBe("conflictDeclared");
    expect(code(await announceAudit(friend, one, "Hello"))).toBe("conflictDeclared");
    expect(code(await declareForAudit(friend, one, null))).toBe("conflictDeclared");
  }
  expect(code(await assignAuditor(cast.auditor, number, friend.personId))).toBe("auditorNotFree");
  expect(code(await assignAuditor(cast.auditor, number, cast.registrar.personId))).toBe("auditorMissing");
  expect(code(await openAudit(friend, crypto.randomUUID(), { ...cause, provider: cast.provider.slug }))).toBe("conflictDeclared");
});

test("the provider knows nothing of an audit before it is announced, and another provider never", async () => {
  const number = await opened();
  expect(await findOwnAudit(cast.manager, String(number))).toBeUndefined();
  expect(code(await handInEvidence(cast.manager, number, "Here"))).toBe("auditUnknown");
  await must(announceAudit(cast.auditor, number, "We look at it."));
  expect(code(await announceAudit(cast.auditor, number, "We look at it."))).toBe("ok");
  expect(await db.$count(auditActs, sql`case_id = (select id from audit_cases where number = ${number})`)).toBe(1);
  expect(await findOwnAudit(cast.manager, String(number))).toBeDefined();
  expect(await findOwnAudit(other.manager, String(number))).toBeUndefined();
  expect(code(await handInEvidence(other.manager, number, "Here"))).toBe("auditUnknown");
  expect(code(await handInEvidence(viewer, number, "Here"))).toBe("notAllowed");
  expect(code(await handInEvidence(cast.manager, number, "Here"))).toBe("auditNotAtStage");
});

test("evidence is handed in by files, and every look at one is recorded", async () => {
  const number = await upTo("asked");
  const pdf = { name: "Timetable.pdf", bytes: new TextEncoder().encode("%PDF-1.7\n% the timetable") };
  expect(code(await handInEvidence(cast.manager, number, ""))).toBe("auditNothingHandedIn");
  expect(code(await addAuditFile(cast.manager, number, "provider", { ...pdf, bytes: new Uint8Array([1, 2, 3]) }))).toBe("evidenceNotTaken");
  for (const who of [other.manager, cast.auditor]) expect(code(await addAuditFile(who, number, "provider", pdf))).toBe("auditUnknown");
  await Promise.all([addAuditFile(cast.manager, number, "provider", pdf), addAuditFile(cast.manager, number, "provider", pdf)]);
  await must(addAuditFile(cast.auditor, number, "authority", { ...pdf, bytes: new TextEncoder().encode("%PDF-1.7\n% my notes") }));
  const own = await findOwnAudit(cast.manager, String(number));
  expect(own?.files.map(({ side }) => side)).toEqual(["provider"]);
  const found = await findAudit(cast.auditor, String(number));
  const all = found?.gate === "open" ? found.files : [];
  const [theirs, papers] = [all.find(({ side }) => side === "provider")?.id ?? "", all.find(({ side }) => side === "authority")?.id ?? ""];
  expect(await openAuditFile(cast.manager, String(number), papers)).toBeUndefined();
  for (const who of [other.manager, elsewhere, cast.colleague]) expect(await openAuditFile(who, String(number), theirs)).toBeUndefined();
  expect((await openAuditFile(cast.auditor, String(number), theirs))?.name).toBe("Timetable.pdf");
  expect(await db.$count(events, sql`type = 'evidence.viewed' and subject = 'audit' and actor = ${cast.auditor.id}`)).toBe(1);
  await must(removeAuditFile(cast.manager, number, theirs));
  await must(addAuditFile(cast.manager, number, "provider", pdf));
  await must(handInEvidence(cast.manager, number, ""));
  expect(code(await removeAuditFile(cast.manager, number, theirs))).toBe("auditHandedIn");
  expect(await db.$count(files, eq(files.subject, "audit"))).toBe(1);
});

test("a finding names the version that was inspected; the database knows no other", async () => {
  const number = await upTo("examined");
  expect(code(await draftFinding(cast.auditor, number, finding({ version: 9 })))).toBe("auditVersionUnknown");
  expect(code(await draftFinding(cast.auditor, number, finding({ offering: "" })))).toBe("auditStandardMissing");
  expect(code(await draftFinding(cast.auditor, number, finding({ offering: "", standard: "S9" })))).toBe("auditStandardMissing");
  expect(code(await sendFindings(cast.auditor, number, later(9)))).toBe("auditFoundNothing");
  await must(draftFinding(cast.auditor, number, finding()));
  await must(draftFinding(cast.auditor, number, finding()));
  await must(draftFinding(cast.auditor, number, finding({ text: "Said better." })));
  await must(draftFinding(cast.auditor, number, finding({ finding: 2, standard: "S1", offering: "", grade: "conform" })));
  await must(dropDraft(cast.auditor, number, 2));
  const found = await findAudit(cast.auditor, String(number));
  expect(found?.gate === "open" && found.words.map(({ number: of, revision, versionNumber }) => [of, revision, versionNumber])).toEqual([
    [1, 1, 1],
    [1, 2, 1],
    [2, 1, null],
  ]);
  const refused = async (change: ReturnType<typeof sql>) =>
    db.execute(change).then(
      () => "taken",
      (fault: { cause?: { message: string } }) => fault.cause?.message ?? "",
    );
  expect(
    await refused(sql`insert into audit_findings (case_id, number, revision, offering_id, version_number, standard, grade, text)
    select c.id, 7, 1, c.offering_id, 9, 'S1', 'major', '' from audit_cases c where number = ${number}`),
  ).toContain("audit_findings_version");
  expect(await refused(sql`update audit_findings set text = 'Nothing'`)).toContain("never changed");
  expect(await refused(sql`delete from audit_acts`)).toContain("never changed");
  expect((await findOwnAudit(cast.manager, String(number)))?.words).toEqual([]);
  await must(sendFindings(cast.auditor, number, later(9)));
  expect((await findOwnAudit(cast.manager, String(number)))?.words.map(({ text }) => text)).toEqual(["Said better."]);
});

test("answered by two at once, findings are answered once", async () => {
  const number = await upTo("sent");
  const editor = await aMember(cast.provider.id, "editor");
  const answers = await Promise.all([
    answerFindings(cast.manager, number, { "answer-1": ["contest"], "text-1": ["It is 75 with work at home."] }),
    answerFindings(editor, number, { "answer-1": ["accept"] }),
  ]);
  expect(answers.map(code).sort()).toEqual(["auditNotAtStage", "ok"]);
  expect(
    await db.$count(auditActs, sql`act->>'kind' = 'answered' and case_id = (select id from audit_cases where number = ${number})`),
  ).toBe(1);
});

test("what is contested is kept, changed or dropped with the reason, and what it said before stays to be read", async () => {
  const number = await upTo("sent");
  expect(code(await answerFindings(cast.manager, number, {}))).toBe("auditAnswerMissing");
  expect(code(await answerFindings(cast.manager, number, { "answer-1": ["contest"] }))).toBe("auditContestWhy");
  expect(code(await finaliseFindings(cast.auditor, number))).toBe("auditProviderHasTime");
  const contest = { "answer-1": ["contest"], "text-1": ["It is 75 with work at home."] };
  await must(answerFindings(cast.manager, number, contest));
  await must(answerFindings(cast.manager, number, contest));
  expect(code(await finaliseFindings(cast.auditor, number))).toBe("auditUnsettled");
  const same = {
    how: "changed",
    reason: "So it is.",
    standard: "annex-workload",
    grade: "major",
    text: "75 hours are stated, 40 are taught.",
  } as const;
  expect(code(await settleFinding(cast.auditor, number, 1, same))).toBe("auditNothingChanged");
  const changed = { ...same, grade: "remark", text: "Say that work at home is counted." } as const;
  for (const who of [cast.registrar, elsewhere]) expect(code(await settleFinding(who, number, 1, changed))).not.toBe("ok");
  await must(settleFinding(cast.auditor, number, 1, changed));
  await must(settleFinding(cast.auditor, number, 1, changed));
  await must(finaliseFindings(cast.auditor, number));
  const own = await findOwnAudit(cast.manager, String(number));
  expect(own?.words.map(({ grade }) => grade)).toEqual(["major", "remark"]);
  await must(closeAudit(cast.auditor, number));
  expect((await findOwnAudit(cast.manager, String(number)))?.state.result).toBe("remarks");
});

test("a corrective action is reminded of, sent back, prolonged, accepted; then the audit closes and is told of", async () => {
  const number = await upTo("final");
  const demand = { action: 1, finding: 1, what: "State the hours that are taught.", dueOn: later(20) };
  expect(code(await closeAudit(cast.auditor, number))).toBe("auditNotCorrected");
  await must(demandAction(cast.auditor, number, demand));
  await must(demandAction(cast.auditor, number, demand));
  expect(code(await demandAction(cast.auditor, number, { ...demand, action: 2, dueOn: today() }))).toBe("dayNotAhead");
  expect((await listKept(cast.manager)).find((one) => one.slug === slug)?.attention).toContain("audited");
  const [{ id } = { id: "" }] = await db.select({ id: auditCases.id }).from(auditCases).where(eq(auditCases.number, number));
  const reminded = () =>
    db.$count(notices, sql`kind = 'audit-due' and about like ${`${id}%`} and person_id = ${cast.manager.personId}::uuid`);
  for (const days of [5, 6, 7, 20, 21, 22]) {
    await onDay(later(days), async () => await remindOfAudits(today()));
    expect(await reminded(), String(days)).toBe(days < 6 ? 0 : days < 20 ? 1 : days < 21 ? 2 : 3);
  }
  await onDay(later(25), async () => {
    expect((await listOwnDue(cast.manager)).find((one) => one.number === number)?.overdue).toBe(1);
    expect((await listAudits(cast.auditor, auditQuery.parse({ state: "late" }), "authority")).rows.map((one) => one.number)).toContain(
      number,
    );
  });
  expect(code(await prolongAction(cast.auditor, number, 1, { dueOn: later(19), reason: "Why not" }))).toBe("auditNotLonger");
  await must(prolongAction(cast.auditor, number, 1, { dueOn: later(40), reason: "Holidays." }));
  expect(code(await stateAction(cast.manager, number, 1, { text: "Done.", version: 1 }))).toBe("auditVersionMends");
  expect(code(await stateAction(other.manager, number, 1, { text: "Done." }))).toBe("auditUnknown");
  await must(stateAction(cast.manager, number, 1, { text: "Done." }));
  await must(returnAction(cast.auditor, number, 1, { reason: "Still 75.", dueOn: later(60) }));
  await must(stateAction(cast.manager, number, 1, { text: "Done now." }));
  expect(code(await publishSummary(cast.auditor, number, summary))).toBe("auditNotAtStage");
  const accepted = await Promise.all([acceptAction(cast.auditor, number, 1), acceptAction(cast.auditor, number, 1)]);
  expect(accepted.map(code)).toEqual(["ok", "ok"]);
  await must(closeAudit(cast.auditor, number));
  expect(await findSummary(String(number))).toBeUndefined();
  expect(code(await publishSummary(cast.registrar, number, summary))).toBe("notAllowed");
  await must(publishSummary(cast.auditor, number, summary));
  await must(publishSummary(cast.auditor, number, summary));
  await must(publishSummary(cast.auditor, number, { ...summary, en: "In order now." }));
  expect(await findSummary(String(number))).toMatchObject({ result: "corrected", edition: 2, text: { en: "In order now." } });
  expect((await listKept(cast.manager)).find((one) => one.slug === slug)?.attention).not.toContain("audited");
});

test("an auditor proposes and does not decide; then an audit can close uncorrected", async () => {
  const number = await upTo("final");
  const proposal = { kind: "limit", effect: "warning" } as const;
  for (const who of [cast.registrar, elsewhere]) expect(code(await proposeDecision(who, number, proposal, "en"))).not.toBe("ok");
  await Promise.all([proposeDecision(cast.auditor, number, proposal, "en"), proposeDecision(cast.auditor, number, proposal, "en")]);
  const found = await findAudit(cast.auditor, String(number));
  const proposals = found?.gate === "open" ? found.proposals : [];
  expect(proposals.length).toBe(1);
  const [draft] = await db
    .select()
    .from(decisionDrafts)
    .where(eq(decisionDrafts.id, proposals[0]?.draftId ?? ""));
  expect(draft).toMatchObject({ kind: "limit", organisationId: cast.provider.id, form: { effect: ["warning"], offering: [slug] } });
  expect(draft?.form["reasons.en"]?.[0]).toContain("75 hours are stated");
  await must(closeAudit(cast.auditor, number));
  expect((await findOwnAudit(cast.manager, String(number)))?.state.result).toBe("not-corrected");
});
