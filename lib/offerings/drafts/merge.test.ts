import fc from "fast-check";
import { expect, test } from "vitest";
import { offeringContent } from "@/lib/offerings/content";
import { aContent } from "@/lib/testing/records";
import { baseAfter, giveUp, mergeContents } from "./merge";
import { type PartValues, valuesOfPart } from "./parts";

const language = fc.constantFrom("en", "nl", "fr");
const words = fc.constantFrom("Reads a map", "Draws a map", "Leest een kaart", "Lit une carte", "Explains\nit");
const texts = fc.dictionary(language, words, { maxKeys: 3 });
const outcome = fc.record({
  type: fc.constantFrom("skill", "knowledge"),
  text: fc.dictionary(language, words, { minKeys: 1, maxKeys: 3 }),
  skills: fc.constant([]),
});
const content = fc
  .record({ title: texts, summary: texts, outcomes: fc.array(outcome, { maxLength: 4 }), ects: fc.constantFrom(null, 3, 4) })
  .map((said) => offeringContent.parse({ originalLanguage: "en", description: {}, ...said }));
const fields = ["title", "summary", "outcomes", "ects"] as const;
/** As a form sends it: every language that the page shows, an empty one as an empty text. */
const sent = (one: ReturnType<typeof aContent>): PartValues => ({
  title: { en: "", nl: "", fr: "", ...one.title },
  summary: { en: "", nl: "", fr: "", ...one.summary },
  outcomes: one.outcomes,
  ects: one.ects,
});
const pick = (one: PartValues) => Object.fromEntries(fields.map((field) => [field, one[field]]));

test("where only one of the two changed anything, what they wrote stands", () => {
  fc.assert(
    fc.property(content, content, (base, changed) => {
      const forTheirs = mergeContents(base, sent(base), changed);
      expect(forTheirs.clashes).toEqual([]);
      expect(pick(forTheirs.values)).toEqual(pick(changed));
      const forMine = mergeContents(base, sent(changed), base);
      expect(forMine.clashes).toEqual([]);
      expect(pick(forMine.values)).toEqual(pick(changed));
    }),
  );
});

test("no word that somebody wrote is lost: it is in what comes out, or in a clash", () => {
  fc.assert(
    fc.property(content, content, content, (base, mine, theirs) => {
      const { values, clashes } = mergeContents(base, sent(mine), theirs);
      const kept = JSON.stringify([values, clashes]);
      for (const [who, said] of Object.entries({ mine, theirs }))
        for (const field of ["title", "summary"] as const)
          for (const [code, text] of Object.entries(said[field]))
            if (text !== base[field][code]) expect(kept, `${who} ${field}.${code}`).toContain(JSON.stringify(text));
    }),
  );
});

test("two who meet get the same, whoever comes first", () => {
  fc.assert(
    fc.property(content, content, content, (base, a, b) => {
      const [one, other] = [mergeContents(base, sent(a), b), mergeContents(base, sent(b), a)];
      expect(one.clashes.map(({ key }) => key).sort()).toEqual(other.clashes.map(({ key }) => key).sort());
      if (one.clashes.length === 0) expect(pick(one.values)).toEqual(pick(other.values));
    }),
  );
});

test("after both were shown, mine stands where I insist and theirs where I give up", () => {
  fc.assert(
    fc.property(content, content, content, (base, mine, theirs) => {
      const first = mergeContents(base, sent(mine), theirs);
      const seen = baseAfter(base, first.clashes);
      expect(mergeContents(seen, sent(mine), theirs).clashes).toEqual([]);
      const keys = first.clashes.map(({ key }) => key);
      const givenUp = mergeContents(seen, giveUp(sent(mine), seen, keys), theirs);
      expect(givenUp.clashes).toEqual([]);
      if (keys.includes("ects")) expect(givenUp.values.ects).toBe(theirs.ects);
      if (keys.includes("title.en")) expect(givenUp.values.title?.en).toBe(theirs.title.en);
    }),
  );
});

test("one rewords an outcome while another translates it and a third adds their field", () => {
  const base = aContent({ outcomes: [{ type: "skill", text: { en: "Reads a map" }, skills: [] }] });
  const mine = { outcomes: [{ type: "skill", text: { en: "Reads a sea map" }, skills: [] }] };
  const theirs = {
    ...base,
    outcomes: [{ type: "skill", text: { en: "Reads a map", nl: "Leest een kaart" }, skills: [] }],
    fields: ["0713"],
  };
  expect(mergeContents(valuesOfPart(base, "learn"), mine, theirs)).toEqual({
    values: { outcomes: [{ type: "skill", text: { en: "Reads a sea map", nl: "Leest een kaart" }, skills: [] }] },
    clashes: [],
  });
});

test("boxes in another order, and ends of lines as browsers send them, are no change", () => {
  const base = aContent({ modes: ["online", "onsite"], description: { en: "One\nTwo" } });
  const theirs = { ...base, modes: ["blended"], description: { en: "Other" } };
  const { values, clashes } = mergeContents(base, { modes: ["onsite", "online"], description: { en: "One\r\nTwo " } }, theirs);
  expect(clashes).toEqual([]);
  expect(values).toEqual({ modes: ["blended"], description: { en: "Other" } });
});
