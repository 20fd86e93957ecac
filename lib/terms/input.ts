import { z } from "zod";
import { country } from "@/lib/country/country";

const line = z
  .string()
  .default("")
  .transform((given) => given.replaceAll("\0", "").replace(/\s+/g, " ").trim())
  .pipe(z.string().max(200, "textTooLong"));

const said = line.pipe(z.string().min(1, "textMissing"));
const from = z.iso.date("dayNotUnderstood");
const short = z
  .string()
  .default("")
  .transform((given) => given.trim().toLowerCase());

/** A name in each of the country's languages: what is official is official in all of them. */
const inEachLanguage = z.object(Object.fromEntries(country.languages.map((language) => [language, said])));

/** Fields of forms are flat: `names.nl` is the name in Dutch. */
export function named<S extends z.ZodRawShape>(shape: S) {
  return z.preprocess(
    (given) => {
      const fields = given as Record<string, unknown>;
      return { ...fields, names: Object.fromEntries(country.languages.map((language) => [language, fields[`names.${language}`]])) };
    },
    z.object({ names: inEachLanguage, ...shape }),
  );
}

const level = named({
  framework: z.string().refine((code) => country.frameworks.some((one) => one.code === code), "valueNotAccepted"),
  code: short.pipe(z.string().regex(/^[a-z0-9+-]{1,20}$/, "termCodeUnclear")),
  eqf: z.coerce.number("eqfNotUnderstood").int("eqfNotUnderstood").min(1, "eqfNotUnderstood").max(8, "eqfNotUnderstood"),
  from,
});

const label = named({
  code: short.transform((code) => code.replace(/^label-/, "")).pipe(z.string().regex(/^[a-z0-9-]{1,60}$/, "termCodeUnclear")),
  givenBy: said,
  url: z
    .string()
    .default("")
    .transform((given) => given.trim() || null)
    .pipe(z.union([z.null(), z.url({ protocol: /^https?$/, error: "urlNotUnderstood" }).max(2000, "textTooLong")])),
  from,
});

/** A new level of a national framework: its code gets that of the framework. */
export const levelInput = level.transform(({ names, framework, code, eqf, from }) => ({
  kind: "level" as const,
  code: `${framework}/${code}`,
  names,
  eqf,
  givenBy: null,
  url: null,
  from,
}));

/** A new national quality label. */
export const labelInput = label.transform(({ names, code, givenBy, url, from }) => ({
  kind: "label" as const,
  code: `label-${code}`,
  names,
  eqf: null,
  givenBy,
  url,
  from,
}));

export type TermInput = z.output<typeof levelInput> | z.output<typeof labelInput>;

export const renameInput = named({ from });

export const endInput = z.object({ until: from });

export const resumeInput = z.object({ from });

/** Each term of a page has its own forms, whose fields begin with what its code is as part of an id. */
export const partOfCode = (code: string) => `term-${code.replace("/", "_")}`;

/** The lists as their addresses name them. */
export const termLists = { levels: "level", labels: "label" } as const;
export type TermList = keyof typeof termLists;

export const isTermList = (list: string): list is TermList => Object.hasOwn(termLists, list);
