import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { courseFile } from "@/bench/set/texts";
import { judgedFile, judgedSets, kinds, languages, readJudged } from "./judged";
import { good } from "./metrics";

const searches = { judged: 33, unseen: 17 };

describe.each(judgedSets)("the set %s", (set) => {
  const judged = readJudged(set);

  it("is as it was fixed", () => {
    const sum = createHash("sha256")
      .update(readFileSync(judgedFile(set)))
      .digest("hex");
    expect(readFileSync(`bench/relevance/${set}.sha256`, "utf8")).toBe(`${sum}  ${set}.jsonl\n`);
  });

  it("has as many searches in each language, of every kind", () => {
    for (const language of languages) {
      const own = judged.filter((search) => search.language === language);
      expect(own).toHaveLength(searches[set]);
      expect(new Set(own.map(({ kind }) => kind))).toEqual(new Set(kinds));
    }
    expect(new Set(judged.map(({ language, q }) => `${language} ${q}`)).size).toBe(judged.length);
  });

  it("says of filters, places and providers what must hold", () => {
    for (const { kind, facts } of judged) expect(Object.keys(facts).length > 0).toBe(["filters", "place", "provider"].includes(kind));
  });

  it("has something to be found for each", () => {
    for (const { q, grades } of judged)
      expect(
        Object.values(grades).some((grade) => grade >= good),
        q,
      ).toBe(true);
  });

  it("names offerings that exist", () => {
    const demonstration = new Set<string>();
    for (const name of new Set(judged.flatMap(({ grades }) => Object.keys(grades)).filter((name) => name.includes("/")))) {
      const slug = name.slice(0, name.indexOf("/"));
      if (!demonstration.has(`${slug}/`)) {
        demonstration.add(`${slug}/`);
        const { offerings } = JSON.parse(readFileSync(`demo/catalogues/${slug}.json`, "utf8")) as { offerings: { id: string }[] };
        for (const { id } of offerings) demonstration.add(`${slug}/${id}`);
      }
      expect(demonstration).toContain(name);
    }
  });

  it.skipIf(!existsSync(courseFile))("names real courses that exist", () => {
    const lines = readFileSync(courseFile, "utf8").trim().split("\n");
    const ids = new Set(lines.map((line) => (JSON.parse(line) as { id: string }).id));
    const named = judged.flatMap(({ grades }) => Object.keys(grades)).filter((name) => !name.includes("/"));
    expect(named.filter((name) => !ids.has(name))).toEqual([]);
  });
});

it("no search is in both sets", () => {
  const asked = judgedSets.flatMap((set) => readJudged(set).map(({ language, q }) => `${language} ${q}`));
  expect(new Set(asked).size).toBe(asked.length);
});
