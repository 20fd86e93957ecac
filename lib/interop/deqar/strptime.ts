import type { Day } from "@/lib/days/days";

const parts: Record<string, { pattern: string; part: "day" | "month" | "year" | "short" }> = {
  d: { pattern: "(\\d{1,2})", part: "day" },
  m: { pattern: "(\\d{1,2})", part: "month" },
  Y: { pattern: "(\\d{4})", part: "year" },
  y: { pattern: "(\\d{2})", part: "short" },
};

export type DateFormat = (text: string) => Day | undefined;

/**
 * A strftime pattern of the letters that DEQAR allows: %d, %m, %Y, %y and, without a leading zero, %-d and %-m. Undefined where it has
 * another letter, or lacks day, month or year: a date that it reads would be guessed.
 */
export function readDateFormat(pattern: string): DateFormat | undefined {
  const named: string[] = [];
  let source = "";
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern.charAt(at);
    if (sign !== "%") {
      source += sign.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
      continue;
    }
    const letter = pattern.charAt(at + 1) === "-" ? pattern.charAt(at + 2) : pattern.charAt(at + 1);
    const found = Object.hasOwn(parts, letter) ? parts[letter] : undefined;
    if (!found) return undefined;
    named.push(found.part);
    source += found.pattern;
    at += pattern.charAt(at + 1) === "-" ? 2 : 1;
  }
  const years = named.filter((part) => part === "year" || part === "short");
  const once = (part: string) => named.filter((one) => one === part).length === 1;
  if (!once("day") || !once("month") || years.length !== 1) return undefined;
  const expression = new RegExp(`^${source}$`);
  return (text) => {
    const found = expression.exec(text.trim());
    if (!found) return undefined;
    const value = (part: string) => Number(found[named.indexOf(part) + 1]);
    return toDay(named.includes("year") ? value("year") : century(value("short")), value("month"), value("day"));
  };
}

/** As C's strptime reads two digits: 69 to 99 are of the last century. */
function century(short: number): number {
  return short < 69 ? 2000 + short : 1900 + short;
}

function toDay(year: number, month: number, day: number): Day | undefined {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
