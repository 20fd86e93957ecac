import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tellingWords } from "./telling-words";

describe("the words that tell something", () => {
  it.each([
    ["ich möchte etwas im Büro lernen", "Büro"],
    ["i want to start my own business", "start business"],
    ["une formation de pompe à chaleur", "pompe chaleur"],
    ["j’aimerais apprendre l’anglais", "l’anglais"],
    ["je cherche une formation de soudure", "soudure"],
    ["haus energetisch sanieren", "energetisch sanieren haus"],
    ["wound care", "wound care"],
    ["learn", "learn"],
    ['"in the course"', '"in the course"'],
    ["", ""],
  ])("%s", (question, telling) => expect(tellingWords(question)).toBe(telling));

  it("are words of the question, and never none of it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (question) => {
        const telling = tellingWords(question);
        if (question.trim() !== "") expect(telling.trim()).not.toBe("");
        for (const word of telling.split(" ")) expect(question).toContain(word);
      }),
    );
  });
});
