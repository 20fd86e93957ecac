import { isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { client, db } from "@/db";
import { events } from "@/db/schema";
import { indexCatalogue, rebuildCatalogueIndex } from "@/lib/jobs/index-catalogue";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering, aSession } from "@/lib/testing/offerings";
import { aProvider, suspend, type TestProvider } from "@/lib/testing/registry";
import { dropIndexes, emptyIndexes, setClock } from "@/lib/testing/search-engine";
import { compareIndex, repairIndex } from "./check/commands";
import { indexEvents, indexOfferings, indexTurnedDays } from "./commands";
import { finished, hasIndexes, offeringIndex, prepareIndexes, runIndex, titleIndex } from "./engine";

let provider: TestProvider;
const same = { missing: [], different: [], extra: [] };

beforeAll(() => prepareIndexes());
beforeEach(async () => {
  setClock("2026-11-23T12:00:00+01:00");
  await emptyDatabase();
  await emptyIndexes();
  provider = await aProvider();
});
afterAll(async () => {
  await dropIndexes();
  await client.end();
});

async function threeOfferings(): Promise<string[]> {
  const windows = [
    { opensOn: "2026-11-01", closesOn: "2026-11-30" },
    { opensOn: "2027-01-10", closesOn: null },
  ];
  return [
    await anOffering(provider),
    await anOffering(provider, {
      sessions: [{ startsOn: "2027-02-01", enrolment: windows, prices: { everyone: 90, students: 10 } }, { startsOn: null }],
    }),
    await anOffering(provider, { sessions: [{ startsOn: "2026-12-01", endsOn: "2026-12-02" }] }),
  ];
}

const waiting = () => db.$count(events, isNull(events.indexedAt));

async function documents() {
  const [offerings, runs, titles] = await Promise.all([offeringIndex.getStats(), runIndex.getStats(), titleIndex.getStats()]);
  expect(titles.numberOfDocuments).toBe(offerings.numberOfDocuments);
  return { offerings: offerings.numberOfDocuments, runs: runs.numberOfDocuments };
}

describe("indexing what happened", () => {
  it("writes each offering with a run for every session and enrolment, and ticks the events off", async () => {
    await threeOfferings();
    expect(await indexEvents()).toBeGreaterThan(0);
    expect(await waiting()).toBe(0);
    // One run stands for an offering when it has no session to come: for the first now, for the third after its only session.
    expect(await documents()).toEqual({ offerings: 3, runs: 1 + 3 + 2 });
    expect(await compareIndex()).toEqual({ ...same, compared: 3 });
    expect(await indexEvents()).toBe(0);
  });

  it("a second time changes nothing", async () => {
    const ids = await threeOfferings();
    await indexEvents();
    const before = await documents();
    await indexOfferings(ids);
    expect(await documents()).toEqual(before);
    expect(await compareIndex()).toEqual({ ...same, compared: 3 });
  });

  it("leaves no difference when it was killed between the engine's work and the tick", async () => {
    const ids = await threeOfferings();
    await indexOfferings(ids);
    expect(await waiting()).toBeGreaterThan(0);
    await db.execute(sql`delete from sessions where offering_id = ${ids[1]}`);
    await indexEvents();
    expect([await waiting(), await documents()]).toEqual([0, { offerings: 3, runs: 1 + 1 + 2 }]);
    expect(await compareIndex()).toEqual({ ...same, compared: 3 });
  });

  it("leaves events waiting that came in while it worked", async () => {
    await threeOfferings();
    const [indexed] = await Promise.all([indexEvents(), anOffering(provider)]);
    const left = await waiting();
    const all = await db.$count(events);
    expect(indexed + left).toBe(all);
    await indexEvents();
    expect(await compareIndex()).toEqual({ ...same, compared: 4 });
  });

  it("leaves events waiting when the engine refuses", async () => {
    const id = await anOffering(provider);
    const before = await waiting();
    await expect(indexOfferings([id], { offerings: "no such name!", runs: "no such name!", titles: "no such name!" })).rejects.toThrow();
    expect(await waiting()).toBe(before);
  });

  it("takes out what is no longer published, with its runs", async () => {
    const [, id] = await threeOfferings();
    await indexEvents();
    await db.execute(sql`update offerings set status = 'withdrawn', visible = '{}' where id = ${id}`);
    await db.execute(sql`insert into events (type, subject, subject_id, actor) values ('offering.withdrawn', 'offering', ${id}, 'test')`);
    await indexEvents();
    expect(await documents()).toEqual({ offerings: 2, runs: 1 + 2 });
  });

  it("tells as soon as a search finds what is new or another, and once all is written; of sessions only then", async () => {
    await indexEvents();
    const first = await anOffering(provider);
    await indexOfferings([first], undefined, async () => {
      const { results } = await offeringIndex.getDocuments({ fields: ["id"] });
      expect(results).toEqual([{ id: first }]);
    });
    await db.execute(sql`delete from changes`);
    const told = async () => [
      ...(await db.execute(sql`select source, count(*)::int as times from changes group by source order by source`)),
    ];
    await indexEvents();
    expect(await told()).toEqual([{ source: `changed ${first}`, times: 2 }]);
    await db.execute(sql`delete from changes`);
    await db.execute(sql`insert into events (type, subject, subject_id, actor) values ('sessions.changed', 'offering', ${first}, 'test')`);
    await indexEvents();
    expect(await told()).toEqual([{ source: `sessions ${first}`, times: 1 }]);
  });

  it("brings a decision about a provider to all of its offerings", async () => {
    const ids = await threeOfferings();
    await indexEvents();
    await suspend(provider, "2026-12-01");
    await indexEvents();
    const { results } = await offeringIndex.getDocuments({ fields: ["id", "visibleUntil"] });
    const midnight = Date.parse("2026-12-01T00:00:00+01:00") / 1000;
    expect(results.map(({ visibleUntil }) => visibleUntil)).toEqual(ids.map(() => midnight));
  });
});

describe("the turn of the day", () => {
  it("writes anew the offerings whose facts have turned, and no others", async () => {
    await threeOfferings();
    await indexEvents();
    expect(await indexTurnedDays()).toBe(0);
    setClock("2026-12-01T00:00:00+01:00");
    expect(await indexTurnedDays()).toBe(1);
    setClock("2026-12-03T00:00:00+01:00");
    expect(await indexTurnedDays()).toBe(1);
    expect(await indexTurnedDays()).toBe(0);
    expect(await compareIndex()).toEqual({ ...same, compared: 3 });
  });
});

describe("the check of the index", () => {
  it("finds what is missing, different and too much, and repairs exactly that", async () => {
    const [first = "", second = "", third = ""] = await threeOfferings();
    await indexEvents();
    const stranger = "00000000-0000-4000-8000-000000000000";
    await finished(offeringIndex.deleteDocument(first));
    const document = await offeringIndex.getDocument(second);
    await finished(
      offeringIndex.addDocuments([
        { ...document, eqf: 8 },
        { ...document, id: stranger },
      ]),
    );
    await finished(runIndex.deleteDocuments({ filter: `offering = ${third}` }));

    const found = await compareIndex();
    expect({ ...found, different: found.different.toSorted() }).toEqual({
      missing: [first],
      different: [second, third].toSorted(),
      extra: [stranger],
      compared: 3,
    });
    await repairIndex(found);
    expect(await compareIndex()).toEqual({ ...same, compared: 3 });
  });

  it("sees a title that is missing or another one, and what nobody publishes among the titles", async () => {
    const [first = "", second = ""] = await threeOfferings();
    await indexEvents();
    await finished(titleIndex.deleteDocument(first));
    const title = await titleIndex.getDocument(second);
    const stranger = "00000000-0000-4000-8000-000000000000";
    await finished(
      titleIndex.addDocuments([
        { ...title, title_en: "Another one" },
        { ...title, id: stranger },
      ]),
    );
    const found = await compareIndex();
    expect(found).toEqual({ missing: [first], different: [second], extra: [stranger], compared: 3 });
    await repairIndex(found);
    expect(await compareIndex()).toEqual({ ...same, compared: 3 });
  });

  it("sees a session that changed without an event", async () => {
    const [first = ""] = await threeOfferings();
    await indexEvents();
    await aSession(first, { startsOn: "2027-05-01" });
    expect((await compareIndex()).different).toEqual([first]);
  });
});

describe("the whole index", () => {
  it("is built anew from the database when somebody has deleted it, and by hand at any time", async () => {
    await threeOfferings();
    await indexCatalogue();
    await dropIndexes();
    await indexCatalogue();
    expect(await compareIndex()).toEqual({ ...same, compared: 3 });

    await offeringIndex.deleteAllDocuments().waitTask();
    expect(await rebuildCatalogueIndex()).toBe(3);
    expect(await compareIndex()).toEqual({ ...same, compared: 3 });
    expect(await hasIndexes()).toBe(true);
  });
});
