import { beforeEach, expect, test } from "vitest";
import { listKept } from "@/lib/lists/offerings/queries";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering, withdraw } from "@/lib/testing/offerings";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { calendarOf } from "./calendar";

const words = { titled: (kind: string, title: string) => `${kind}: ${title}`, until: (day: string) => `until ${day}` };
const made = {
  day: "2026-11-26",
  locale: "en",
  words,
  addressOf: (slug: string) => `https://cairn.example/${slug}`,
  host: "cairn.example",
};
let provider: TestProvider;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider();
});

const entriesOf = async (slug: string) =>
  calendarOf(await listKept({ slugs: [slug] }), made).map(({ from, title, cancelled }) => [from, title, cancelled]);

test("each first day, and the first and last day to enrol, of what is to come", async () => {
  await anOffering(provider, {
    slug: "soil",
    sessions: [
      { startsOn: "2027-02-01", endsOn: "2027-04-01", enrolment: [{ opensOn: "2026-10-01", closesOn: "2027-01-15" }] },
      { startsOn: "2026-03-01", endsOn: "2026-04-01" },
      { startsOn: "2027-05-01", cancelledOn: "2026-11-01" },
    ],
  });
  expect((await entriesOf("soil")).sort()).toEqual([
    ["2027-01-15", "closes: Soil care for gardeners", false],
    ["2027-02-01", "starts: Soil care for gardeners", false],
    ["2027-05-01", "cancelled: Soil care for gardeners", true],
  ]);
});

test("what is out of the catalogue has no dates", async () => {
  await withdraw(await anOffering(provider, { slug: "gone", sessions: [{ startsOn: "2027-02-01" }] }));
  expect(await entriesOf("gone")).toEqual([]);
});
