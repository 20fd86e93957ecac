import { z } from "zod";
import type { AskedForm, Question, QuestionKind } from "@/lib/criteria/form/form";
import type { ProblemCode } from "@/lib/result";

/** What was answered, by the code of the question: one text, or several where several are chosen. */
export type Answers = Record<string, string[]>;

type Read = { value: string[] } | { problem: ProblemCode };

const lines = (given: string) => given.replaceAll("\r\n", "\n").trim();
const within = (value: string, longest: number, problem: ProblemCode): Read => (value.length > longest ? { problem } : { value: [value] });
const which = (holds: boolean, value: string[], problem: ProblemCode): Read => (holds ? { value } : { problem });

/** At most two decimals: three digits after a sign could be thousands as well. */
function numberIn(given: string): string | undefined {
  const [, sign, whole, fraction] = /^(-?)0*(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(given) ?? [];
  if (whole === undefined) return undefined;
  const decimals = fraction?.replace(/0+$/, "");
  const value = decimals ? `${whole}.${decimals}` : whole;
  return value === "0" ? value : `${sign}${value}`;
}

const readers: Record<QuestionKind, (one: string, all: string[], question: Question) => Read> = {
  text: (one) => within(one, 200, "applicationTextTooLong"),
  "long-text": (one) => within(one, 4000, "messageTooLong"),
  "yes-no": (one) => which(one === "yes" || one === "no", [one], "valueNotAccepted"),
  "one-of": (one, _, { options }) =>
    which(
      options.some(({ code }) => code === one),
      [one],
      "valueNotAccepted",
    ),
  "several-of": (_, all, { options }) => {
    const codes = options.map(({ code }) => code);
    const known = all.every((code) => codes.includes(code));
    return which(
      known,
      codes.filter((code) => all.includes(code)),
      "valueNotAccepted",
    );
  },
  number: (one) => {
    const number = numberIn(one);
    return which(number !== undefined, [number ?? ""], "answerNumberNotUnderstood");
  },
  day: (one) => {
    const isDay = z.iso.date().safeParse(one).success && one >= "1000-01-01" && one <= "2200-01-01";
    return which(isDay, [one], "dayNotUnderstood");
  },
};

/** Reads what was given to a question; nothing is an answer too. */
export function readAnswer(question: Question, given: readonly string[]): Read {
  const all = given.map(lines).filter(Boolean);
  const [one, ...more] = all;
  if (one === undefined) return { value: [] };
  if (more.length > 0 && question.kind !== "several-of") return { problem: "valueNotAccepted" };
  return readers[question.kind](one, all, question);
}

/** What stands as the answer to a question: nothing where what was saved is no answer to it, since the authority asks otherwise now. */
export function answerTo(question: Question, answers: Answers): string[] {
  const given = Object.hasOwn(answers, question.code) ? answers[question.code] : undefined;
  const read = readAnswer(question, given ?? []);
  return "value" in read && JSON.stringify(read.value) === JSON.stringify(given ?? []) ? read.value : [];
}

export const fieldOf = ({ code }: Pick<Question, "code">) => `answer-${code}`;

type Sent = Record<string, string[] | undefined>;

/** What a form says, question by question. What was answered earlier to questions that are not asked any more stays. */
export function readAnswers({ questions }: Pick<AskedForm, "questions">, sent: Sent, earlier: Answers) {
  const asked = new Set(questions.map(({ code }) => code));
  const read = questions.map((question) => ({ question, read: readAnswer(question, sent[fieldOf(question)] ?? []) }));
  const given = read.flatMap(({ question: { code }, read }) =>
    "value" in read && read.value.length > 0 ? [[code, read.value] as const] : [],
  );
  return {
    part: Object.fromEntries([...Object.entries(earlier).filter(([code]) => !asked.has(code)), ...given]) as Answers,
    problems: read.flatMap(({ question, read }) => ("problem" in read ? [{ code: read.problem, field: fieldOf(question) }] : [])),
  };
}
