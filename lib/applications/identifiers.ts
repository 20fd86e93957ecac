import type { ProblemCode } from "@/lib/result";

export const identifierSchemes = ["vat", "national", "ror", "deqarinst", "eter", "pic", "schac", "eidas"] as const;
export type IdentifierScheme = (typeof identifierSchemes)[number];
export type Identifier = { scheme: IdentifierScheme; value: string };

type Rule = { clean: (text: string) => string; holds: (value: string) => boolean; problem: ProblemCode };

/** How each scheme writes its values, and what can be checked of them without asking anybody. */
const rules: Record<IdentifierScheme, Rule> = {
  vat: { clean: (text) => text.toUpperCase().replace(/[\s.-]/g, ""), holds: isVat, problem: "vatWrong" },
  national: {
    clean: (text) => text.replace(/\s+/g, " "),
    holds: (value) => /^[\p{L}\d][\p{L}\d ./-]{2,39}$/u.test(value) && /\d/.test(value),
    problem: "nationalIdWrong",
  },
  ror: {
    clean: (text) => `https://ror.org/${text.toLowerCase().replace(/^(https?:\/\/)?(www\.)?ror\.org\//, "")}`,
    holds: isRor,
    problem: "rorWrong",
  },
  deqarinst: {
    clean: (text) => text.toUpperCase().replace(/\s/g, ""),
    holds: (value) => /^DEQARINST\d{4,6}$/.test(value),
    problem: "deqarinstWrong",
  },
  eter: {
    clean: (text) => text.toUpperCase().replace(/\s/g, ""),
    holds: (value) => /^[A-Z]{2}\d{4}(\.\d{1,2})?$/.test(value),
    problem: "eterWrong",
  },
  pic: {
    clean: (text) => text.replace(/[\s.-]/g, ""),
    holds: (value) => /^\d{9}$/.test(value) && Number(value) % 97 === 1,
    problem: "picWrong",
  },
  schac: {
    clean: (text) => text.toLowerCase(),
    holds: (value) => /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(value) && value.length <= 253,
    problem: "schacWrong",
  },
  eidas: {
    clean: (text) => text.replace(/\s/g, ""),
    holds: (value) => /^[A-Z]{2}\/[A-Z]{2}\/[\w.+-]{3,60}$/.test(value),
    problem: "eidasWrong",
  },
};

/** The identifier as its scheme writes it, or what is wrong with it. */
export function readIdentifier(scheme: IdentifierScheme, text: string): { value: string } | { problem: ProblemCode } {
  const { clean, holds, problem } = rules[scheme];
  const value = clean(text.trim());
  return holds(value) ? { value } : { problem };
}

/** Council Directive 2006/112/EC, article 215: a country's prefix before its own number. Belgian numbers carry a check: 97 less the rest by 97. */
function isVat(value: string): boolean {
  if (!/^[A-Z]{2}[0-9A-Z+*]{2,13}$/.test(value)) return false;
  if (!value.startsWith("BE")) return true;
  const digits = value.slice(2);
  return /^[01]\d{9}$/.test(digits) && 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8));
}

const crockford = "0123456789abcdefghjkmnpqrstvwxyz";

/** A 0, six letters of Crockford's base 32, two digits that check them (ISO 7064, mod 97-10). */
function isRor(value: string): boolean {
  const [, letters, check] = /^https:\/\/ror\.org\/0([0-9a-hjkmnp-tv-z]{6})(\d{2})$/.exec(value) ?? [];
  if (!letters) return false;
  const number = [...letters].reduce((sum, letter) => sum * 32 + crockford.indexOf(letter), 0);
  return 98 - ((number * 100) % 97) === Number(check);
}
