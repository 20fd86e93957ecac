import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { skills } from "@/db/schema";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { aContent } from "@/lib/testing/records";
import { suggestSkills } from "./queries";

const at = (last: string) => `http://data.europa.eu/esco/skill/${last}`;

beforeEach(emptyDatabase);
afterAll(closeDatabase);

test("each outcome without skills is offered those of its words, but none that another outcome names already", async () => {
  const held = ["welding pipes", "baking bread", "welding"].map((en) => ({ uri: at(en.replace(" ", "-")), kind: "skill", labels: { en } }));
  await db.insert(skills).values(held);
  const outcome = (en: string, named: string[] = []) => ({ type: "skill", text: { en }, skills: named });
  const about = { title: { en: "A course" }, originalLanguage: "en" };
  const uris = async (...outcomes: ReturnType<typeof outcome>[]) =>
    (await suggestSkills(aContent({ ...about, outcomes }))).map((offered) => offered.map(({ uri }) => uri));

  expect(await uris(outcome("Baking of bread"), outcome("Welding of pipes"))).toEqual([
    [at("baking-bread")],
    [at("welding-pipes"), at("welding")],
  ]);
  expect(await uris(outcome("Baking of bread", [at("baking-bread")]), outcome("Welding of pipes"))).toEqual([
    [],
    [at("welding-pipes"), at("welding")],
  ]);
  expect(await uris(outcome("Joins metal", [at("welding")]), outcome("Welding of pipes"))).toEqual([[], [at("welding-pipes")]]);
});
