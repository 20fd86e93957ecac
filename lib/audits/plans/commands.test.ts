import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db";
import { auditCases, auditPlans, auditSamples } from "@/db/schema";
import { getAuditFrame, getAuditPlan } from "@/lib/api/audits/routes";
import { readFrame } from "@/lib/audits/samples/sample";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { addDays } from "@/lib/days/days";
import { drawAudits } from "@/lib/jobs/draw-audits";
import { findDailyCheckpoint } from "@/lib/public-log/queries";
import { publishDailyCheckpoints } from "@/lib/public-log/sequencing/commands";
import { aPlan, endTheDay, onDay } from "@/lib/testing/audits";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { aDecidedProvider } from "@/lib/testing/deciding";
import { anOffering } from "@/lib/testing/offerings";
import { aMember } from "@/lib/testing/people";
import { anOrganisation, aProvider } from "@/lib/testing/registry";
import { announcePlan } from "./commands";
import { drawPlan, statePlanSeed } from "./drawing/commands";
import { readPlan } from "./input";
import { findPlan, findSamplePage, listDrawnAtRandom } from "./view/queries";

type Cast = Awaited<ReturnType<typeof aDecidedProvider>>;
let cast: Cast;
let elsewhere: Awaited<ReturnType<typeof aMember>>;

beforeAll(async () => {
  await emptyDatabase();
  cast = await aDecidedProvider();
  for (let more = 0; more < 7; more++) await aDecidedProvider();
  // In the region and not registered, and registered by another authority.
  await anOrganisation("not-registered", { en: "Applicant" }, { nuts: "BE234" });
  await aProvider({ slug: "elsewhere", nuts: "BE336" });
  elsewhere = await aMember(cast.elsewhere.organisationId, "auditor");
  for (const slug of ["one", "two", "three"]) await anOffering(cast.provider, { slug: `audited-${slug}` });
  await anOffering(cast.provider, { slug: "audited-draft", status: "draft" });
});
afterAll(closeDatabase);

async function announced(change: Parameters<typeof aPlan>[0] = {}): Promise<string> {
  const done = await announcePlan(cast.auditor, crypto.randomUUID(), aPlan(change));
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  return done.value.slug;
}

const planOf = async (slug: string) =>
  (await db.select().from(auditPlans).where(eq(auditPlans.slug, slug)))[0] as typeof auditPlans.$inferSelect;

async function sampleOf(slug: string) {
  const { id } = await planOf(slug);
  return await db.select().from(auditSamples).where(eq(auditSamples.planId, id)).orderBy(auditSamples.position);
}

test("a plan is announced with whom it draws from: those that the authority answers for, and no others", async () => {
  const plan = await planOf(await announced({ random: 3 }));
  const names = readFrame(plan.frame).map(({ slug }) => slug);
  const own = await db.execute<{ slug: string }>(sql`select slug from organisations where slug like 'college-%'`);
  expect(own.length).toBe(8);
  expect(names).toEqual(own.map(({ slug }) => slug).sort());
  expect(plan.frameSha256).toBe(createHash("sha256").update(plan.frame).digest("hex"));
  expect([plan.seed, plan.drawnAt, plan.quotas]).toEqual([null, null, { "": 3 }]);
  const offered = await planOf(await announced({ draws: "offerings", random: 2 }));
  expect(offered.frame).toBe("audited-one\naudited-three\naudited-two\n");
});

test("it is announced by an auditor, once however often it is sent, and refused where it cannot be drawn", async () => {
  const id = crypto.randomUUID();
  const input = aPlan();
  for (const who of [cast.registrar, cast.manager])
    expect(await announcePlan(who, id, input)).toMatchObject({ problems: [{ code: "notAllowed" }] });
  const sent = await Promise.all([1, 2, 3].map(() => announcePlan(cast.auditor, id, input)));
  expect(new Set(sent.map((one) => (one.ok ? one.value.slug : one.problems[0]?.code))).size).toBe(1);
  expect(await db.$count(auditPlans, eq(auditPlans.id, id))).toBe(1);
  expect(await announcePlan(elsewhere, id, input)).toMatchObject({ problems: [{ code: "auditPlanUnknown" }] });
  const refused = async (change: Parameters<typeof aPlan>[0]) => await announcePlan(cast.auditor, crypto.randomUUID(), aPlan(change));
  expect(await refused({ startsOn: addDays(today(), -1) })).toMatchObject({ problems: [{ code: "auditBeginsBefore", field: "startsOn" }] });
  expect(await refused({ random: 900 })).toMatchObject({ problems: [{ code: "auditSampleTooLarge", field: "random" }] });
});

/** Each test has days of its own, since a day ends once. */
let days = 0;
const aDay = () => addDays(today(), ++days * 3);

test("what was announced cannot be changed, and what was drawn cannot be drawn again", async () => {
  const day = aDay();
  const slug = await onDay(day, () => announced({ startsOn: addDays(day, 1) }));
  const refusal = (change: ReturnType<typeof sql>) =>
    db.execute(change).then(
      () => "nothing",
      (one: { cause?: { message: string } }) => one.cause?.message ?? String(one),
    );
  for (const change of ["frame = 'me'", "random = 2", "quotas = '{}'", "seed_source = 'mine'"])
    expect(await refusal(sql`update audit_plans set ${sql.raw(change)} where slug = ${slug}`), change).toContain("never changed");
  expect(await refusal(sql`delete from audit_plans where slug = ${slug}`)).toContain("never changed");
  await endTheDay(day);
  expect(await drawPlan(cast.auditor, slug)).toEqual({ ok: true, value: null });
  expect(await refusal(sql`update audit_plans set drawn_at = null where slug = ${slug}`)).toContain("never changed");
  expect(await refusal(sql`update audit_samples set slug = 'me'`)).toContain("never changed");
});

test("nothing is drawn before a checkpoint that is younger than the announcement, and by others never", async () => {
  const day = aDay();
  await endTheDay(addDays(day, -1));
  const slug = await onDay(day, () => announced({ random: 2, startsOn: addDays(day, 1) }));
  // The day ends as it began: its checkpoint was known when the plan was announced.
  await publishDailyCheckpoints(addDays(day, 1), country.timeZone);
  expect(await drawPlan(cast.auditor, slug)).toMatchObject({ problems: [{ code: "auditSeedNotYet" }] });
  expect(await statePlanSeed(cast.auditor, slug, "my favourite")).toMatchObject({ problems: [{ code: "auditSeedOfLog" }] });
  expect(await drawPlan(cast.registrar, slug)).toMatchObject({ problems: [{ code: "notAllowed" }] });
  for (const who of [elsewhere, cast.manager])
    expect(await drawPlan(who, slug)).toMatchObject({ problems: [{ code: "auditPlanUnknown" }] });
  await endTheDay(addDays(day, 1));
  expect((await drawPlan(cast.auditor, slug)).ok).toBe(true);
  const { seed, seedDay } = await planOf(slug);
  expect(seedDay).toBe(addDays(day, 1));
  expect((await findDailyCheckpoint(seedDay ?? ""))?.note.split("\n")[2]).toBe(seed);
});

test("the worker and two officers at once draw one sample; each that is drawn has its case", async () => {
  const day = aDay();
  const slug = await onDay(day, () => announced({ random: 3, risk: 2, byProviderType: true, startsOn: addDays(day, 1) }));
  await endTheDay(day);
  await Promise.all([drawPlan(cast.auditor, slug), drawAudits(), drawPlan(cast.auditor, slug)]);
  const plan = await planOf(slug);
  const sample = await sampleOf(slug);
  expect(sample.map(({ drawn }) => drawn)).toEqual(["random", "random", "random", "risk", "risk"]);
  expect(new Set(sample.map((one) => one.slug)).size).toBe(5);
  expect(await db.$count(auditCases, eq(auditCases.planId, plan.id))).toBe(5);
  // No audit ever was, and no accreditation is lacking: that is all that is known of them.
  expect(sample.every(({ risk }) => risk.lastAudit === 16)).toBe(true);
  const view = await findPlan(slug);
  if (!view) throw new Error("no plan");
  const told = await findSamplePage(view, "public", undefined);
  expect(told).toMatchObject({ total: 3, page: 1, pages: 1 });
  expect(told.rows.map((row) => row.slug)).toEqual(await listDrawnAtRandom(view));
  const own = await findSamplePage(view, "authority", "7");
  expect(own).toMatchObject({ total: 5, page: 1 });
  expect(own.rows.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
});

test("a draw outside is named first; its outcome is stated once", async () => {
  const slug = await announced({ seedSource: "The lottery of 5 March" });
  expect(await drawPlan(cast.auditor, slug)).toMatchObject({ problems: [{ code: "auditSeedNotYet" }] });
  expect((await statePlanSeed(cast.auditor, slug, "3 9 17 24 31 40")).ok).toBe(true);
  expect((await statePlanSeed(cast.auditor, slug, "3 9 17 24 31 40")).ok).toBe(true);
  expect(await statePlanSeed(cast.auditor, slug, "another one")).toMatchObject({ problems: [{ code: "auditSeedThere" }] });
  expect((await drawPlan(cast.auditor, slug)).ok).toBe(true);
});

test("the ten lines of docs/audits.md draw the same sample from what is public", async () => {
  const [script = ""] = /(?<=```js\n)[\s\S]*?(?=```)/.exec(readFileSync("docs/audits.md", "utf8")) ?? [];
  expect(script.trim().split("\n").length).toBeLessThanOrEqual(10);
  const day = aDay();
  const slug = await onDay(day, () => announced({ random: 4, byProviderType: true, startsOn: addDays(day, 1) }));
  await endTheDay(day);
  await drawPlan(cast.auditor, slug);
  const server = createServer(async (asked, answer) => {
    const request = new Request(`http://localhost${asked.url}`);
    const [, , , , name = "", part] = asked.url?.split("/") ?? [];
    const response = await (part === "frame" ? getAuditFrame(request, name) : getAuditPlan(request, name));
    answer.writeHead(response.status).end(await response.text());
  }).listen(0);
  const file = path.join(os.tmpdir(), `redraw-${crypto.randomUUID()}.mjs`);
  writeFileSync(file, script);
  const { port } = server.address() as AddressInfo;
  const { stdout } = await promisify(execFile)(process.execPath, [file, `http://localhost:${port}/api/v1/audits/${slug}`]);
  server.close();
  rmSync(file);
  const sample = await sampleOf(slug);
  expect(sample.length).toBe(4);
  expect(stdout.trim().split("\n")).toEqual(sample.map((one) => one.slug));
});

test("a form says what it lacks, by field", () => {
  const read = readPlan(
    { "title.en": ["A plan"], random: ["none"], draws: ["providers"], startsOn: ["soon"], endsOn: ["2027-01-01"] },
    new Map(),
  );
  const fields = read.ok ? [] : read.problems.map(({ field }) => field);
  expect(fields).toEqual(expect.arrayContaining(["title.nl", "aim.en", "startsOn", "random"]));
});
