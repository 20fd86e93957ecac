import { type Params, parseSearchQuery, type SearchQuery } from "@/lib/catalogue/query";
import { isCode } from "@/lib/vocabularies/vocabulary";

/** The questions of a guided search, in the order in which they are asked. Each can be skipped. */
export const questions = ["aim", "known", "time", "place", "cost", "paper"] as const;
export type Question = (typeof questions)[number];

/** What one can choose in answer to a question, and the filters that it stands for. None where it rules nothing out. */
const choices = {
  aim: { work: {}, job: {}, study: { stackable: "1" }, self: {} },
  known: {
    basic: { eqf: ["1", "2", "3", "4"] },
    secondary: { eqf: ["4", "5", "6"] },
    bachelor: { eqf: ["5", "6", "7"] },
    master: { eqf: ["6", "7", "8"] },
  },
  time: { day: { hoursMax: "8" }, week: { hoursMax: "40" }, months: { hoursMax: "125" }, any: {} },
  when: { evening: { schedule: ["evening"] }, weekend: { schedule: ["weekend"] }, own: { schedule: ["self-paced"] } },
  how: { online: { mode: ["online"] }, onsite: { mode: ["onsite"] }, mixed: { mode: ["blended", "hybrid"] }, either: { orOnline: "1" } },
  cost: { free: { free: "1" }, hundred: { priceMax: "100" }, some: { priceMax: "300" }, more: { priceMax: "1000" } },
  paper: { none: {}, digital: { credential: ["edc", "open-badges"] }, credits: { ectsMin: "1" } },
} as const satisfies Record<string, Record<string, Params>>;

export type Choice = keyof typeof choices;
export const choosable = Object.keys(choices) as Choice[];

/** The names of what can be answered to a question, as the address has them. */
export const partsOf: Record<Question, (Choice | "about" | "field" | "near")[]> = {
  aim: ["aim", "about", "field"],
  known: ["known"],
  time: ["time", "when"],
  place: ["how", "near"],
  cost: ["cost"],
  paper: ["paper"],
};

/** What somebody has answered so far; what makes no sense counts as skipped. */
export type Answers = { chosen: Partial<Record<Choice, string>>; about: string; field: string[]; near: string | undefined };

export function optionsOf(choice: Choice): string[] {
  return Object.keys(choices[choice]);
}

/** The most that an answer allows something to cost, where it says an amount. */
export function priceOf(choice: Choice, option: string): number | undefined {
  const stands: Record<string, Params> = choices[choice];
  const amount = stands[option]?.priceMax;
  return amount === undefined ? undefined : Number(amount);
}

const first = (value: string | string[] | undefined) => [value ?? []].flat()[0];

export function readAnswers(params: Params): Answers {
  const chosen: Answers["chosen"] = {};
  for (const choice of choosable) {
    const value = first(params[choice]);
    if (value !== undefined && Object.hasOwn(choices[choice], value)) chosen[choice] = value;
  }
  const { q, field, near } = parseSearchQuery({ q: params.about, field: params.field, near: params.near });
  return { chosen, about: q, field: field.filter((code) => code.length === 2 && isCode("fields", code)), near };
}

/** The answers as an address has them, with something left out or added: one state has one address. */
export function answerParams({ chosen, about, field, near }: Answers, without: readonly string[] = []): [name: string, value: string][] {
  const all: [string, string | undefined][] = [
    ["about", about === "" ? undefined : about],
    ...field.map((code): [string, string] => ["field", code]),
    ...choosable.map((choice): [string, string | undefined] => [choice, chosen[choice]]),
    ["near", near],
  ];
  return all.flatMap(([name, value]) => (value === undefined || without.includes(name) ? [] : [[name, value]]));
}

/** What the answers to one question stand for. */
function filtersOf(question: Question, answers: Answers): Params {
  const found: Params = {};
  for (const part of partsOf[question]) {
    if (part === "about") found.q = answers.about;
    else if (part === "field") found.field = answers.field;
    else if (part === "near") found.near = answers.near;
    else {
      const chosen = answers.chosen[part];
      const stands: Record<string, Params> = choices[part];
      if (chosen !== undefined) Object.assign(found, stands[chosen]);
    }
  }
  return found;
}

/** The search that the answers to all questions, or to all but one, stand for. */
export function toSearch(answers: Answers, without?: Question): SearchQuery {
  return parseSearchQuery(Object.assign({}, ...questions.filter((one) => one !== without).map((one) => filtersOf(one, answers))));
}

/** The search that the answers to a single question stand for: its filters are what that answer asks. */
export function searchOf(question: Question, answers: Answers): SearchQuery {
  return parseSearchQuery(filtersOf(question, answers));
}

/** Which question an address is at: 0 to 5, or 6 where all have been asked. */
export function readStep(value: string | string[] | undefined): number {
  const step = Number(first(value) ?? 0);
  return Number.isInteger(step) && step >= 0 && step <= questions.length ? step : 0;
}
