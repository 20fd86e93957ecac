import { beforeEach, expect, test } from "vitest";
import { findOffering } from "@/lib/offerings/queries";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering, type TestOffering, withdraw } from "@/lib/testing/offerings";
import { aProvider, suspend, type TestProvider } from "@/lib/testing/registry";
import { type ComparedRow, comparedGroups, differsIn, priceOf, toCompared } from "./comparison";

const day = "2026-11-26";
const rows: ComparedRow[] = Object.values(comparedGroups).flat();
let provider: TestProvider;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider();
});

async function compare(...given: TestOffering[]) {
  const compared = [];
  for (const one of given) {
    const id = await anOffering(provider, { slug: one.slug ?? `s-${Math.random().toString(36).slice(2)}`, ...one });
    compared.push({ id, slug: one.slug ?? "" });
  }
  return compared;
}

async function viewed(slug: string) {
  const view = await findOffering(slug, null);
  if (!view) throw new Error("The offering is not there");
  return toCompared(view, day);
}

const differing = async (slugs: string[]) => {
  const compared = await Promise.all(slugs.map(viewed));
  return rows.filter((row) => differsIn(row, compared, day));
};

test("two that say the same differ in nothing, in whatever order they say it", async () => {
  const session = { startsOn: "2027-02-01", endsOn: "2027-03-01", prices: { everyone: 90 }, places: [{ town: "Gent" }] };
  await compare(
    { slug: "one", content: { targetGroups: ["high-achievers", "non-native-speakers"] }, sessions: [session] },
    { slug: "other", content: { targetGroups: ["non-native-speakers", "high-achievers"] }, sessions: [session] },
  );
  expect(await differing(["one", "other"])).toEqual([]);
});

test("each row in which they differ is named, and no other", async () => {
  await compare(
    { slug: "one", content: { ects: 3 }, sessions: [{ startsOn: "2027-02-01", prices: { everyone: 90 } }] },
    {
      slug: "other",
      content: { ects: 4 },
      sessions: [{ startsOn: "2027-02-01", prices: { everyone: 90, seekers: 0 } }, { startsOn: "2027-01-15" }],
    },
  );
  // The next session of the other comes first and states no price; both are announced only.
  expect(await differing(["one", "other"])).toEqual(["workload", "price", "start", "enrolment"]);
});

test("the price is that of the next session for somebody without any claim", async () => {
  const open = { enrolment: [{ opensOn: "2026-11-01", closesOn: null }] };
  await compare({
    slug: "one",
    sessions: [
      { startsOn: "2026-12-01", prices: { everyone: 10 }, cancelledOn: "2026-11-02" },
      { startsOn: "2027-03-01", prices: { everyone: 200, seekers: 20 }, ...open },
      { startsOn: "2027-01-01", prices: { everyone: 300 } },
    ],
  });
  expect(priceOf(await viewed("one"))).toMatchObject({ amount: 200 });
});

test("what was withdrawn and what is suspended say so, and have no next session", async () => {
  const sessions = [{ startsOn: "2027-02-01" }];
  const [gone] = await compare({ slug: "gone", sessions }, { slug: "there", sessions });
  await withdraw(gone?.id ?? "");
  expect((await viewed("gone")).place.notice?.kind).toBe("withdrawn");
  expect((await viewed("gone")).next).toBeUndefined();
  expect(await differing(["gone", "there"])).toContain("standing");
  await suspend(provider, "2026-01-01");
  expect((await viewed("there")).place.notice?.kind).toBe("suspended");
});
