import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsOf } from "./compounds";

describe("the parts of compounds", () => {
  it.each([
    ["de", "Krankenpflege", ["kranken", "pflege"]],
    ["de", "Versicherungsrecht", ["versicherung", "recht"]],
    ["nl", "Verzekeringsrecht", ["verzekering", "recht"]],
    ["nl", "thuisverpleging", ["verpleging"]],
    ["nl", "ouderenzorg", ["ouderen", "zorg"]],
    ["de", "Pflege", []],
    ["nl", "gezondheid", []],
    ["fr", "Krankenpflege", []],
    ["de", "", []],
  ])("%s: %s", (language, text, parts) => {
    expect(partsOf(text, language)).toEqual(parts);
  });

  it("stand in the word, each once, and are never the whole of it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom("nl", "de"), (text, language) => {
        const found = partsOf(`${text} krankenhausverwaltung verzorgingstechniek`, language);
        expect(new Set(found).size).toBe(found.length);
        for (const part of found) expect(`${text} krankenhausverwaltung verzorgingstechniek`.toLowerCase()).toContain(part);
      }),
    );
  });
});
