import { sql } from "drizzle-orm";
import { db } from "@/db";
import { type Params, parseSearchQuery, searchParams } from "@/lib/catalogue/query";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { newRandom, type Random } from "./random";

export type Catalogue = {
  offerings: { slug: string; title: string; eqf: number; fields: string[] }[];
  providers: string[];
  /** How many offerings there are to be seen. */
  visible: number;
  /** Of titles, the most frequent first. */
  words: string[];
};
export type Visit = { kind: string; path: string };

const locales = ["en", "nl", "fr", "de"];

/** What is visible, in an order that has nothing to do with when it was written. */
export async function readCatalogue(): Promise<Catalogue> {
  const offerings = await db.execute<Catalogue["offerings"][number]>(sql`
    select o.slug, v.title, v.eqf, v.fields from offerings o join versions v on v.id = o.current_version_id
    where o.visible @> now() order by md5(o.slug) limit 20000`);
  const providers = await db.execute<{ slug: string }>(sql`
    select p.slug from organisations p where 'provider' = any(p.roles) order by md5(p.slug)`);
  const [counted] = await db.execute<{ visible: number }>(sql`select count(*)::int as visible from offerings where visible @> now()`);
  return {
    offerings: [...offerings],
    providers: providers.map(({ slug }) => slug),
    visible: counted?.visible ?? 0,
    words: wordsByFrequency([...offerings]),
  };
}

const wordsIn = (title: string) => title.match(/\p{L}{5,}/gu) ?? [];

function wordsByFrequency(offerings: Catalogue["offerings"]): string[] {
  const counts = new Map<string, number>();
  for (const word of offerings.flatMap(({ title }) => wordsIn(title.toLowerCase()))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].sort(([a, often], [b, seldom]) => seldom - often || (a < b ? -1 : 1));
  return sorted.slice(0, 3000).map(([word]) => word);
}

function wordsOf(random: Random, { offerings }: Catalogue): string {
  for (let tries = 0; tries < 20; tries++) {
    const title = offerings[random.skewed(offerings.length)]?.title ?? "";
    const words = wordsIn(title);
    if (words.length > 0) return random.some(words, random.int(1, 2)).join(" ");
  }
  return "management";
}

function offeringFilter(random: Random, { offerings }: Catalogue): Params {
  const offering = offerings[random.skewed(offerings.length)];
  return random.weighted<Params>([
    [{ eqf: String(offering?.eqf ?? 6) }, 4],
    [{ field: offering?.fields[random.int(0, 1)] ?? "06" }, 4],
    [{ ectsMax: random.pick(["3", "5", "10"]) }, 1],
    [{ qa: "esg" }, 0.5],
  ]);
}

function sessionFilters(random: Random, count: number): Params {
  const all: Params[] = [
    {
      mode: random.weighted([
        ["online", 5],
        ["blended", 2],
        ["onsite", 2],
      ]),
    },
    { lang: random.pick(["nl", "fr", "en", "de"]) },
    { startFrom: addDays(today(), random.int(0, 60)), startTo: addDays(today(), random.int(61, 200)) },
    { open: "1" },
    random.chance(0.5) ? { free: "1" } : { priceMax: random.pick(["100", "250", "500"]) },
  ];
  return Object.assign({}, ...random.some(all, count));
}

/** A search as people make them: words only, words with a filter, filters only, and one in ten with two filters on sessions. */
export function someSearch(random: Random, catalogue: Catalogue): Params {
  const filter = () => (random.chance(0.55) ? offeringFilter(random, catalogue) : sessionFilters(random, 1));
  return random.weighted<() => Params>([
    [() => ({ q: wordsOf(random, catalogue) }), 45],
    [() => ({ q: wordsOf(random, catalogue), ...filter() }), 20],
    [() => ({ ...filter(), ...(random.chance(0.3) ? offeringFilter(random, catalogue) : {}) }), 20],
    [() => ({}), 5],
    [() => ({ ...sessionFilters(random, 2), ...(random.chance(0.3) ? { q: wordsOf(random, catalogue) } : {}) }), 10],
  ])();
}

export const queryString = (params: Params) => {
  const text = searchParams(parseSearchQuery(params)).toString();
  return text ? `?${text}` : "";
};

/** Filters that people add to words first. */
const usualFilters: Params[] = [
  { mode: "online" },
  { open: "1" },
  { free: "1" },
  { eqf: "5" },
  { eqf: "6" },
  { lang: "nl" },
  { lang: "fr" },
];

/**
 * A search of a launch day. Many look at the same: the topics of the front page, the whole list, the words that are in the news. The rest is
 * everybody's own (`someSearch`). Why these shares: README.md.
 */
function launchSearch(random: Random, catalogue: Catalogue): Params {
  const params = random.weighted<() => Params>([
    [() => ({ field: `0${random.skewed(10, 1.5)}` }), 25],
    [() => ({}), 5],
    [
      () => ({
        q: catalogue.words[random.skewed(catalogue.words.length, 4)] ?? "management",
        ...(random.chance(0.2) ? random.pick(usualFilters) : {}),
      }),
      45,
    ],
    [() => someSearch(random, catalogue), 25],
  ])();
  const page = random.weighted<string | undefined>([
    [undefined, 88],
    ["2", 9],
    ["3", 3],
  ]);
  return { ...params, page };
}

/** The national launch day: half are searches (page and API), the rest pages. */
export function launchDay(catalogue: Catalogue, count: number, seed: number): Visit[] {
  const random = newRandom(seed);
  return Array.from({ length: count }, () => {
    const locale = random.pick(locales);
    return random.weighted<() => Visit>([
      [() => ({ kind: "search page", path: `/${locale}/offerings${queryString(launchSearch(random, catalogue))}` }), 25],
      [() => ({ kind: "search API", path: `/api/v1/search${queryString(launchSearch(random, catalogue))}` }), 25],
      [
        () => ({
          kind: "offering page",
          path: `/${locale}/offerings/${catalogue.offerings[random.skewed(catalogue.offerings.length, 6)]?.slug}`,
        }),
        42,
      ],
      [() => ({ kind: "front page", path: `/${locale}` }), 4],
      [
        () => ({ kind: "provider page", path: `/${locale}/providers/${catalogue.providers[random.skewed(catalogue.providers.length)]}` }),
        4,
      ],
    ])();
  });
}
