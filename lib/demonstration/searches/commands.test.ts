import { readFileSync } from "node:fs";
import { beforeEach, expect, it } from "vitest";
import { db } from "@/db";
import { searchedWords } from "@/db/schema";
import { prepareIndexes } from "@/lib/catalogue/engine";
import { foldWords } from "@/lib/insight/wishes/words";
import { emptyDatabase } from "@/lib/testing/database";
import { loadSearches } from "./commands";
import { demonstrationSearches } from "./input";

beforeEach(emptyDatabase);

const shipped = demonstrationSearches.parse(JSON.parse(readFileSync("demo/searches.json", "utf8")));

it("counts each search that may be kept as often as it says, once however often it is loaded", async () => {
  await prepareIndexes();
  const some = [...shipped.slice(0, 3), { q: "jan peeters", locale: "nl", times: 9 }];
  await loadSearches(some);
  await loadSearches(some);
  const rows = await db.select().from(searchedWords);
  const expected = shipped.slice(0, 3).reduce((sum, { times }) => sum + times, 0);
  expect(rows.reduce((sum, { searches }) => sum + searches, 0)).toBe(expected);
  expect(rows.every(({ region, unanswered, searches }) => region === "BE24" && unanswered === searches)).toBe(true);
});

it("are all searches that may be kept", () => {
  expect(shipped.filter(({ q }) => foldWords(q) === undefined)).toEqual([]);
});
