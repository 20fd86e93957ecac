import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { desc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/db";
import { events, harvestRecords, harvestRuns, harvestSources, notices, offerings, versions } from "@/db/schema";
import { type Actor, personIdOf, type Role } from "@/lib/auth/permissions";
import { env } from "@/lib/env";
import { addFeed, changeFeed, pauseFeed, queueDueFeeds } from "@/lib/harvest/commands";
import { feedInput } from "@/lib/harvest/input";
import { findFeed, listRuns } from "@/lib/harvest/queries";
import { catalogue, offering } from "@/lib/imports/fixtures/catalogue";
import { listImports } from "@/lib/imports/list/queries";
import { emptyDatabase } from "@/lib/testing/database";
import { aMember } from "@/lib/testing/people";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { harvestFeed } from "./harvest-feed";

let provider: TestProvider;
let server: Server;
let address: string;
/** What the provider's own system answers, and how it was asked. */
let served: { status?: number; body: string; etag?: string };
let asked: { etag: string | undefined }[];

beforeAll(async () => {
  server = createServer((question, answer) => {
    asked.push({ etag: question.headers["if-none-match"] });
    const { status = 200, body, etag } = served;
    if (etag && question.headers["if-none-match"] === etag) answer.writeHead(304).end();
    else answer.writeHead(status, etag ? { etag } : {}).end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
});
afterAll(() => {
  server.close();
});

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider({ slug: "garden-college" });
  env.HARVEST_ALLOW_PRIVATE = "on";
  asked = [];
  vi.unstubAllEnvs();
});

const as = (role: Role, organisationId: string = provider.id): Actor => ({ id: "operator:test", role, organisationId });
const ids = (count: number) => Array.from({ length: count }, (_, index) => `N${index}`);
const serve = (list: string[], change: object = {}) => {
  served = { body: JSON.stringify({ catalogue, offerings: list.map((id) => offering(id, change)) }) };
};
const input = (change: object = {}) =>
  feedInput.parse({ name: "Our system", url: address, format: "json", schedule: "daily", graceDays: "7", ...change });

async function aFeed(change: object = {}): Promise<string> {
  const added = await addFeed(as("manager"), input(change));
  if (!added.ok) throw new Error(added.problems[0]?.code);
  return added.value.id;
}

const lastRun = async () => (await db.select().from(harvestRuns).orderBy(desc(harvestRuns.startedAt)).limit(1))[0];
const statuses = async () =>
  Object.fromEntries(
    (await db.select().from(offerings).orderBy(offerings.externalId)).map(({ externalId, status }) => [externalId, status]),
  );
const onDay = (day: string) => vi.stubEnv("CAIRN_NOW", `${day}T12:00:00+01:00`);

describe("a run", () => {
  test("takes the feed in as a file is, and asks for it again only when it has changed", async () => {
    const id = await aFeed();
    serve(["A", "B"]);
    served.etag = '"1"';
    expect(await harvestFeed(id)).toBe("done");
    expect(await statuses()).toEqual({ A: "published", B: "published" });
    expect(await listRuns(id)).toMatchObject([
      { status: "done", httpStatus: 200, bytes: served.body.length, rows: [{ outcome: "published", rows: 2 }] },
    ]);
    // Among the files, it is by the feed that it came.
    expect((await listImports(as("viewer"), provider.id, { limit: 9, offset: 0 })).imports).toMatchObject([{ by: "Our system" }]);
    await harvestFeed(id);
    expect(await lastRun()).toMatchObject({ status: "unchanged", httpStatus: 304, importId: null });
    expect(asked).toEqual([{ etag: undefined }, { etag: '"1"' }]);
    expect((await db.select().from(events)).find(({ type }) => type === "offering.published")?.actor).toBe(`harvest:${id}`);
    await changeFeed(as("manager"), id, input({ name: "Renamed" }));
    await harvestFeed(id);
    expect(asked[2]).toEqual({ etag: undefined });
  });

  test("that is a test says what would come and writes nothing", async () => {
    const id = await aFeed();
    serve(["A"]);
    await harvestFeed(id, { test: true });
    expect(await listRuns(id)).toMatchObject([{ test: true, status: "done", rows: [{ outcome: "published", rows: 1 }] }]);
    expect([await db.$count(offerings), await db.$count(harvestRecords)]).toEqual([0, 0]);
  });

  test("reads CSV too, and says so where something else stands there", async () => {
    const id = await aFeed({ format: "csv" });
    served = { body: "id;titel;ects\nA;Bodemzorg;3\n" };
    await harvestFeed(id);
    expect(await statuses()).toEqual({ A: "draft" });
    served = { body: "<html>Sorry</html>" };
    await harvestFeed(id);
    expect(await lastRun()).toMatchObject({ status: "failed", problem: { code: "feedOtherFormat" } });
  });

  test("is never made into the network, unless the operator allows it", async () => {
    env.HARVEST_ALLOW_PRIVATE = "off";
    await harvestFeed(await aFeed());
    expect(await lastRun()).toMatchObject({ status: "failed", problem: { code: "feedAddressInNetwork" } });
    expect(asked).toEqual([]);
  });

  test("is made once however many workers want it, and one that was cut off is told and made again", async () => {
    const id = await aFeed();
    serve(ids(30));
    await db.insert(harvestRuns).values({ sourceId: id });
    const ends = await Promise.all([harvestFeed(id), harvestFeed(id), harvestFeed(id)]);
    expect(ends).toContain("done");
    expect(ends.filter((end) => end === "elsewhere").length).toBeGreaterThan(0);
    expect([await db.$count(offerings), await db.$count(versions)]).toEqual([30, 30]);
    expect((await listRuns(id)).at(-1)).toMatchObject({ status: "failed", problem: { code: "feedInterrupted" } });
  });

  test("comes by its schedule, later after failures, and not while paused", async () => {
    const id = await aFeed();
    serve(["A"]);
    const jobs = () => db.execute(sql`select 1 from graphile_worker.jobs where task_identifier = 'harvest-feed'`);
    await queueDueFeeds();
    expect(await jobs()).toHaveLength(0);
    expect(await harvestFeed(id, { scheduled: true })).toBe("nothing to do");
    await db.update(harvestSources).set({ nextRunAt: new Date(0) });
    expect([await queueDueFeeds(), await queueDueFeeds()]).toEqual([1, 1]);
    expect(await jobs()).toHaveLength(1);
    served = { status: 500, body: "" };
    const wait = async () => Math.round((((await findFeed(as("viewer"), id))?.nextRunAt?.getTime() ?? 0) - Date.now()) / 3600_000 / 24);
    const waits: number[] = [];
    for (let failure = 0; failure < 3; failure++) {
      await db.update(harvestSources).set({ nextRunAt: new Date(0) });
      expect(await harvestFeed(id, { scheduled: true })).toBe("done");
      waits.push(await wait());
    }
    expect(waits).toEqual([2, 4, 7]);
    serve(["A"]);
    await harvestFeed(id);
    expect(await wait()).toBe(1);
    await pauseFeed(as("manager"), id, true);
    await db.update(harvestSources).set({ nextRunAt: new Date(0) });
    expect([await queueDueFeeds(), await harvestFeed(id, { scheduled: true })]).toEqual([0, "nothing to do"]);
  });
});

describe("records that disappear", () => {
  test("are withdrawn when the grace is over, with the feed named, and come back with the feed", async () => {
    const id = await aFeed();
    onDay("2026-12-01");
    served = { body: JSON.stringify({ catalogue, offerings: [offering("A"), offering("B"), offering("D", { outcomes: [] })] }) };
    await harvestFeed(id);
    serve(["A"]);
    served.etag = '"2"';
    await harvestFeed(id);
    expect(await lastRun()).toMatchObject({ status: "done", counts: { gone: 2, withdrawn: 0 } });
    onDay("2026-12-07");
    await harvestFeed(id);
    expect(await statuses()).toEqual({ A: "published", B: "published", D: "draft" });
    onDay("2026-12-08");
    await harvestFeed(id);
    expect(await lastRun()).toMatchObject({ status: "unchanged", counts: { withdrawn: 1 } });
    expect(await statuses()).toEqual({ A: "published", B: "withdrawn", D: "draft" });
    const [gone] = await db.select().from(offerings).where(sql`external_id = 'B'`);
    expect(gone).toMatchObject({ visible: "{}", withdrawnReason: { en: expect.stringContaining("Our system"), de: expect.any(String) } });

    serve(["A", "B"], { title: { en: "Back" } });
    await harvestFeed(id);
    expect(await lastRun()).toMatchObject({ counts: { back: 1, restored: 1 } });
    expect(await statuses()).toMatchObject({ B: "published" });
  });

  test("that a person withdrew meanwhile stay withdrawn", async () => {
    const id = await aFeed({ graceDays: "0" });
    serve(["A", "B"]);
    await harvestFeed(id);
    serve(["A"]);
    await harvestFeed(id);
    expect(await statuses()).toMatchObject({ B: "withdrawn" });
    await db.execute(sql`update offerings set withdrawn_at = now() where external_id = 'B'`);
    serve(["A", "B"]);
    await harvestFeed(id);
    expect(await statuses()).toMatchObject({ B: "withdrawn" });
  });

  test("are kept while another feed has them", async () => {
    const [first, second] = [await aFeed({ graceDays: "0" }), await aFeed({ name: "Other" })];
    serve(["A", "B"]);
    await harvestFeed(first);
    await harvestFeed(second);
    serve(["A"]);
    await harvestFeed(first);
    expect(await statuses()).toMatchObject({ B: "published" });
  });

  test("many at once change nothing before a manager has looked, who is asked to", async () => {
    const manager = await aMember(provider.id, "manager");
    await aMember(provider.id, "editor");
    const id = await aFeed({ graceDays: "0" });
    serve(ids(20));
    await harvestFeed(id);
    serve(ids(10), { title: { en: "Changed" } });
    await harvestFeed(id);
    expect(await lastRun()).toMatchObject({ status: "failed", problem: { code: "feedLostTooMany", value: "10 / 20" } });
    const asked = await db
      .select({ who: notices.personId, kind: notices.kind, path: notices.path })
      .from(notices)
      .where(eq(notices.kind, "feed-asks"));
    expect(asked).toEqual([{ who: personIdOf(manager), kind: "feed-asks", path: `manage/harvest/${id}` }]);
    expect([await db.$count(versions), await db.$count(offerings, sql`status = 'published'`)]).toEqual([20, 20]);
    served = { status: 502, body: "" };
    await harvestFeed(id);
    served = { body: '{"catalogue": {}, "offerings": [{"id": "N0"' };
    await harvestFeed(id);
    expect(await lastRun()).toMatchObject({ status: "failed", problem: { code: "feedOtherFormat" } });
    serve(ids(10), { title: { en: "Changed" } });
    await harvestFeed(id, { accepted: true });
    expect(await lastRun()).toMatchObject({ status: "done", counts: { gone: 10, withdrawn: 10 } });
    expect(await db.$count(offerings, sql`status = 'published'`)).toBe(10);
  });
});
