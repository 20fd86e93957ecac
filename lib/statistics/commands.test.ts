import { sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { db } from "@/db";
import type { Actor, Role } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { addDays } from "@/lib/days/days";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering, withdraw } from "@/lib/testing/offerings";
import { anOrganisation, aProvider, suspend } from "@/lib/testing/registry";
import { searchedFor } from "@/lib/testing/searches";
import { refreshStatistics } from "./commands";
import type { Count } from "./figure";
import { countStatistics, findOwnStatistics, readStatistics } from "./queries";

const countOf = (counts: Count[], category: string, part = "") =>
  counts.find((one) => one.category === category && one.part === part)?.count ?? 0;
const as = (role: Role, organisationId: string | null): Actor => ({ id: "person:p", role, organisationId });

beforeEach(emptyDatabase);

it("counts what the public sees, each offering once however many values it has", async () => {
  const [north, south] = [await aProvider({ nuts: "BE234" }), await aProvider({ nuts: "BE332" })];
  await anOffering(north, { content: { eqf: 5, ects: 3, modes: ["online", "onsite"], fields: ["0613", "0612"], funding: ["voucher"] } });
  await anOffering(north, {
    content: { eqf: 6, ects: null, hours: 20, modes: ["online"], fields: ["0913"], targetGroups: ["reskilling"] },
  });
  await anOffering(south, { content: { eqf: 5, ects: 0.5, modes: ["onsite"], fields: ["0613"], validation: "possible" } });
  await anOffering(south, { status: "draft" });
  await withdraw(await anOffering(south));
  const hidden = await aProvider();
  await anOffering(hidden);
  await suspend(hidden, "2026-01-01");

  const { counts } = await countStatistics(db, "country");
  expect(counts.total.map(({ category, count }) => [category, count])).toEqual(
    expect.arrayContaining([
      ["offerings", 3],
      ["providers", 2],
    ]),
  );
  expect([countOf(counts.region, "BE23"), countOf(counts.region, "BE33")]).toEqual([2, 1]);
  expect(counts.level.map(({ category, count }) => [category, count])).toEqual([
    ["5", 2],
    ["6", 1],
  ]);
  expect([countOf(counts.mode, "online"), countOf(counts.mode, "onsite")]).toEqual([2, 2]);
  expect([countOf(counts.field, "06"), countOf(counts.field, "09")]).toEqual([2, 1]);
  expect([countOf(counts["level-in-field"], "06", "5"), countOf(counts["level-in-field"], "09", "6")]).toEqual([2, 1]);
  expect(counts.ects.map(({ category, count }) => [category, count])).toEqual([
    ["0-1", 1],
    ["3-6", 1],
    ["", 1],
  ]);
  expect([countOf(counts.funding, "voucher"), countOf(counts.funding, "")]).toEqual([1, 2]);
  expect(countOf(counts["target-group"], "reskilling")).toBe(1);
  expect(countOf(counts.validation, "possible")).toBe(1);
  expect(countOf(counts["recognition-policy"], "no")).toBe(2);
  expect(counts["over-time"]).toHaveLength(24);
  expect(counts["over-time"].at(-1)).toEqual({ category: today().slice(0, 7), part: "", count: 3 });
});

it("sums what stands once in each offering to all that are visible", async () => {
  const provider = await aProvider();
  for (let number = 0; number < 5; number++) await anOffering(provider, { content: { eqf: 1 + number, ects: 1 + 7 * number } });
  const { counts } = await countStatistics(db, "country");
  const [seen] = await db.execute<{ count: number }>(sql`select count(*)::int as count from offerings where visible @> now()`);
  for (const code of ["region", "provider-type", "level", "ects", "validation", "stacking", "completeness"] as const)
    expect([code, counts[code].reduce((sum, { count }) => sum + count, 0)]).toEqual([code, seen?.count]);
});

it("gives an authority those it answers for, provider by provider, and nobody else's", async () => {
  const [slug] = country.authorities.map((one) => one.slug);
  const authorityId = await anOrganisation(slug ?? "", { en: "Council" }, { roles: ["competent-authority"] });
  const [inside, outside] = [await aProvider({ nuts: "BE234" }), await aProvider({ nuts: "BE336" })];
  await anOffering(inside, { content: { title: { en: "A" }, outcomes: [] } });
  await anOffering(outside);
  const own = await findOwnStatistics(as("analyst", authorityId));
  expect(own?.providers).toMatchObject([
    { slug: inside.slug, offerings: 1, policy: false, ends: null, parity: Math.round(100 / country.languages.length) },
  ]);
  expect(countOf(own?.counts.region ?? [], "BE33")).toBe(0);
  expect(await findOwnStatistics(as("manager", inside.id))).toBeUndefined();
  expect(await findOwnStatistics(as("person", null))).toBeUndefined();
});

it("tells what is looked for in vain from five searches on", async () => {
  await searchedFor(
    { day: today(), words: "beekeeping", searches: 3, found: 0 },
    { day: addDays(today(), -1), words: "beekeeping", searches: 2, found: 0 },
    { day: today(), words: "all day long", searches: 50, found: 0 },
    { day: today(), words: "my neighbour", searches: 4, found: 0 },
    { day: today(), words: "soil", searches: 90, found: 30 },
  );
  const { counts } = await countStatistics(db, "country");
  expect(counts.searches).toEqual([{ category: "beekeeping", part: "", count: 5 }]);
});

it("keeps what it counted until something happens", async () => {
  const provider = await aProvider();
  const read = async () => {
    const [row] = await db.execute<{ at: string; counts: { total: Count[] } }>(
      sql`select counted_at::text as at, counts from counted_statistics where scope = 'country'`,
    );
    return row;
  };
  await refreshStatistics();
  const first = await read();
  await refreshStatistics();
  expect((await read())?.at).toBe(first?.at);
  await anOffering(provider);
  await refreshStatistics();
  expect(countOf((await read())?.counts.total ?? [], "offerings")).toBe(1);
});

it("counts each region by itself, and both as the country", async () => {
  for (const nuts of ["BE234", "BE336", "BE332"]) await anOffering(await aProvider({ nuts }));
  await refreshStatistics();
  const offered = async (region: string) => countOf((await readStatistics(region)).counts.total, "offerings");
  expect(await Promise.all(["", "BE23", "BE33", "BE336", "BE10"].map(offered))).toEqual([3, 1, 1, 1, 0]);
});
