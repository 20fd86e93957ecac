import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import concepts from "./concepts.json";
import { fieldWithBroader, findConcept, isCode, labelOf, languageName, type VocabularyName, vocabulary } from "./vocabulary";

const names = [...Object.keys(concepts), "fields"] as VocabularyName[];

/** Terms of ours that are finer than ELM's share the URI of the coarser term. */
const coarserInElm = ["supervisions", "schedules"];

describe("every vocabulary", () => {
  it.each(names)("%s names each term in four languages, under a code of its own", (name) => {
    const terms = vocabulary(name);
    expect(terms.length).toBeGreaterThan(1);
    expect(new Set(terms.map(({ code }) => code)).size).toBe(terms.length);
    for (const { code, labels } of terms) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(Object.keys(labels).sort(), code).toEqual(["de", "en", "fr", "nl"]);
      for (const label of Object.values(labels)) expect(label, code).toMatch(/^\S.*\S$/);
    }
  });

  it.each(names)("%s gives no two terms the same name in one language", (name) => {
    for (const language of ["en", "nl", "fr", "de"] as const) {
      // A narrow field that is not divided further has one detailed field of its own name.
      const labels = vocabulary(name).filter(({ code }) => name !== "fields" || code.length === 2);
      expect(new Set(labels.map((term) => term.labels[language])).size, language).toBe(labels.length);
    }
  });

  it.each(names.filter((name) => !coarserInElm.includes(name)))("%s gives each term a URI of its own", (name) => {
    const uris = vocabulary(name).flatMap(({ uri }) => uri ?? []);
    expect(new Set(uris).size).toBe(uris.length);
  });
});

describe("fields of study", () => {
  it("form a tree: each has its broader ones", () => {
    for (const { code } of vocabulary("fields")) {
      expect(fieldWithBroader(code).every((broader) => isCode("fields", broader))).toBe(true);
      expect(fieldWithBroader(code).at(-1)).toBe(code);
    }
    expect(fieldWithBroader("0613")).toEqual(["06", "061", "0613"]);
    expect(fieldWithBroader("06")).toEqual(["06"]);
  });

  it("have all eleven broad fields", () => {
    const broad = vocabulary("fields").filter(({ code }) => code.length === 2 && code !== "99");
    expect(broad.map(({ code }) => code)).toEqual(["00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10"]);
  });
});

describe("names of terms", () => {
  it("are in the reader's language, in English for others, and an unknown code names itself", () => {
    expect(labelOf("modes", "onsite", "nl")).toBe("Op locatie");
    expect(labelOf("modes", "onsite", "pl")).toBe("On site");
    expect(labelOf("modes", "teleport", "nl")).toBe("teleport");
    expect(isCode("modes", "teleport")).toBe(false);
    expect(isCode("modes", "constructor")).toBe(false);
  });

  it("tell languages by CLDR", () => {
    expect([languageName("nl", "fr"), languageName("de", "nl")]).toEqual(["néerlandais", "Duits"]);
  });
});

type Official = { scheme: string; concepts: { uri: string; labels: Record<string, string> }[] };
const folder = path.resolve("../shared/elm/vocab");

// The European lists as published stand beside the checkout where Cairn is developed; a clone has the copies only.
if (existsSync(folder)) {
  const lists: Official[] = readdirSync(folder)
    .filter((file) => file.endsWith(".json") && file !== "index.json")
    .map((file) => JSON.parse(readFileSync(path.join(folder, file), "utf8")));
  const official = new Map(lists.flatMap((list) => list.concepts.map((term) => [term.uri, { ...term, scheme: list.scheme }] as const)));

  describe("compared with the European lists", () => {
    it("every URI exists, all of one vocabulary in the same list", () => {
      for (const name of names) {
        const uris = vocabulary(name).flatMap(({ uri }) => uri ?? []);
        for (const uri of uris) expect(official.has(uri), `${name}: ${uri}`).toBe(true);
        expect(new Set(uris.map((uri) => official.get(uri)?.scheme)).size, name).toBeLessThanOrEqual(1);
      }
    });

    it("ISCED-F has all of its fields, by their official names", () => {
      for (const { uri, labels } of vocabulary("fields")) expect(official.get(uri ?? "")?.labels).toMatchObject(labels);
      const all = [...official.keys()].filter((uri) => uri.includes("/isced-f/"));
      const missing = all.filter((uri) => !vocabulary("fields").some((term) => term.uri === uri));
      expect(missing).toEqual([]);
    });

    it("each level leads to the EQF level of its number", () => {
      for (const level of ["1", "2", "3", "4", "5", "6", "7", "8"])
        expect(official.get(findConcept("eqfLevels", level)?.uri ?? "")?.labels.en).toBe(`Level ${level}`);
    });

    it("terms that keep the official name keep the official term", () => {
      const plain = (text: string | undefined) => text?.toLowerCase().replace(/[^a-z0-9]+/g, " ");
      const byName = new Map([...official.values()].map((term) => [`${term.scheme} ${plain(term.labels.en)}`, term.uri]));
      for (const name of names.filter((each) => each !== "fields"))
        for (const { uri, labels, code } of vocabulary(name)) {
          const same = uri && byName.get(`${official.get(uri)?.scheme} ${plain(labels.en)}`);
          if (same) expect(uri, `${name}: ${code}`).toBe(same);
        }
    });
  });
}
