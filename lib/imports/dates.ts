import { dayOf } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { fold } from "./fold";

/** Names of months in Dutch, French, German and English, by their first letters where these are enough. */
const monthNames: Array<[RegExp, number]> = [
  [/^(jan|jaen|jän)/, 1],
  [/^(feb|fev)/, 2],
  [/^(maart|mars|marz|maerz|mar$|mrt|mrz|march)/, 3],
  [/^(apr|avr)/, 4],
  [/^(mei|mai|may)/, 5],
  [/^(jun|juin)/, 6],
  [/^(jul|juil)/, 7],
  [/^(aug|aou)/, 8],
  [/^sep/, 9],
  [/^(okt|oct)/, 10],
  [/^nov/, 11],
  [/^(dec|dez)/, 12],
];

/** A day as people and programs write it in the four languages; undefined when it is none. Day before month, unless only the reverse is a day. */
export function parseDay(written: string): Day | undefined {
  const text = written.replace(/[\s ]+/g, " ").trim();
  return fromIso(text) ?? fromDigits(text) ?? fromNumber(text) ?? fromWords(text);
}

function day(year: number, month: number, date: number): Day | undefined {
  const full = year < 100 ? 2000 + year : year;
  if (month < 1 || month > 12 || date < 1 || full < 1000 || full > 9999) return undefined;
  if (date > new Date(Date.UTC(full, month, 0)).getUTCDate()) return undefined;
  return `${full}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

const time = "(?:[T ,]+(?:om |à |um |at )?\\d{1,2}[:.hu]\\d{0,2}.*)?$";
const iso = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${time}`);
const numeric = new RegExp(`^(?:\\p{L}+\\.?,? )?(\\d{1,2}) ?[-/. ] ?(\\d{1,2}) ?[-/. ] ?(\\d{4}|\\d{2})${time}`, "u");

function fromIso(text: string): Day | undefined {
  const found = iso.exec(text);
  if (!found) return undefined;
  // A moment with its offset is a day only in some time zone: the country's.
  if (/T\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    const moment = new Date(text);
    if (!Number.isNaN(moment.getTime())) return dayOf(moment);
  }
  return day(Number(found[1]), Number(found[2]), Number(found[3]));
}

function fromDigits(text: string): Day | undefined {
  const found = numeric.exec(text);
  if (!found) return undefined;
  const [first, second, year] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return day(year, second, first) ?? day(year, first, second);
}

/** 20270114, the serial day of a spreadsheet, or seconds or milliseconds since 1970. */
function fromNumber(text: string): Day | undefined {
  if (!/^\d{5,14}(\.\d+)?$/.test(text)) return undefined;
  const number = Number(text);
  if (/^(19|20|21)\d{6}$/.test(text)) return day(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
  if (number >= 20_000 && number < 80_000) return new Date(Date.UTC(1899, 11, 30 + Math.floor(number))).toISOString().slice(0, 10);
  if (number >= 9e11 && number < 5e12) return dayOf(new Date(number));
  if (number >= 9e8 && number < 5e9) return dayOf(new Date(number * 1000));
  return undefined;
}

function fromWords(text: string): Day | undefined {
  const words = fold(text);
  const dayFirst = /(?:^|\s)(\d{1,2})(?:er|e|ste|de|st|nd|rd|th)?\.? ?(?:de |of |d )?([a-z]{3,9})\.?,? ?(\d{4}|\d{2})(?!\d)/.exec(words);
  const monthFirst = /(?:^|\s)([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/.exec(words);
  if (dayFirst) return day(Number(dayFirst[3]), monthNamed(dayFirst[2]), Number(dayFirst[1]));
  if (monthFirst) return day(Number(monthFirst[3]), monthNamed(monthFirst[1]), Number(monthFirst[2]));
  return undefined;
}

function monthNamed(name = ""): number {
  return monthNames.find(([pattern]) => pattern.test(name))?.[1] ?? 0;
}
