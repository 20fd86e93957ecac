import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db";
import { auditCases, auditSummaries, events, notices, organisationConflicts, reports } from "@/db/schema";
import { type Actor, personIdOf } from "@/lib/auth/permissions";
import { hashOf } from "@/lib/auth/secret";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { addDays } from "@/lib/days/days";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { aDecidedProvider } from "@/lib/testing/deciding";
import { anOffering } from "@/lib/testing/offerings";
import { aMember } from "@/lib/testing/people";
import { only } from "@/lib/testing/registry";
import { answerReport } from "./answering/commands";
import { closeReport, forwardReport } from "./handling/commands";
import { reportInput, reportQuery } from "./input";
import { findReport, findReportByLink, listReports } from "./queries";
import { type About, readAbout } from "./report";
import { confirmReportEmail, sendReport } from "./sending/commands";

type Cast = Awaited<ReturnType<typeof aDecidedProvider>>;
let cast: Cast;
let other: Cast;
let slug = "";

beforeAll(async () => {
  await emptyDatabase();
  [cast, other] = [await aDecidedProvider(), await aDecidedProvider({ nuts: "BE336" })];
  slug = `told-of-${crypto.randomUUID().slice(0, 8)}`;
  await anOffering(cast.provider, { slug });
});
afterAll(closeDatabase);

const about = () => ({ of: "offerings", slug, page: `offerings/${slug}` }) as const;
let said = 0;
const words = (change: Partial<{ kind: string; text: string; email: string }> = {}) =>
  reportInput.parse({ kind: "wrong", text: `The level is not what the certificate says, number ${++said}.`, ...change });

async function aReport(change: Parameters<typeof words>[0] = {}) {
  const sent = await sendReport(about(), "en", words(change));
  if (!sent.ok) throw new Error(JSON.stringify(sent.problems));
  const [row] = await db
    .select()
    .from(reports)
    .where(eq(reports.tokenHash, hashOf(sent.value.token)));
  if (!row) throw new Error("No report");
  return { ...row, token: sent.value.token };
}

const row = async (number: number) => (await db.select().from(reports).where(eq(reports.number, number)))[0];
const ahead = () => ({ dueOn: addDays(today(), 14), note: "What do you say?" });
const settled = { outcome: "substantiated", answer: "The provider has corrected it.", version: undefined, decision: undefined } as const;

test("a case names what was on the page, and the competent authority is told, no other", async () => {
  const { number, versionNumber, dueOn, page } = await aReport();
  expect({ versionNumber, dueOn, page }).toEqual({ versionNumber: 1, dueOn: addDays(today(), 30), page: `offerings/${slug}` });
  const told = await db
    .select()
    .from(notices)
    .where(eq(notices.path, `oversight/reports/${number}`));
  const people = told.map(({ personId }) => personId);
  expect(people).toContain(personIdOf(cast.registrar));
  expect(people).toContain(personIdOf(cast.auditor));
  expect(people).not.toContain(personIdOf(cast.elsewhere));
  expect(people).not.toContain(personIdOf(cast.manager));
});

test("a form that comes twice, at once too, is one case; the last link opens it", async () => {
  const input = words();
  const sent = await Promise.all([1, 2, 3].map(() => sendReport(about(), "en", input)));
  const links = await Promise.all(sent.map(async (one) => (one.ok ? await findReportByLink(one.value.token) : undefined)));
  expect(links.filter(Boolean)).toHaveLength(1);
  expect(await db.$count(reports, eq(reports.text, input.text))).toBe(1);
});

test("nothing is reported about what is no page", async () => {
  expect(await sendReport({ of: "offerings", slug: "not-there", page: "offerings/not-there" }, "en", words())).toMatchObject({
    problems: [{ code: "reportAboutNothing" }],
  });
  expect(await sendReport({ of: "providers", slug: "leerpadenraad", page: "providers/leerpadenraad" }, "en", words())).toMatchObject({
    ok: false,
  });
});

test("what is no report is refused by the field that says so", () => {
  const codes = (change: Record<string, string>) => {
    const read = reportInput.safeParse({ kind: "wrong", text: "Long enough to be a report.", ...change });
    return read.success ? [] : read.error.issues.map(({ message, path }) => `${path} ${message}`);
  };
  expect(codes({})).toEqual([]);
  expect(codes({ kind: "" })).toEqual(["kind reportKindMissing"]);
  expect(codes({ text: "  short  " })).toEqual(["text reportTooShort"]);
  expect(codes({ text: "https://a.example ".repeat(6) })).toEqual(["text reportTooManyLinks"]);
  expect(codes({ email: "not one" })).toEqual(["email emailNotUnderstood"]);
  expect(codes({ website: "https://spam.example" })).toEqual(["website reportTrap"]);
});

test("an authority puts it to the provider, which answers once; then it is closed with the answer", async () => {
  const { number, id, token } = await aReport();
  expect(await findReport(cast.manager, String(number), "provider")).toBeUndefined();
  expect(await answerReport(cast.manager, number, "Early.")).toMatchObject({ problems: [{ code: "reportUnknown" }] });

  expect(await forwardReport(cast.auditor, number, { dueOn: today(), note: "" })).toMatchObject({ problems: [{ code: "dayNotAhead" }] });
  expect(await forwardReport(cast.auditor, number, ahead())).toMatchObject({ ok: true });
  expect(await forwardReport(cast.registrar, number, { dueOn: addDays(today(), 3), note: "Again" })).toMatchObject({ ok: true });
  expect(await findReport(cast.manager, String(number), "provider")).toMatchObject({ providerDueOn: ahead().dueOn });

  expect(await answerReport(other.manager, number, "Not ours.")).toMatchObject({ problems: [{ code: "reportUnknown" }] });
  expect(await answerReport(await aMember(cast.provider.id, "viewer"), number, "May I?")).toMatchObject({
    problems: [{ code: "notAllowed" }],
  });
  expect(await answerReport(cast.manager, number, "We have corrected it.")).toMatchObject({ ok: true });
  expect(await answerReport(cast.manager, number, "We have corrected it.")).toMatchObject({ ok: true });
  expect(await answerReport(cast.manager, number, "Or not.")).toMatchObject({ problems: [{ code: "reportAnswered" }] });

  expect(await closeReport(cast.registrar, number, settled)).toMatchObject({ ok: true });
  expect(await closeReport(cast.colleague, number, { ...settled, answer: "Something else." })).toMatchObject({
    problems: [{ code: "reportClosed" }],
  });
  expect(await findReportByLink(token)).toMatchObject({
    answer: settled.answer,
    outcome: "substantiated",
    providerAnswer: "We have corrected it.",
  });
  const happened = await db.select().from(events).where(eq(events.subjectId, id));
  expect(happened.map(({ type }) => type)).toEqual(["report.forwarded", "report.answered", "report.closed"]);
});

test("what is wrong with the site itself is the case of its keeper, who puts it to nobody", async () => {
  const input = words();
  const sent = await sendReport({ of: "site", page: "statistics" }, "en", input);
  const report = sent.ok ? await findReportByLink(sent.value.token) : undefined;
  const number = report?.number ?? 0;
  expect(report).toMatchObject({ page: "statistics", providerSlug: country.keeper, versionNumber: null });
  const of = async (actor: Actor) => (await listReports(actor, reportQuery.parse({ q: "statistics" }), "authority")).rows.length;
  expect([await of(cast.registrar), await of(cast.elsewhere)]).toEqual([1, 0]);
  expect(await findReport(cast.elsewhere, String(number), "authority")).toBeUndefined();
  expect(await closeReport(cast.elsewhere, number, settled)).toMatchObject({ problems: [{ code: "reportUnknown" }] });
  expect(await forwardReport(cast.registrar, number, ahead())).toMatchObject({ problems: [{ code: "reportOfNoProvider" }] });
  const told = await db
    .select({ to: notices.personId })
    .from(notices)
    .where(eq(notices.path, `oversight/reports/${number}`));
  expect(told.map(({ to }) => to)).toContain(personIdOf(cast.registrar));
  expect(told.map(({ to }) => to)).not.toContain(personIdOf(cast.elsewhere));
  expect(await closeReport(cast.registrar, number, settled)).toEqual({ ok: true, value: null });
  expect(await row(number)).toMatchObject({ outcome: "substantiated", closedById: cast.registrar.organisationId });
});

test("what is wrong with the summary of an audit is about the provider that was audited", async () => {
  const { id: organisationId } = cast.provider;
  const { id, number } = only(
    await db
      .insert(auditCases)
      .values({
        authorityId: cast.provider.authorityId,
        organisationId,
        cause: "A look",
        standards: [],
        openedOn: today(),
        stage: "closed",
        turn: "nobody",
      })
      .returning({ id: auditCases.id, number: auditCases.number }),
  );
  const about = readAbout(`audits/summaries/${number}`) as About;
  expect(await sendReport(about, "en", words())).toMatchObject({ ok: false });
  await db
    .insert(auditSummaries)
    .values({ caseId: id, edition: 1, organisationId, result: "conform", text: { en: "Well." }, publishedOn: today() });
  const sent = await sendReport(about, "en", words());
  expect(sent.ok && (await findReportByLink(sent.value.token))).toMatchObject({ providerSlug: cast.provider.slug, page: about.page });
});

test("an address is only answered once it is confirmed, and gone when the case ends", async () => {
  const { number, token } = await aReport({ email: "Reader@Example.org" });
  expect(await findReportByLink(token)).toMatchObject({ mail: "unconfirmed" });
  expect(await confirmReportEmail(token, "guessed")).toMatchObject({ problems: [{ code: "reportLinkUnknown" }] });
  await db
    .update(reports)
    .set({ emailHash: hashOf("known") })
    .where(eq(reports.number, number));
  expect(await confirmReportEmail(token, "known")).toMatchObject({ ok: true });
  expect(await confirmReportEmail(token, "known")).toMatchObject({ ok: true });
  expect(await findReportByLink(token)).toMatchObject({ mail: "confirmed" });
  await closeReport(cast.registrar, number, settled);
  expect(await row(number)).toMatchObject({ email: null, emailHash: null });
  expect(await confirmReportEmail(token, "known")).toMatchObject({ ok: false });
});

test("another authority has no such case, an analyst only reads, and who declared a conflict does nothing", async () => {
  const { number } = await aReport();
  const analyst = await aMember(cast.provider.authorityId, "analyst");
  for (const tried of [
    forwardReport(cast.elsewhere, number, ahead()),
    closeReport(cast.elsewhere, number, settled),
    closeReport(cast.registrar, 999_999, settled),
  ])
    expect(await tried).toMatchObject({ problems: [{ code: "reportUnknown" }] });
  expect(await findReport(cast.elsewhere, String(number), "authority")).toBeUndefined();
  expect(await closeReport(analyst, number, settled)).toMatchObject({ problems: [{ code: "notAllowed" }] });
  expect(await findReport(analyst, String(number), "authority")).toMatchObject({ number });
  await db
    .insert(organisationConflicts)
    .values({ personId: personIdOf(cast.colleague) ?? "", organisationId: cast.provider.id, reason: "Taught there" });
  expect(await closeReport(cast.colleague, number, settled)).toMatchObject({ problems: [{ code: "conflictDeclared" }] });
  expect((await row(number))?.closedAt).toBeNull();
});

test("a correction is one that is there and came after", async () => {
  const { number } = await aReport();
  expect(await closeReport(cast.registrar, number, { ...settled, version: 1, decision: 999_999 })).toMatchObject({
    problems: [
      { code: "correctionVersionUnknown", field: "version" },
      { code: "correctionDecisionUnknown", field: "decision" },
    ],
  });
  expect((await row(number))?.closedAt).toBeNull();
});

test("the queue has the open cases of the authority's own providers, and finds them by number and words", async () => {
  const { number, text } = await aReport();
  const list = async (actor: Cast["registrar"], given: Record<string, string>) =>
    (await listReports(actor, reportQuery.parse(given), "authority")).rows.map((one) => one.number);
  expect(await list(cast.registrar, {})).toContain(number);
  expect(await list(cast.registrar, { q: `R-${String(number).padStart(5, "0")}` })).toEqual([number]);
  expect(await list(cast.registrar, { q: text })).toEqual([number]);
  expect(await list(cast.registrar, { state: "closed", q: text })).toEqual([]);
  expect(await list(cast.registrar, { state: "late", q: text })).toEqual([]);
  await db
    .update(reports)
    .set({ dueOn: addDays(today(), -1) })
    .where(eq(reports.number, number));
  expect(await list(cast.registrar, { state: "late", q: text })).toEqual([number]);
  expect(await list(cast.elsewhere, { state: "all" })).toEqual([]);
});
