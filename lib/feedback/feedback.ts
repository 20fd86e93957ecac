import { addDays, type Day } from "@/lib/days/days";

/** What somebody is asked who completed a session: plain, and the same for every offering, so that answers add up. */
export const questions = ["outcomes", "workload", "teaching", "assessment", "use"] as const;
export type Question = (typeof questions)[number];

export const scores = [1, 2, 3, 4, 5] as const;

/** From so many answers to one version on, the public sees them: below that, people could be guessed. */
export const publicFrom = 10;
/** A link works so many days. */
export const linkDays = 90;
/** Links for one session: more than anybody has learners. */
export const linksPerSession = 500;

type SessionDays = { startsOn: Day | null; endsOn: Day | null; cancelledOn: Day | null };

/** Whether links can be made for a session: it has ended within the last year, or ends within two weeks. */
export function mayInvite({ startsOn, endsOn, cancelledOn }: SessionDays, day: Day): boolean {
  const last = endsOn ?? startsOn;
  return last !== null && cancelledOn === null && addDays(day, -366) <= last && last <= addDays(day, 14);
}

/** How often each score was given to a question, and the mean of them. */
type QuestionSummary = { counts: number[]; mean: number };
export type Summary = { versionNumber: number; answers: number; byQuestion: Record<Question, QuestionSummary> };

export type ScoreCount = { versionNumber: number; question: string; score: number; answers: number };

/** Results by version, the newest first, out of how often each score was given. */
export function summarise(rows: ScoreCount[]): Summary[] {
  const byVersion = Map.groupBy(rows, ({ versionNumber }) => versionNumber);
  return [...byVersion]
    .sort(([a], [b]) => b - a)
    .map(([versionNumber, ofVersion]) => {
      const byQuestion = Object.fromEntries(
        questions.map((question) => [question, summaryOf(ofVersion, question)]),
      ) as Summary["byQuestion"];
      const answers = Math.max(...questions.map((question) => sum(byQuestion[question].counts)));
      return { versionNumber, answers, byQuestion };
    });
}

function summaryOf(rows: ScoreCount[], question: Question): QuestionSummary {
  const counts = scores.map((score) =>
    sum(rows.filter((row) => row.question === question && row.score === score).map(({ answers }) => answers)),
  );
  const answers = sum(counts);
  return { counts, mean: answers === 0 ? 0 : sum(counts.map((count, position) => count * (position + 1))) / answers };
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

/** What the public may see: only versions with enough answers. */
export function publicSummaries(summaries: Summary[]): Summary[] {
  return summaries.filter(({ answers }) => answers >= publicFrom);
}
