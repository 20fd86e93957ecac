import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayInvite, publicSummaries, questions, type ScoreCount, summarise } from "./feedback";
import { answerInput, responseInput, reviewInput } from "./input";

const answer = fc.record(Object.fromEntries(questions.map((question) => [question, fc.integer({ min: 1, max: 5 })])));
const answers = fc.array(fc.record({ version: fc.integer({ min: 1, max: 3 }), scores: answer }), { maxLength: 40 });

/** As the database counts them. */
function counted(given: { version: number; scores: Record<string, number> }[]): ScoreCount[] {
  const rows = new Map<string, ScoreCount>();
  for (const { version, scores } of given)
    for (const [question, score] of Object.entries(scores)) {
      const key = `${version} ${question} ${score}`;
      const row = rows.get(key) ?? { versionNumber: version, question, score, answers: 0 };
      rows.set(key, { ...row, answers: row.answers + 1 });
    }
  return [...rows.values()];
}

describe("results", () => {
  it("count every answer once, by version, with the true mean", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const summaries = summarise(counted(given));
        expect(summaries.map(({ versionNumber }) => versionNumber)).toEqual(
          [...new Set(given.map(({ version }) => version))].sort((a, b) => b - a),
        );
        for (const { versionNumber, answers: all, byQuestion } of summaries) {
          const own = given.filter(({ version }) => version === versionNumber);
          expect(all).toBe(own.length);
          for (const question of questions) {
            const mean = own.reduce((sum, { scores }) => sum + (scores[question] ?? 0), 0) / own.length;
            expect(byQuestion[question].mean).toBeCloseTo(mean);
            expect(byQuestion[question].counts.reduce((sum, one) => sum + one, 0)).toBe(own.length);
          }
        }
      }),
    );
  });

  it("are public from ten answers to one version on, not to all together", () => {
    const of = (version: number, times: number) =>
      Array.from({ length: times }, () => ({ version, scores: Object.fromEntries(questions.map((question) => [question, 4])) }));
    const shown = publicSummaries(summarise(counted([...of(1, 9), ...of(2, 10), ...of(3, 1)])));
    expect(shown.map(({ versionNumber }) => versionNumber)).toEqual([2]);
  });
});

describe("links", () => {
  const session = { startsOn: "2026-03-01", endsOn: "2026-06-01", cancelledOn: null };
  it("can be made from two weeks before the end until a year after", () => {
    const days = ["2026-05-17", "2026-05-18", "2026-06-01", "2027-06-02", "2027-06-03"];
    expect(days.map((day) => mayInvite(session, day))).toEqual([false, true, true, true, false]);
  });

  it("go by the start where no end is stated, and are for no cancelled or undated session", () => {
    expect(mayInvite({ ...session, endsOn: null }, "2026-03-01")).toBe(true);
    expect(mayInvite({ ...session, cancelledOn: "2026-02-01" }, "2026-06-01")).toBe(false);
    expect(mayInvite({ startsOn: null, endsOn: null, cancelledOn: null }, "2026-06-01")).toBe(false);
  });
});

describe("what is sent", () => {
  const five = Object.fromEntries(questions.map((question) => [question, "3"]));

  it("is an answer with all five scores, or says which is missing", () => {
    expect(answerInput.parse({ ...five, text: " Goed \r\n" })).toEqual({
      scores: { outcomes: 3, workload: 3, teaching: 3, assessment: 3, use: 3 },
      text: "Goed",
    });
    const faults = answerInput.safeParse({ ...five, use: undefined, teaching: "6" }).error?.issues;
    expect(faults?.map(({ path, message }) => [path[0], message])).toEqual([
      ["teaching", "scoreMissing"],
      ["use", "scoreMissing"],
    ]);
  });

  it("is never more than what was asked for", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.constantFrom(...questions, "text"), fc.string()), fc.string()), (form) => {
        const read = answerInput.safeParse(form);
        if (read.success) expect(Object.keys(read.data.scores).sort()).toEqual([...questions].sort());
        else for (const { message } of read.error.issues) expect(message).toMatch(/^(scoreMissing|textTooLong)$/);
      }),
      { numRuns: 500 },
    );
  });

  it("needs some words in a review and in what was changed", () => {
    expect(reviewInput.safeParse({ text: "Fine.", locale: "en" }).error?.issues[0]?.message).toBe("reviewTooShort");
    expect(responseInput.safeParse({ nl: " ", fr: "" }).error?.issues[0]?.message).toBe("textMissing");
    expect(responseInput.parse({ nl: "Meer oefeningen", fr: "" })).toEqual({ nl: "Meer oefeningen" });
  });
});
