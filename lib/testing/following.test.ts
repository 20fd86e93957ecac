import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { freePort } from "@/bin/ports.mjs";
import { db } from "@/db";
import { prepareIndexes } from "@/lib/catalogue/engine";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering, aSession } from "@/lib/testing/offerings";
import { kill, startWorker as newWorker } from "@/lib/testing/processes";
import { aProvider, suspend, type TestProvider } from "@/lib/testing/registry";
import { emptyIndexes } from "@/lib/testing/search-engine";

/** From the form to the mail and its end, with workers of its own and a real mail server. */
const port = await freePort();
// The mail server is known when the module that reads it is loaded.
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
process.env.SITE_URL = "https://cairn.example";
vi.resetModules();
const { askToFollow, confirmFollow, endFollow } = await import("@/lib/follows/commands");
type Target = Parameters<typeof askToFollow>[0];

let provider: TestProvider;
let soil: string;
let mails: ParsedMail[];
let workers: ChildProcess[];
let server: SMTPServer;

function startWorker(env?: Record<string, string>): ChildProcess {
  const worker = newWorker(env);
  workers.push(worker);
  return worker;
}

beforeAll(() => prepareIndexes());
beforeEach(async () => {
  await emptyDatabase();
  await emptyIndexes();
  [mails, workers] = [[], []];
  provider = await aProvider({ slug: "garden" });
  soil = await anOffering(provider, { slug: "soil", sessions: [{ startsOn: "2030-02-01", seatsLeft: 3 }] });
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _, done) => void simpleParser(stream).then((mail) => done(void mails.push(mail) as undefined), done),
  });
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
});

afterEach(async () => {
  await Promise.all(workers.map(kill));
  await new Promise<void>((stopped) => server.close(() => stopped()));
});

async function until(what: string, holds: () => unknown): Promise<void> {
  for (let attempt = 0; attempt < 900; attempt++) {
    if (await holds()) return;
    await pause(100);
  }
  throw new Error(`never happened: ${what}; ${mails.length} mails: ${mails.map(({ subject }) => subject).join(" | ")}`);
}

/** Follows by the link of the mail, as its reader does. */
async function follow(target: Target, pace: "at-once" | "weekly", locale: "en" | "de" = "en"): Promise<string> {
  const before = mails.length;
  await askToFollow(target, locale, { email: "anna@reader.example", pace, website: "" });
  await until("the mail to confirm comes", () => mails.length > before);
  const link = /https:\S+/.exec(mails.at(-1)?.text ?? "")?.[0] ?? "";
  expect(new URL(link).pathname).toMatch(new RegExp(`^/${locale}/follow/confirm/`));
  const confirmed = await confirmFollow(link.replace(/.*\//, ""));
  if (!confirmed.ok) throw new Error("It was not confirmed");
  return confirmed.value.key;
}

const published = async (slug: string) => {
  await anOffering(provider, { slug, content: { title: { en: `Pruning ${slug}` } } });
  await db.execute(sql`update offerings set first_published_at = now() where slug = ${slug}`);
};

test("who follows an offering is told of all its changes in one mail, once, though two workers look and one was killed", async () => {
  const killed = startWorker();
  const key = await follow({ kind: "offering", slug: "soil" }, "at-once");
  await follow({ kind: "search", search: "q=pruning" }, "at-once");
  expect(mails).toHaveLength(2);
  await kill(killed);

  await aSession(soil, { startsOn: "2030-05-01" });
  await db.execute(sql`update sessions set seats_left = 0 where starts_on = '2030-02-01'`);
  await db.execute(sql`insert into events (type, subject, subject_id, actor) values ('sessions.changed', 'offering', ${soil}, 'test')`);
  await published("apples");
  startWorker();
  startWorker();
  await until("the news comes", () => mails.length > 2);
  // Both have looked, and what they found is done.
  await pause(3000);
  const news = mails.slice(2);
  const text = news.map((mail) => mail.text).join("\n");
  for (const said of ["is full", "1\u00a0May\u00a02030", "Soil care for gardeners"]) expect(text).toContain(said);
  expect(news).toHaveLength(1);
  const headers = news[0]?.headers;
  expect(headers?.get("list")).toMatchObject({ unsubscribe: { url: `https://cairn.example/api/follow/${key}` } });
  expect(String(news[0]?.headerLines.find(({ key: name }) => name === "list-unsubscribe-post")?.line)).toContain(
    "List-Unsubscribe=One-Click",
  );

  await endFollow(key, true);
  expect(await db.execute(sql`select from follows`)).toEqual([]);
}, 180_000);

test("what is published and fits a search is told when the index has it, and what does not fit is not", async () => {
  startWorker();
  await follow({ kind: "search", search: "q=pruning" }, "at-once");
  await published("apples");
  await anOffering(provider, { slug: "other" });
  await until("the news comes", () => mails.length > 1);
  expect(mails[1]?.text).toContain("https://cairn.example/en/offerings/apples");
  expect(mails[1]?.text).not.toContain("/offerings/other");
}, 180_000);

test("who wants it weekly is told a week later, in the morning and in their language, of all there is", async () => {
  const worker = startWorker();
  await follow({ kind: "provider", slug: "garden" }, "weekly", "de");
  await kill(worker);
  await published("apples");
  await suspend(provider, "2026-01-01");
  await db.execute(sql`update follows set looked_at = looked_at - interval '7 days', confirmed_at = confirmed_at - interval '7 days'`);
  const noon = new Date(Date.now() + 86_400_000).toISOString().replace(/T.*/, "T12:00:00Z");
  startWorker({ CAIRN_NOW: noon });
  await until("the news comes", () => mails.length > 1);
  expect(mails[1]?.subject).toContain("Neues zu Garden College");
  expect(mails[1]?.text).toContain("suspendiert");
  await pause(2000);
  expect(mails).toHaveLength(2);
}, 180_000);
