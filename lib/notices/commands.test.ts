import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { eq, sql } from "drizzle-orm";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db";
import { events, type MemberRole, memberships, notices, people } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering } from "@/lib/testing/offerings";
import { anAccreditation, aProvider, type TestProvider } from "@/lib/testing/registry";

type Received = { to: string; subject: string; text: string };
const received: Received[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, session, done) {
    void simpleParser(stream).then(({ subject = "", text = "" }) => {
      received.push({ to: session.envelope.rcptTo[0]?.address ?? "", subject, text });
      done();
    });
  },
});

let api: typeof import("./commands") & typeof import("./digests/commands");
let jobs: typeof import("@/lib/jobs/notice-what-is-due") & typeof import("@/lib/jobs/send-mail");

beforeAll(async () => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  server.listen(port, "127.0.0.1");
  // The mail server is known when the module that reads it is loaded.
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
  vi.resetModules();
  api = { ...(await import("./commands")), ...(await import("./digests/commands")) };
  jobs = { ...(await import("@/lib/jobs/notice-what-is-due")), ...(await import("@/lib/jobs/send-mail")) };
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

let provider: TestProvider;
let manager: Actor;

async function member(name: string, role: MemberRole, change: Partial<typeof people.$inferInsert> = {}): Promise<Actor> {
  const [person] = await db
    .insert(people)
    .values({ email: `${name}@example.org`, locale: "de", ...change })
    .returning({ id: people.id });
  if (!person) throw new Error("nobody");
  await db.insert(memberships).values({ personId: person.id, organisationId: provider.id, role });
  return { id: `person:${person.id}`, role, organisationId: provider.id };
}

/** Delivers what waits in the queue, as the worker does. */
async function deliver(): Promise<Received[]> {
  received.length = 0;
  const jobsWaiting = await db.execute<{ id: string; payload: unknown }>(
    sql`select p.id, p.payload from graphile_worker._private_jobs p join graphile_worker._private_tasks t on t.id = p.task_id where t.identifier = 'send-mail' order by p.id`,
  );
  for (const { id, payload } of jobsWaiting) await jobs.sendQueuedMail(payload, { job: { id, created_at: new Date() } });
  await db.execute(sql`delete from graphile_worker._private_jobs`);
  return [...received];
}

const asks = (about = "q1") =>
  db.transaction((tx) =>
    api.notify(tx, {
      personIds: [manager.id.slice(7)],
      kind: "application-questioned",
      about,
      values: { organisation: "Garten & Hof" },
      path: "manage/applications/1",
    }),
  );
const published = (about: string) =>
  db.transaction((tx) =>
    api.notify(tx, {
      organisationId: provider.id,
      kind: "published-on-schedule",
      about,
      values: { offering: `Kurs ${about}` },
      path: `manage/offerings/${about}`,
    }),
  );

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider();
  manager = await member("manager", "manager");
});

describe("a notice", () => {
  it("goes out at once in the person's language with a link to the place, and once however often it is looked at", async () => {
    expect(await asks()).toBe(1);
    expect(await asks()).toBe(0);
    const [mail, ...more] = await deliver();
    expect(more).toEqual([]);
    expect(mail?.to).toBe("manager@example.org");
    expect(mail?.subject).toContain("Die Behörde hat eine Frage zum Antrag von Garten & Hof.");
    expect(mail?.text).toMatch(/\/de\/manage\/applications\/1\n/);
    expect(mail?.text).toContain("/de/manage/notices#choices");
  });

  it("is told once by two who notice it at the same moment", async () => {
    const told = await Promise.all([asks(), asks(), asks()]);
    expect(told.sort()).toEqual([0, 0, 1]);
    expect(await deliver()).toHaveLength(1);
  });

  it("concerns those in an organisation who may do something about it, and nobody whose account is suspended", async () => {
    await member("viewer", "viewer");
    await member("gone", "editor", { suspendedAt: new Date() });
    const editor = await member("editor", "editor");
    expect(await published("a")).toBe(2);
    const rows = await db.select({ personId: notices.personId }).from(notices);
    expect(rows.map(({ personId }) => `person:${personId}`).sort()).toEqual([editor.id, manager.id].sort());
  });

  it("stays in the desk for whoever wants no mail", async () => {
    await api.chooseNotices(manager, { ...(await choicesOf()), "application-questioned": "never" });
    await asks();
    await api.sendDigests(new Date(Date.now() + 1000));
    expect(await deliver()).toEqual([]);
    expect(await db.$count(notices)).toBe(1);
  });
});

async function choicesOf() {
  const { kindsInOrder, wayFor } = await import("./notice");
  return Object.fromEntries(kindsInOrder.map((kind) => [kind, wayFor({}, kind)])) as Parameters<typeof api.chooseNotices>[1];
}

describe("the digest", () => {
  it("is one mail for many notices, and nothing is sent twice, by two workers either", async () => {
    for (const about of ["a", "b", "c"]) await published(about);
    expect(await deliver()).toEqual([]);
    const soon = new Date(Date.now() + 1000);
    const sent = await Promise.all([api.sendDigests(soon), api.sendDigests(soon)]);
    expect(sent.sort()).toEqual([0, 1]);
    const [mail, ...more] = await deliver();
    expect(more).toEqual([]);
    expect(mail?.subject).toContain("3 Mitteilungen");
    for (const about of ["a", "b", "c"]) expect(mail?.text).toMatch(new RegExp(`„Kurs ${about}“[^]*/de/manage/offerings/${about}`));
    expect(await api.sendDigests(soon)).toBe(0);
  });

  it("leaves out what was read, and what is newer than the moment of the digest", async () => {
    await published("a");
    const [row] = await db.select().from(notices);
    expect((await api.readNotices(manager, { id: row?.id ?? 0 })).ok).toBe(true);
    expect(await api.sendDigests(new Date(Date.now() + 1000))).toBe(0);
    await published("b");
    expect(await api.sendDigests(new Date(Date.now() - 60_000))).toBe(0);
  });
});

describe("reading", () => {
  it("is for one's own notices: those of others do not exist", async () => {
    await published("a");
    const other = await member("other", "editor");
    const [row] = await db.select().from(notices);
    expect(await api.readNotices(other, { id: row?.id ?? 0 })).toEqual({ ok: false, problems: [{ code: "noticeUnknown" }] });
    await api.readNotices(other, { before: 1_000_000 });
    expect(await db.$count(notices, sql`read_at is not null`)).toBe(0);
  });

  it("of all leaves what came after the page was drawn", async () => {
    await published("a");
    const [first] = await db.select().from(notices);
    await published("b");
    await api.readNotices(manager, { before: first?.id ?? 0 });
    expect(await db.$count(notices, sql`read_at is null`)).toBe(1);
  });

  it("of mails is chosen by kind: what is not asked about stays as it was, and the choice is written down", async () => {
    await api.chooseNotices(manager, { "case-assigned": "never", "import-failed": "at-once" });
    await api.chooseNotices(manager, { "import-failed": "never" });
    const [person] = await db.select({ choices: people.noticeChoices }).from(people);
    expect(person?.choices).toEqual({ "case-assigned": "never", "import-failed": "never" });
    const written = await db.select({ after: events.after }).from(events).where(eq(events.type, "person.changed"));
    expect(written.at(-1)).toEqual({ after: { notices: { "import-failed": "never" } } });
  });

  it("and choosing are refused to a machine", async () => {
    const key: Actor = { id: "key:1", role: "key-write", organisationId: provider.id };
    expect((await api.readNotices(key, { before: 1 })).ok).toBe(false);
    expect((await api.chooseNotices(key, await choicesOf())).ok).toBe(false);
  });
});

describe("what comes due by the calendar", () => {
  it("is a lapse at 90, 30 and 7 days, unless an accreditation follows", async () => {
    await anAccreditation(provider, { key: "esg", title: { nl: "Label" }, valid: { from: "2024-01-01", until: "2027-01-01" } });
    await anAccreditation(provider, { key: "kept", valid: { from: "2024-01-01", until: "2027-01-01" } });
    await anAccreditation(provider, { key: "kept", valid: { from: "2027-01-01", until: null } });
    for (const day of [
      "2026-09-01",
      "2026-10-02",
      "2026-10-03",
      "2026-10-04",
      "2026-12-01",
      "2026-12-02",
      "2026-12-24",
      "2026-12-25",
      "2026-12-31",
    ])
      await jobs.noticeLapsing(day);
    const rows = await db
      .select({ about: notices.about, values: notices.values })
      .from(notices)
      .where(eq(notices.kind, "accreditation-lapses"));
    expect(rows.map(({ values }) => values.days)).toEqual([90, 30, 7]);
    expect(rows.every(({ values }) => values.accreditation === "Label" && values.on === "2026-12-31")).toBe(true);
  });

  it("is once a month how many sessions were long not confirmed", async () => {
    const sessions = [
      { startsOn: "2026-12-01", confirmedOn: "2026-01-01" },
      { startsOn: "2026-12-02", confirmedOn: "2026-09-01" },
      { startsOn: "2026-12-03", confirmedOn: "2026-01-01", cancelledOn: "2026-02-01" },
      { startsOn: "2026-08-01", confirmedOn: "2026-01-01" },
    ];
    await anOffering(provider, { sessions });
    await anOffering(provider, { status: "withdrawn", sessions });
    for (const day of ["2026-09-10", "2026-09-11"]) await jobs.noticeUnconfirmed(day);
    const rows = await db.select({ values: notices.values }).from(notices);
    expect(rows).toEqual([{ values: { sessions: 1 } }]);
  });
});
