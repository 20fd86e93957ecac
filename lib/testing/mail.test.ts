import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { freePort } from "@/bin/ports.mjs";
import { db } from "@/db";
import { people, reports } from "@/db/schema";
import { reportInput } from "@/lib/reports/input";
import { emptyDatabase } from "@/lib/testing/database";
import { aDecidedProvider } from "@/lib/testing/deciding";
import { anOffering } from "@/lib/testing/offerings";
import { aMember, aPerson } from "@/lib/testing/people";
import { kill, startWorker as newWorker } from "@/lib/testing/processes";
import { aProvider, type TestProvider } from "@/lib/testing/registry";

/** Workers of its own, which send to a real mail server that is away, refuses, and hangs. */
const port = await freePort();
// The mail server is known when the module that reads it is loaded.
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
process.env.SITE_URL = "https://cairn.example";
vi.resetModules();
const invitations = await import("@/lib/team/invitations/commands");
const { notify } = await import("@/lib/notices/commands");
const { confirmReportEmail, sendReport } = await import("@/lib/reports/sending/commands");
const { closeReport } = await import("@/lib/reports/handling/commands");

let provider: TestProvider;
let server: SMTPServer | undefined;
let mails: ParsedMail[];
/** What the mail server does with the next mails, one after the other; takes what comes then. */
let deeds: ("refuse" | "hang")[];
let workers: ChildProcess[];

async function startMailServer(): Promise<void> {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _, done) =>
      void simpleParser(stream).then((mail) => {
        const deed = deeds.shift();
        if (deed === "refuse") done(Object.assign(new Error("Come back later"), { responseCode: 451 }));
        if (deed === undefined) done(void mails.push(mail) as undefined);
      }, done),
  });
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
}

function startWorker(env?: Record<string, string>): ChildProcess {
  const worker = newWorker(env);
  workers.push(worker);
  return worker;
}

beforeEach(async () => {
  await emptyDatabase();
  [mails, deeds, workers] = [[], [], []];
  provider = await aProvider({ name: { en: "Garden College", fr: "École du Jardin", de: "Gartenschule" } });
});

afterEach(async () => {
  await Promise.all(workers.map(kill));
  await new Promise<void>((stopped) => (server ? server.close(() => stopped()) : stopped()));
  server = undefined;
});

const orders = () =>
  db.execute<{ attempts: number; error: string | null; held: boolean }>(
    sql`select attempts, last_error as error, locked_at is not null as held from graphile_worker.jobs where task_identifier = 'send-mail'`,
  );

async function until(what: string, holds: () => unknown): Promise<void> {
  for (let attempt = 0; attempt < 900; attempt++) {
    if (await holds()) return;
    await pause(100);
  }
  throw new Error(`never happened: ${what}`);
}

async function inviteFrench() {
  const [manager, invited] = [await aMember(provider.id, "manager"), await aPerson("jeanne@example.org")];
  const sent = await invitations.invite(manager, { email: invited.email, role: "editor", locale: "fr" });
  expect(sent.ok).toBe(true);
  return invited;
}

test("an invitation waits for a mail server that is away and one that refuses, goes out once in its reader's language, and its link works", async () => {
  const invited = await inviteFrench();
  startWorker();
  await until("the mail is tried in vain", async () => (await orders())[0]?.error?.includes("ECONNREFUSED"));
  deeds = ["refuse"];
  await startMailServer();
  await until("the mail is refused for now", async () => (await orders())[0]?.error?.includes("Come back later"));
  expect(mails).toEqual([]);
  await until("the mail goes out", () => mails.length > 0);
  await until("the order is done", async () => (await orders()).length === 0);
  expect(mails).toHaveLength(1);

  const [mail] = mails;
  expect(mail?.subject).toContain("École du Jardin vous invite");
  expect(mail?.to).toMatchObject({ text: "jeanne@example.org" });
  expect(mail?.messageId).toMatch(/@cairn\.example>$/);
  const link = new URL(/https:\S+/.exec(mail?.text ?? "")?.[0] ?? "");
  expect(link.pathname).toBe("/fr/invitation");
  const joined = await invitations.acceptInvitation(invited, link.searchParams.get("token") ?? "");
  expect(joined).toEqual({ ok: true, value: { organisationId: provider.id } });
}, 120_000);

test("whoever reports something is asked by mail whether the address is theirs, and only then gets the answer there, in their language", async () => {
  await startMailServer();
  const worker = startWorker();
  const cast = await aDecidedProvider();
  const slug = `reported-${crypto.randomUUID().slice(0, 8)}`;
  await anOffering(cast.provider, { slug });
  const send = async (email: string) => {
    const input = reportInput.parse({ kind: "wrong", text: `The level is not what ${email} read on the certificate.`, email });
    const sent = await sendReport({ of: "offerings", slug, page: `offerings/${slug}` }, "nl", input);
    if (!sent.ok) throw new Error(sent.problems[0]?.code);
    return sent.value.token;
  };
  const token = await send("lezer@example.org");
  await send("unasked@example.org");
  // The authority is told as well, by the digest of the morning.
  const mailsTo = (email: string) => mails.filter(({ to }) => [to].flat()[0]?.text === email);
  await until("both are asked", () => mailsTo("lezer@example.org").length + mailsTo("unasked@example.org").length === 2);
  const [asked] = mailsTo("lezer@example.org");
  const link = new URL(/https:\S+/.exec(asked?.text ?? "")?.[0] ?? "");
  expect(link.pathname).toBe(`/nl/report/${token}`);
  expect(await confirmReportEmail(token, link.searchParams.get("code") ?? "")).toMatchObject({ ok: true });

  const rows = await db.select({ number: reports.number }).from(reports);
  for (const { number } of rows)
    expect(
      await closeReport(cast.registrar, number, {
        outcome: "substantiated",
        answer: "Het niveau is rechtgezet.",
        version: undefined,
        decision: undefined,
      }),
    ).toMatchObject({
      ok: true,
    });
  await until("the answer goes out", () => mailsTo("lezer@example.org").length > 1);
  await until("nothing is left to send", async () => (await orders()).length === 0);
  expect(mailsTo("lezer@example.org")[1]?.text).toContain("Het niveau is rechtgezet.");
  expect(mailsTo("unasked@example.org")).toHaveLength(1);
  await kill(worker);
}, 120_000);

test("a mail with which a worker was killed goes out by the next, under the same id", async () => {
  await inviteFrench();
  deeds = ["hang"];
  await startMailServer();
  const killed = startWorker();
  await until("the mail is on its way", async () => (await orders())[0]?.held && deeds.length === 0);
  await kill(killed);
  expect(await orders()).toMatchObject([{ held: true }]);
  await db.execute(sql`update graphile_worker._private_jobs set locked_at = locked_at - interval '6 minutes' where locked_at is not null`);
  startWorker();
  await until("the mail goes out", () => mails.length > 0);
  await until("the order is done", async () => (await orders()).length === 0);
  expect(mails).toHaveLength(1);
}, 120_000);

test("what was noticed goes out in the morning as one mail, though two workers look, in German with links into the desk", async () => {
  const reader = await aMember(provider.id, "manager", "anna@example.org");
  await db.update(people).set({ locale: "de" });
  for (const sessions of [3, 12_000]) {
    await db.transaction((tx) =>
      notify(tx, {
        personIds: [reader.personId],
        organisationId: provider.id,
        kind: "session-unconfirmed",
        about: `about ${sessions}`,
        values: { sessions },
        path: "manage/offerings",
      }),
    );
  }
  await startMailServer();
  const noon = new Date(Date.now() + 86_400_000).toISOString().replace(/T.*/, "T12:00:00Z");
  startWorker({ CAIRN_NOW: noon });
  startWorker({ CAIRN_NOW: noon });
  await until("the mail goes out", () => mails.length > 0);
  // Both have looked, and what they found is done.
  await pause(1500);
  expect(await orders()).toEqual([]);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toContain("2 Mitteilungen");
  expect(mails[0]?.text).toContain("12.000");
  expect(mails[0]?.text?.match(/https:\/\/cairn\.example\/de\/manage\/offerings/g)).toHaveLength(2);
}, 120_000);
