import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { anyQuery } from "@/bench/any-query";
import { differencesOn } from "@/bench/differences";
import { loadNationalSet } from "@/bench/national-set";
import { today } from "@/lib/clock";
import { pointOf, spotOf } from "@/lib/places/spot";
import { emptyDatabase } from "@/lib/testing/database";
import { indexOfferings, publishedIds } from "./commands";
import { prepareIndexes } from "./engine";
import { searchDatabase } from "./fallback/queries";
import { findMoment } from "./moment/queries";
import { searchCatalogue } from "./search";
import { narrowedTo } from "./spots/narrowed";
import { boundsOf, cluster, project } from "./spots/picture";
import { countSpots } from "./spots/search";

beforeAll(async () => {
  await emptyDatabase();
  await loadNationalSet({ offerings: 400, seed: 400 });
  await prepareIndexes();
  for await (const ids of publishedIds()) await indexOfferings(ids);
}, 120_000);

it("finds and counts what SQL does, whatever filters are combined", async () => {
  const providers = Array.from({ length: 8 }, (_, number) => `national-${number}`);
  await fc.assert(
    fc.asyncProperty(anyQuery(today(), providers), async (query) => {
      expect((await differencesOn(query)).differences).toEqual([]);
    }),
    { numRuns: 60, endOnFailure: true },
  );
}, 120_000);

it("finds at each place of the map what the map counts there", async () => {
  const providers = Array.from({ length: 8 }, (_, number) => `national-${number}`);
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(anyQuery(today(), providers), fc.nat(), async (query, any) => {
      const { counts } = await countSpots(query);
      const [spot, count] = [...counts][any % Math.max(counts.size, 1)] ?? [];
      if (spot === undefined) return;
      const there = { ...query, ...narrowedTo([pointOf(spot)]), page: 1 };
      expect((await searchCatalogue(there, "en", { perPage: 1, counted: [] })).total).toBe(count);
      compared += 1;

      // What a circle of the picture stands for: all its places, and what is held at several of them once.
      const placed = [...counts].map(([at, own]) => ({ spot: at, count: own, ...pointOf(at) }));
      const circles = cluster(placed, project(boundsOf(placed), 400));
      const members = circles[any % circles.length]?.members ?? [pointOf(spot)];
      const around = { ...query, ...narrowedTo(members), page: 1 };
      const { total } = await searchCatalogue(around, "en", { perPage: 1, counted: [] });
      expect(total).toBe((await searchDatabase(around, "en", 1, await findMoment(around), [])).total);
      expect(total).toBeGreaterThanOrEqual(Math.max(...members.map((one) => counts.get(spotOf(one)) ?? 0)));
    }),
    { numRuns: 40, endOnFailure: true },
  );
  expect(compared).toBeGreaterThan(5);
}, 120_000);
