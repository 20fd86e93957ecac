import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { anyQuery } from "@/bench/any-query";
import { differencesOn } from "@/bench/differences";
import { loadNationalSet } from "@/bench/national-set";
import { today } from "@/lib/clock";
import { emptyDatabase } from "@/lib/testing/database";
import { indexOfferings, publishedIds } from "./commands";
import { prepareIndexes } from "./engine";

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
