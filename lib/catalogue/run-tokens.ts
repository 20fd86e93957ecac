import { vocabulary } from "@/lib/vocabularies/vocabulary";

/** What a filter can ask of one session beside its start and its price. What is left out is "any". */
export type RunFacts = { mode?: string | undefined; lang?: string | undefined; open?: boolean; free?: boolean };

const modeNumbers = new Map(vocabulary("modes").map(({ code }, position) => [code, position + 1]));

/** Letters as digits: `nl` and `deu` become numbers below 27³; 0 is free for "any". */
function languageNumber(code: string): number {
  return [...code].reduce((number, letter) => number * 27 + letter.charCodeAt(0) - 96, 0);
}

/**
 * One number for a combination of session facts. A session has one for every combination that is true of it, so that "online, in
 * Dutch, open now" is one value that some session has, and not three that different sessions may have.
 */
export function tokenOf({ mode, lang, open = false, free = false }: RunFacts): number {
  const modeNumber = mode === undefined ? 0 : (modeNumbers.get(mode) ?? 0);
  const langNumber = lang === undefined ? 0 : languageNumber(lang);
  return ((modeNumber * 27 ** 3 + langNumber) * 2 + Number(open)) * 2 + Number(free);
}

/** By number: a search reads hundreds, the same ones each time. */
const known = new Map<number, RunFacts>();

/** The combination that a number stands for. */
export function factsOf(token: number): RunFacts {
  const facts = known.get(token) ?? decoded(token);
  known.set(token, facts);
  return facts;
}

function decoded(token: number): RunFacts {
  const [pair, flags] = [Math.floor(token / 4), token % 4];
  const [modeNumber, langNumber] = [Math.floor(pair / 27 ** 3), pair % 27 ** 3];
  return {
    mode: vocabulary("modes")[modeNumber - 1]?.code,
    lang:
      langNumber === 0
        ? undefined
        : [...langNumber.toString(27)].map((digit) => String.fromCharCode(96 + Number.parseInt(digit, 27))).join(""),
    open: flags >= 2,
    free: flags % 2 === 1,
  };
}

/** All combinations that are true of a session; the first is "any". */
export function tokensOf({
  modes,
  languages,
  open,
  free,
}: {
  modes: string[];
  languages: string[];
  open: boolean;
  free: boolean;
}): number[] {
  const either = (is: boolean) => (is ? [false, true] : [false]);
  return [undefined, ...modes].flatMap((mode) =>
    [undefined, ...languages].flatMap((lang) =>
      either(open).flatMap((isOpen) => either(free).map((isFree) => tokenOf({ mode, lang, open: isOpen, free: isFree }))),
    ),
  );
}

/** A day (as a number) or an amount in cents beside a token, as one number: a range of days of a token is a range of these. */
export function withDay(token: number, day: number): number {
  return token * 100_000 + Math.min(Math.max(day, 0), 99_999);
}

export function withPrice(token: number, amount: number): number {
  return token * 1_000_000_000 + Math.min(Math.round(amount * 100), 999_999_999);
}
