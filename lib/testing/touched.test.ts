import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { anyQuery } from "@/bench/any-query";
import { loadNationalSet } from "@/bench/national-set";
import { db } from "@/db";
import { indexEvents, indexOfferings, publishedIds } from "@/lib/catalogue/commands";
import { prepareIndexes } from "@/lib/catalogue/engine";
import { parseSearchQuery } from "@/lib/catalogue/query";
import { searchCatalogue } from "@/lib/catalogue/search";
import { isTouchedBy } from "@/lib/catalogue/touched";
import { today } from "@/lib/clock";
import { emptyDatabase } from "./database";

type Visible = { id: string; title: string };
let visible: Visible[];
/** Visible too, and not in the index before a test has them taken up. */
let held: Visible[];

beforeAll(async () => {
  await emptyDatabase();
  await loadNationalSet({ offerings: 200, seed: 200 });
  await prepareIndexes();
  visible = [
    ...(await db.execute<Visible>(sql`
      select o.id, v.title from offerings o join versions v on v.id = o.current_version_id
      where o.visible @> now() and exists (select from sessions s where s.offering_id = o.id) order by o.slug`)),
  ];
  held = visible.splice(0, 60);
  const late = new Set(held.map(({ id }) => id));
  for await (const ids of publishedIds()) await indexOfferings(ids.filter((id) => !late.has(id)));
  await db.execute(sql`update events set indexed_at = now()`);
}, 120_000);

const words = fc.nat().map((number) => {
  const all = (visible[number % visible.length]?.title ?? "").match(/\p{L}{4,}/gu) ?? [];
  return all[number % all.length] ?? "";
});
/** With any filters, with none on sessions, with words alone, and with nothing chosen: the more is chosen, the less often it changes. */
const query = fc
  .tuple(
    anyQuery(today(), ["national-1", "national-2"]),
    fc.option(words, { nil: "" }),
    fc.constantFrom("all", "offering", "words", "nothing"),
  )
  .map(([filters, q, kept]) => {
    const all = parseSearchQuery({});
    return {
      ...{ all: filters, offering: { ...filters, ...ofNoSession }, words: all, nothing: all }[kept],
      q: kept === "nothing" ? "" : q,
    };
  });

const changes = [
  sql`modes = '{onsite}', languages = '{fi}'`,
  sql`starts_on = current_date + 20, ends_on = current_date + 40, cancelled_on = null`,
  sql`cancelled_on = current_date`,
  sql`seats = 20, seats_left = 0`,
  sql`cancelled_on = null, seats = null, seats_left = null, modes = '{online}', languages = '{nl,en}'`,
];

async function changeSessions(offering: string, change: number): Promise<void> {
  await db.execute(sql`update sessions set ${changes[change] ?? sql``} where offering_id = ${offering}`);
  await db.execute(sql`insert into events (type, subject, subject_id, actor) values ('sessions.changed', 'offering', ${offering}, 'test')`);
  await indexEvents();
}

it("a search that is not touched by changed sessions has the answer that it had", async () => {
  const told = { changed: 0, untouched: 0 };
  await fc.assert(
    fc.asyncProperty(query, fc.nat(), fc.nat(changes.length - 1), async (query, number, change) => {
      const offering = visible[number % visible.length]?.id ?? "";
      const before = await searchCatalogue(query, "nl");
      await changeSessions(offering, change);
      const touched = await isTouchedBy(query, { added: [], changed: [], sessions: [offering] });
      const after = await searchCatalogue(query, "nl");
      if (!touched) expect(after).toEqual(before);
      told.untouched += Number(!touched);
      told.changed += Number(JSON.stringify(after) !== JSON.stringify(before));
    }),
    { numRuns: 60, endOnFailure: true },
  );
  // Else it would say nothing.
  expect(told.untouched).toBeGreaterThan(0);
  expect(told.changed).toBeGreaterThan(0);
}, 300_000);

it("a search that is not touched by an offering that is new has the answer that it had", async () => {
  const told = { changed: 0, untouched: 0 };
  await fc.assert(
    fc.asyncProperty(query, async (query) => {
      const offering = held.pop()?.id ?? "";
      const before = await searchCatalogue(query, "nl");
      await db.execute(sql`
        insert into events (type, subject, subject_id, actor, after) values ('offering.published', 'offering', ${offering}, 'test', '{"version":1}')`);
      await indexEvents();
      expect(await lastTold()).toEqual([`added ${offering}`]);
      const touched = await isTouchedBy(query, { added: [offering], changed: [], sessions: [] });
      const after = await searchCatalogue(query, "nl");
      if (!touched) expect(after).toEqual(before);
      told.untouched += Number(!touched);
      told.changed += Number(JSON.stringify(after) !== JSON.stringify(before));
    }),
    { numRuns: 50, endOnFailure: true },
  );
  expect(told.untouched).toBeGreaterThan(0);
  expect(told.changed).toBeGreaterThan(0);
}, 300_000);

it.each<[string, string, [type: string, subject: string, version?: number][]]>([
  ["a new version", "changed one", [["offering.published", "one", 2]]],
  ["a withdrawal", "changed one", [["offering.withdrawn", "one"]]],
  [
    "a withdrawal of what was published a moment ago",
    "changed one",
    [
      ["offering.published", "one", 1],
      ["offering.withdrawn", "one"],
    ],
  ],
  [
    "other sessions of another version",
    "changed one",
    [
      ["sessions.changed", "one"],
      ["offering.published", "one", 3],
    ],
  ],
  [
    "a first publication with its sessions",
    "added one",
    [
      ["sessions.changed", "one"],
      ["offering.published", "one", 1],
    ],
  ],
  [
    "one that is new beside one that is changed",
    "added one, changed two",
    [
      ["offering.published", "one", 1],
      ["offering.restored", "two"],
    ],
  ],
  [
    "a decision about a provider",
    "index",
    [
      ["sessions.changed", "one"],
      ["organisation.decided", "provider"],
    ],
  ],
])("the index tells of %s as %s", async (_, told, happened) => {
  const ids: Record<string, string> = { one: visible[0]?.id ?? "", two: visible[1]?.id ?? "", provider: crypto.randomUUID() };
  for (const [type, subject, version] of happened)
    await db.execute(sql`
      insert into events (type, subject, subject_id, actor, after)
      values (${type}, ${subject === "provider" ? "organisation" : "offering"}, ${ids[subject] ?? ""}, 'test', ${version ? JSON.stringify({ version }) : null}::jsonb)`);
  await indexEvents();
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  const said = (await lastTold()).map((source) => source.replace(/[0-9a-f-]{36}/, (id) => names.get(id) ?? id));
  expect(said.sort().join(", ")).toBe(told);
});

/** What the last transaction that told anything told of the index. */
async function lastTold(): Promise<string[]> {
  const rows = await db.execute<{ source: string }>(
    sql`select source from changes where xid = (select xid from changes order by xid desc limit 1)`,
  );
  return rows.map(({ source }) => source);
}

/** No choice of sessions. */
const ofNoSession = {
  ...{ mode: [], lang: [], schedule: [], region: [], near: undefined, radius: undefined },
  ...{ startFrom: undefined, startTo: undefined, open: false, free: false, priceMax: undefined },
};
