import { afterAll, beforeEach, expect, it } from "vitest";
import { findMoment } from "@/lib/catalogue/moment/queries";
import { type Params, parseSearchQuery } from "@/lib/catalogue/query";
import { findSynonyms } from "@/lib/synonyms/queries";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { anOffering, type TestSession } from "@/lib/testing/offerings";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { setClock } from "@/lib/testing/search-engine";
import { searchDatabase } from "./queries";

let provider: TestProvider;

beforeEach(async () => {
  setClock("2026-11-23T12:00:00+01:00");
  await emptyDatabase();
  provider = await aProvider();
});

afterAll(closeDatabase);

async function found(params: Params, perPage = 20) {
  const query = parseSearchQuery(params);
  const moment = await findMoment(query);
  const { items } = await searchDatabase(query, "en", perPage, { ...moment, synonyms: await findSynonyms(moment.day) });
  return items;
}
const slugs = async (params: Params) => (await found(params)).map(({ slug }) => slug);

const open: TestSession = { startsOn: "2027-06-01", enrolment: [{ opensOn: "2026-11-01", closesOn: null }] };
const soon: TestSession = { startsOn: "2026-12-01" };

it("without an engine too, what one can enrol in comes first, then the soonest start", async () => {
  await anOffering(provider, { slug: "idle" });
  await anOffering(provider, { slug: "soon", sessions: [soon] });
  await anOffering(provider, { slug: "open", sessions: [open] });
  await anOffering(provider, { slug: "full", sessions: [{ ...open, startsOn: "2026-12-05", seatsLeft: 0 }] });
  await anOffering(provider, {
    slug: "closed",
    sessions: [{ startsOn: "2026-12-06", enrolment: [{ opensOn: null, closesOn: "2026-11-22" }] }],
  });
  expect(await slugs({})).toEqual(["open", "soon", "full", "closed", "idle"]);
  expect(await slugs({ sort: "start" })).toEqual(["soon", "full", "closed", "open", "idle"]);
});

it("without an engine too, a title that says what is asked comes before a text that does, in whatever language it is", async () => {
  const about = { en: "Everything about bees and honey" };
  await anOffering(provider, { slug: "text", content: { title: { en: "Garden care" }, summary: about }, sessions: [open] });
  await anOffering(provider, { slug: "half", content: { title: { en: "Honey cakes" }, summary: about }, sessions: [open] });
  await anOffering(provider, { slug: "title", content: { title: { en: "Hives", fr: "Bees et honey" }, summary: about }, sessions: [soon] });
  expect(await slugs({ q: "bees honey" })).toEqual(["title", "half", "text"]);
});

it("without an engine too, a better title counts though a page is full of others, and no provider fills it", async () => {
  const other = await aProvider();
  const offer = async (by: TestProvider, title: string, startsOn: string) =>
    await anOffering(by, { content: { title: { en: title }, summary: { en: "About soil" } }, sessions: [{ startsOn }] });
  for (let number = 0; number < 44; number++) await offer(provider, "Plants", "2027-01-11");
  for (let number = 0; number < 6; number++) await offer(other, "Plants", "2027-01-04");
  await offer(provider, "Soil", "2027-09-01");
  for (const params of [{}, { q: "soil" }]) {
    const pages = [await found(params), await found({ ...params, page: "2" }), await found({ ...params, page: "3" })];
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(51);
    expect(pages[0]?.slice(0, 10).filter((item) => item.provider.slug === other.slug)).toHaveLength(5);
  }
  const [first] = (await found({ q: "soil" }))[0]?.title.parts ?? [];
  expect(first?.text).toBe("Soil");
});
