import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { answerTo } from "@/lib/applications/answers/answers";
import { findPlace } from "@/lib/country/country";
import { criteriaContent } from "@/lib/criteria/criteria";
import { daysBetween } from "@/lib/days/days";
import { completenessOf } from "@/lib/offerings/completeness";
import { offeringContent } from "@/lib/offerings/content";
import { nextStep } from "@/lib/offerings/publication";
import { isCode, vocabulary } from "@/lib/vocabularies/vocabulary";
import { demonstrationApplications } from "./cases/input";
import { editionOf } from "./edition";
import { demonstrationEditions, demonstrationOrganisation } from "./input";
import { shiftDates, weeksSince } from "./shift";

const day = z.iso.date();
const code = (name: Parameters<typeof isCode>[0]) => z.string().refine((value) => isCode(name, value), `is no code of ${name}`);
const session = z.strictObject({
  id: z.string(),
  starts: day.optional(),
  ends: day.optional(),
  schedule: code("schedules").optional(),
  times: z.record(z.string(), z.string()).optional(),
  mode: code("modes").optional(),
  languages: z.array(z.string()).optional(),
  town: z
    .string()
    .refine((name) => findPlace(name) !== undefined, "is no town of the country")
    .optional(),
  address: z.string().optional(),
  postalCode: z.string().optional(),
  seats: z.int().positive().optional(),
  seatsLeft: z.int().min(0).optional(),
  price: z.number().min(0).optional(),
  prices: z.partialRecord(z.enum(["jobseekers", "employees", "students", "members", "reduced"]), z.number().min(0)).optional(),
  enrolment: z.array(z.strictObject({ from: day.optional(), until: day.optional() })).optional(),
  confirmed: day.optional(),
  cancelled: z.boolean().optional(),
  url: z.url().optional(),
});
const offering = z.looseObject({
  id: z.string(),
  language: z.enum(["nl", "fr", "de", "en"]),
  publish: z.boolean().default(true),
  sessions: z.array(session).default([]),
});
const catalogue = z.object({ catalogue: z.looseObject({}), offerings: z.array(offering).min(1) });

function read(folder: string) {
  return readdirSync(path.resolve("demo", folder))
    .filter((file) => file.endsWith(".json"))
    .map((file) => ({ slug: path.basename(file, ".json"), json: JSON.parse(readFileSync(path.resolve("demo", folder, file), "utf8")) }));
}

const organisations = ["authorities", "providers"]
  .flatMap(read)
  .map(({ slug, json }) => ({ ...demonstrationOrganisation.parse(json), file: slug }));
const catalogues = read("catalogues").map(({ slug, json }) => ({ slug, ...catalogue.parse(json) }));
const slugs = new Set(organisations.map(({ slug }) => slug));

it("has applications in which every question of the shipped form is answered", () => {
  const all = demonstrationApplications.parse(JSON.parse(readFileSync("demo/applications.json", "utf8")));
  const { questions } = criteriaContent.parse(JSON.parse(readFileSync("config/criteria.json", "utf8"))).form;
  for (const { number, answers } of all) {
    expect(
      Object.keys(answers).filter((code) => questions.every((question) => question.code !== code)),
      number,
    ).toEqual([]);
    expect(
      questions.filter((question) => question.required && answerTo(question, answers).length === 0),
      number,
    ).toEqual([]);
  }
});

/** An awarding body of the register is named by its slug, somebody outside it by a name, which has a capital letter. */
const toBody = (name: string) => ({ slug: /^[a-z0-9-]+$/.test(name) ? name : null, name });

const offerings = catalogues.flatMap(({ slug, catalogue: stated, offerings: all }) =>
  all.map(({ id, language, publish, sessions, ...says }) => {
    const merged = { ...stated, ...says, originalLanguage: language } as Record<string, unknown>;
    const bodies = ((merged.awardingBodies ?? []) as string[]).map(toBody);
    return {
      provider: slug,
      id,
      publish,
      sessions,
      content: offeringContent.strict().parse({ ...merged, awardingBodies: bodies }),
      name: `${slug}:${id}`,
    };
  }),
);
const complete = offerings.filter(({ content, publish }) => publish && completenessOf(content).missing.length === 0);
const sessions = offerings.flatMap((one) => one.sessions.map((each) => ({ ...each, of: `${one.name} ${each.id}` })));

describe("the demonstration's organisations", () => {
  it("are each in a file of their name, in a town of the country", () => {
    for (const { slug, file, address } of organisations) {
      expect(slug).toBe(file);
      expect(findPlace(address.town), `${slug}: ${address.town}`).toBeDefined();
    }
  });

  it("name only authorities and bodies that there are", () => {
    for (const one of organisations) {
      const named = [...one.registration.map(({ authority }) => authority), ...one.accreditations.map(({ body }) => body)];
      for (const each of named) expect(slugs.has(each), `${one.slug} names ${each}`).toBe(true);
    }
  });

  it("are of all types of provider, each with a catalogue and the other way round", () => {
    const providers = organisations.filter(({ roles }) => roles.includes("provider"));
    const types = new Set(providers.map(({ type }) => type));
    expect(vocabulary("providerTypes").filter((type) => !types.has(type.code))).toEqual([]);
    expect(catalogues.map(({ slug }) => slug)).toEqual(providers.map(({ slug }) => slug).sort());
  });

  it("tell their history in order, and end their accreditations on a day or say that they are open", () => {
    for (const { slug, registration, accreditations, names } of organisations) {
      const days = registration.map(({ from }) => from);
      expect([...days].sort(), slug).toEqual(days);
      expect(names.at(-1)?.until, slug).toBeNull();
      for (const { key, until, openEnded, effect, effectFrom, effectUntil } of accreditations) {
        expect(openEnded, key).toBe(until === null);
        expect((effectFrom ?? effectUntil) !== undefined, key).toBe(["no-new-starts", "teach-out"].includes(effect));
      }
    }
  });
});

describe("the demonstration's offerings", () => {
  it("are enough to be a catalogue: complete, at every level, in every field, in many towns", () => {
    expect(complete.length).toBeGreaterThanOrEqual(240);
    expect(sessions.length).toBeGreaterThanOrEqual(700);
    expect(new Set(complete.map(({ content }) => content.eqf))).toEqual(new Set([3, 4, 5, 6, 7, 8]));
    const broad = new Set(complete.flatMap(({ content }) => content.fields.map((field) => field.slice(0, 2))));
    expect([...broad].sort()).toEqual(["00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10"]);
    expect(new Set(sessions.flatMap(({ town }) => (town ? findPlace(town) : []))).size).toBeGreaterThanOrEqual(25);
  });

  it("are in four languages where sixty or more say so", () => {
    const inFour = complete.filter(({ content }) =>
      ["nl", "fr", "de", "en"].every((language) => content.title[language] && content.summary[language]),
    );
    expect(inFour.length).toBeGreaterThanOrEqual(60);
  });

  it("have ids of their own, and so have their sessions", () => {
    expect(new Set(offerings.map(({ name }) => name)).size).toBe(offerings.length);
    expect(new Set(sessions.map(({ of }) => of)).size).toBe(sessions.length);
  });

  it("name only awarding bodies and larger credentials that there are", () => {
    const names = new Set(offerings.map(({ name }) => name));
    for (const { provider, content, name } of offerings) {
      for (const { slug } of content.awardingBodies) if (slug) expect(slugs.has(slug), `${name} is awarded by ${slug}`).toBe(true);
      for (const link of content.stacksInto)
        expect(names.has(link.includes(":") ? link : `${provider}:${link}`), `${name} stacks into ${link}`).toBe(true);
    }
  });

  it("speak the language that they are written in", () => {
    for (const { content, name } of offerings) expect(content.title[content.originalLanguage], name).toBeTruthy();
  });

  it("have sessions that begin before they end and take enrolment before it closes", () => {
    for (const { of, starts, ends, enrolment = [], seats, seatsLeft } of sessions) {
      if (ends) expect(starts && starts <= ends, of).toBe(true);
      for (const { from, until } of enrolment) if (from && until) expect(from <= until, of).toBe(true);
      if (seats !== undefined && seatsLeft !== undefined) expect(seatsLeft <= seats, of).toBe(true);
    }
  });
});

describe("the demonstration's past", () => {
  const past = read("earlier").map(({ slug, json }) => ({ slug, editions: demonstrationEditions.parse(json) }));
  const contentsOf = (slug: string, { catalogue: stated, offerings: then }: ReturnType<typeof editionOf>) =>
    new Map(
      then.map(({ id, language, publish: _, sessions: none, ...says }) => {
        const merged = { ...stated, ...says, originalLanguage: language } as Record<string, unknown>;
        const bodies = ((merged.awardingBodies ?? []) as string[]).map(toBody);
        return [`${slug}:${id}`, offeringContent.strict().parse({ ...merged, awardingBodies: bodies })] as const;
      }),
    );
  const told = past.flatMap(({ slug, editions }) => {
    const now = catalogues.find((one) => one.slug === slug);
    if (!now) throw new Error(`${slug} has a past and no catalogue`);
    return editions.map((edition) => ({ on: edition.on, contents: contentsOf(slug, editionOf(now, edition)) }));
  });

  it("is told in order, before today, by offerings that could be published then", () => {
    for (const { editions } of past) {
      const days = editions.map(({ on }) => on);
      expect([...days].sort()).toEqual(days);
      expect(days.every((on) => on < "2026-11-23")).toBe(true);
    }
    for (const { contents } of told) for (const [name, content] of contents) expect(completenessOf(content).missing, name).toEqual([]);
  });

  it("has an offering of three versions and one that was replaced", () => {
    const steps = (provider: string, id: string) => {
      const name = `${provider}:${id}` as const;
      const all = [...told.flatMap(({ contents }) => contents.get(name) ?? []), offerings.find((one) => one.name === name)?.content];
      return all.map((content, position) => content && nextStep(all[position - 1] ?? null, content));
    };
    expect(steps("hogeschool-lindewater", "LW-014")).toEqual(["new-version", "new-version", "new-version"]);
    expect(steps("universite-val-clair", "VC-009")).toEqual(["new-version", "new-offering"]);
  });

  it("knows nothing of an offering that the catalogue has not", () => {
    const edition = { on: "2026-01-05", offerings: [{ id: "nothing" }] };
    expect(() => editionOf({ catalogue: {}, offerings: [{ id: "one" }] }, edition)).toThrow(/nothing/);
  });
});

describe("the demonstration's dates", () => {
  it("move all by the same whole weeks, and nothing else does", () => {
    const given = { from: "2026-11-23", list: [{ until: "2027-02-28" }], text: "on 2026-11-23", code: "0613", count: 7, none: null };
    expect(shiftDates(given, 2)).toEqual({ ...given, from: "2026-12-07", list: [{ until: "2027-03-14" }] });
    expect(shiftDates(given, 0)).toEqual(given);
  });

  it("keep their weekday, so that a course on Thursdays stays on Thursdays", () => {
    const weekday = (date: string) => new Date(`${date}T12:00:00Z`).getUTCDay();
    for (const weeks of [-3, 1, 60]) expect(weekday(shiftDates("2027-01-14", weeks))).toBe(weekday("2027-01-14"));
  });

  it("are never ahead of the day, and less than a week behind it", () => {
    for (const today of ["2026-11-23", "2026-11-29", "2026-11-30", "2028-03-01", "2026-11-22"]) {
      const behind = daysBetween(shiftDates("2026-11-23", weeksSince(today)), today);
      expect(behind >= 0 && behind < 7, today).toBe(true);
    }
  });
});
