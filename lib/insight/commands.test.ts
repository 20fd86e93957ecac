import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepPages } from "@/bin/page-store.mjs";
import { countVisits, leastSearches as leastWritten } from "@/bin/visits.mjs";
import { db } from "@/db";
import { insightDays, searchedThemes, searchedWords, soughtWords } from "@/db/schema";
import type { Actor, Role } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { emptyDatabase } from "@/lib/testing/database";
import { eventually } from "@/lib/testing/eventually";
import { anOffering } from "@/lib/testing/offerings";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { searchedFor } from "@/lib/testing/searches";
import { forgetOldCounts } from "./commands";
import { leastSearches } from "./insight";
import { listInsight, listWanted } from "./queries";
import { tell } from "./telling";

const day = today();
const databaseUrl = process.env.DATABASE_URL ?? "";
const place = { databaseUrl, timeZone: "Europe/Brussels", secret: "of all web processes" };
let provider: TestProvider;
let offering: string;
let server: Server;
let visits: ReturnType<typeof countVisits>;
let drawn: number;
const wish = { theme: "08", region: "BE23", language: "en", taught: "", level: "", field: "", found: 0 };
const as = (role: Role, organisationId: string | null = provider.id): Actor => ({ id: "person:p", role, organisationId });

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider();
  offering = await anOffering(provider, { slug: "soil-care" });
  drawn = 0;
  // Pages as Next draws them: what they show is told while they are drawn.
  const { handle: draw } = keepPages(
    async (req, res) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      drawn += 1;
      const url = new URL(req.url ?? "", "http://localhost");
      if (url.pathname.startsWith("/en/offerings/")) tell({ read: [offering] });
      else tell({ shown: [offering], search: { ...wish, words: url.searchParams.get("q") ?? "" } });
      res.statusCode = url.pathname.endsWith("gone") ? 404 : 200;
      res.setHeader("content-type", "text/html");
      res.end("<h1>page</h1>");
    },
    { languages: ["en"], timeZone: "Europe/Brussels", databaseUrl, megabytes: 1 },
  );
  visits = countVisits(draw, place);
  server = createServer(visits.handle).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await visits.stop();
});

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const read = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
    headers: { "user-agent": firefox, ...headers },
  });
  await answer.text();
};

describe("counting", () => {
  it("counts each reader once, whether the page was drawn for them or kept from before", async () => {
    await eventually(async () => {
      const before = drawn;
      await read("/en/offerings/soil-care");
      expect(drawn).toBe(before);
    });
    const reads = drawn;
    await read("/en/offerings/soil-care");
    await read("/en/offerings?q=soil");
    await visits.flush();
    const [row] = await db.select().from(insightDays);
    expect(row).toMatchObject({ offeringId: offering, day, shown: 1 });
    expect(row?.read).toBeGreaterThan(reads);
    expect(await db.select().from(searchedWords)).toEqual([
      { ...wish, day, digest: expect.stringMatching(/^[\w-]{24}$/), searches: 1, unanswered: 1 },
    ]);
  });

  it("adds to what was counted before and by other processes, and writes nothing where there is nothing", async () => {
    const other = countVisits(() => undefined, place);
    await read("/en/offerings/soil-care");
    await visits.flush();
    await read("/en/offerings/soil-care");
    await Promise.all([visits.flush(), visits.flush(), other.stop()]);
    await visits.flush();
    expect(await db.select().from(insightDays)).toMatchObject([{ read: 2 }]);
  });

  it("counts the same words once a day for each sender, as far as it can tell them apart, and keeps the reads", async () => {
    for (const headers of [{}, {}, { "x-cairn-caller": "203.0.113.9" }, { "user-agent": `${firefox} x` }])
      await read("/en/offerings?q=soil", headers);
    await visits.flush();
    await read("/en/offerings?q=soil");
    await read("/en/offerings?q=care");
    await visits.flush();
    const counted = await db.select().from(searchedWords);
    expect(counted.map(({ searches }) => searches).sort()).toEqual([1, 3]);
    expect(await db.select().from(insightDays)).toMatchObject([{ shown: 6 }]);
  });

  it("writes words down with the fifth search for them, whichever process has it, and forgets them with the searches", async () => {
    const search = async (words: string, senders: number[]) => {
      for (const sender of senders) await read(`/en/offerings?q=${words}`, { "user-agent": `${firefox} ${sender}` });
      await visits.flush();
    };
    const written = async () => {
      const rows = await db.execute(sql`select to_jsonb(w) from searched_words w union all select to_jsonb(s) from sought_words s
        union all select to_jsonb(t) from searched_themes t`);
      return JSON.stringify([...rows]);
    };
    await search("soil", [1, 2, 3]);
    await search("care", [1]);
    await visits.stop();
    visits = countVisits((_, res) => {
      tell({ search: { ...wish, words: "soil" } });
      return res.end();
    }, place);
    server.removeAllListeners("request").on("request", visits.handle);
    await search("soil", [4]);
    expect(await written()).not.toMatch(/soil|care/);
    await search("soil", [5]);
    expect(await db.select().from(soughtWords)).toMatchObject([{ words: "soil" }]);
    expect(await written()).not.toContain("care");
    const rows = await db.select().from(searchedWords);
    expect(rows.map(({ searches }) => searches).sort()).toEqual([1, 5]);

    await forgetOldCounts(addDays(day, 100));
    expect(await written()).not.toContain("soil");
    expect((await db.select().from(searchedThemes)).map(({ searches }) => searches)).toEqual([6]);
    expect(leastWritten).toBe(leastSearches);
  });

  it("counts at shutdown", async () => {
    await read("/en/offerings/soil-care");
    await visits.stop();
    expect(await db.$count(insightDays)).toBe(1);
  });

  it.each([
    ["a robot", "/en/offerings/soil-care", { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)" }],
    ["a program", "/en/offerings/soil-care", { "user-agent": "curl/8.5" }],
    ["somebody from a desk", "/en/offerings/soil-care", { cookie: "cairn.session=abc" }],
    ["somebody from a desk over HTTPS", "/en/offerings/soil-care", { cookie: "__Host-cairn.session=abc" }],
    ["what a browser fetches ahead", "/en/offerings/soil-care", { "sec-purpose": "prefetch" }],
    ["a page that is not there", "/en/offerings/gone", {}],
  ])("does not count %s", async (_, path, headers) => {
    await read(path, headers as Record<string, string>);
    await visits.flush();
    expect(await db.$count(insightDays)).toBe(0);
  });

  it("keeps nothing about who asked", async () => {
    await read("/en/offerings?q=soil", { "x-cairn-caller": "203.0.113.9" });
    await visits.flush();
    const kept = JSON.stringify([
      await db.select().from(insightDays),
      await db.select().from(searchedWords),
      await db.select().from(soughtWords),
    ]);
    expect(kept).not.toMatch(/203\.0\.113\.9|Firefox/);
  });
});

describe("insight", () => {
  it("is of one's own offerings by week, those never seen as well", async () => {
    await anOffering(provider, { slug: "unseen" });
    const other = await aProvider();
    const foreign = await anOffering(other);
    await db.insert(insightDays).values([
      { offeringId: offering, day, shown: 5, read: 2 },
      { offeringId: offering, day: addDays(day, -7), shown: 1, read: 1 },
      { offeringId: offering, day: addDays(day, -100), shown: 50, read: 50 },
      { offeringId: foreign, day, shown: 9, read: 9 },
    ]);
    const own = await listInsight(as("viewer"), day);
    expect(own.map(({ slug }) => slug).sort()).toEqual(["soil-care", "unseen"]);
    const weeks = own.find(({ slug }) => slug === "soil-care")?.weeks ?? [];
    expect(weeks.slice(-2)).toMatchObject([
      { shown: 1, read: 1 },
      { shown: 5, read: 2 },
    ]);
    expect(weeks).toHaveLength(12);
    expect(await listInsight(as("viewer", other.id), day, "soil-care")).toEqual([]);
    expect(await listInsight(as("key-read"), day)).toEqual([]);
    expect(await listInsight(as("person", null), day)).toEqual([]);
  });

  it("tells words that several looked for and the catalogue hardly has", async () => {
    const on = (words: string, searches: number, found: number, when = day) => ({ day: when, words, searches, found });
    await searchedFor(
      on("beekeeping", 3, 0),
      on("beekeeping", 2, 1, addDays(day, -1)),
      on("one person all day", 40, 0),
      { ...on("filtered", 9, 0), level: "5" },
      { ...on("filtered", 9, 0, addDays(day, -1)), level: "5" },
      on("my neighbour", 4, 0),
      on("soil care", 90, 12),
      on("weaving", 3, 3),
      on("weaving", 4, 9, addDays(day, -1)),
      on("old", 9, 0, addDays(day, -90)),
      on("since found", 3, 8),
      on("since found", 9, 0, addDays(day, -2)),
    );
    expect(await listWanted(as("viewer"), day)).toEqual([
      { words: "weaving", searches: 7, found: 3 },
      { words: "beekeeping", searches: 5, found: 0 },
    ]);
    expect(await listWanted(as("registrar", provider.authorityId), day)).toEqual([]);
    await forgetOldCounts(day);
    expect((await db.select().from(soughtWords)).some(({ words }) => words === "old")).toBe(false);
  });
});
