import { sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { client, db } from "@/db";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering } from "@/lib/testing/offerings";
import { anAccreditation, aProvider, suspend, type TestProvider } from "@/lib/testing/registry";
import { refreshVisibility } from "./commands";

let provider: TestProvider;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider({ accredited: null });
});
afterAll(() => client.end());

/** At which of these moments the public may see an offering. */
async function seenAt(id: string, ...moments: string[]): Promise<boolean[]> {
  const seen = [];
  for (const moment of moments) {
    const [row] = await db.execute<{ seen: boolean }>(
      sql`select visible @> ${moment}::timestamptz as seen from offerings where id = ${id}`,
    );
    seen.push(row?.seen ?? false);
  }
  return seen;
}

const noon = (day: string) => `${day} 12:00:00+01`;

describe("the visibility that is stored with an offering", () => {
  it("begins and ends at midnight in the country, in summer and in winter", async () => {
    await anAccreditation(provider, { valid: { from: "2026-07-01", until: "2027-01-01" } });
    const id = await anOffering(provider);
    const turns = ["2026-07-01 00:00:00+02", "2027-01-01 00:00:00+01"];
    expect(await seenAt(id, "2026-06-30 23:59:59+02", ...turns, "2026-12-31 23:59:59+01")).toEqual([false, true, false, true]);
  });

  it("has a hole from the day of a suspension on, and nothing else of it changes", async () => {
    await anAccreditation(provider);
    const id = await anOffering(provider);
    await suspend(provider, "2026-11-23");
    const moments = ["2026-11-22 23:59:59+01", "2026-11-23 00:00:00+01", noon("2027-11-23")];
    expect(await seenAt(id, ...moments)).toEqual([true, false, false]);
  });

  it("goes on over two accreditations of which one follows the other", async () => {
    await anAccreditation(provider, { valid: { from: "2024-01-01", until: "2026-07-01" } });
    await anAccreditation(provider, { valid: { from: "2026-07-01", until: null } });
    const id = await anOffering(provider);
    const [row] = await db.execute<{ periods: number }>(
      sql`select count(*)::int as periods from offerings, unnest(visible) where id = ${id}`,
    );
    expect(row).toEqual({ periods: 1 });
    expect(await seenAt(id, "2026-07-01 00:00:00+02", noon("2030-01-01"))).toEqual([true, true]);
  });

  it("is never for what no accreditation covers, or what is not published", async () => {
    await anAccreditation(provider, { eqfLevels: [6], valid: { from: "2024-01-01", until: null } });
    const covered = await anOffering(provider, { content: { eqf: 6 } });
    const others = [
      await anOffering(provider, { content: { eqf: 5 } }),
      await anOffering(provider, { content: { eqf: 6 }, status: "withdrawn" }),
      await anOffering(provider, { content: { eqf: 6 }, status: "archived" }),
      await anOffering(provider, { content: { eqf: 6 }, status: "draft" }),
    ];
    expect(await seenAt(covered, noon("2026-11-23"))).toEqual([true]);
    for (const id of others) expect(await seenAt(id, noon("2026-11-23"))).toEqual([false]);
  });

  it("is for an offering whose field is the very one that an accreditation is limited to", async () => {
    await anAccreditation(provider, { fields: ["0812"] });
    const inside = await anOffering(provider, { content: { fields: ["0812"] } });
    const broader = await anOffering(provider, { content: { fields: ["081"] } });
    expect(await seenAt(inside, noon("2026-11-23"))).toEqual([true]);
    expect(await seenAt(broader, noon("2026-11-23"))).toEqual([false]);
  });

  it("is written for some offerings, or all of a provider, and for nobody else's", async () => {
    await anAccreditation(provider);
    const other = await aProvider();
    const [one, two, foreign] = [await anOffering(provider), await anOffering(provider), await anOffering(other)];
    await db.execute(sql`update offerings set visible = '{}'`);
    await db.transaction((tx) => refreshVisibility(tx, { offeringIds: [one] }));
    expect([...(await seenAt(one, noon("2026-11-23"))), ...(await seenAt(two, noon("2026-11-23")))]).toEqual([true, false]);
    await db.transaction((tx) => refreshVisibility(tx, { providerId: provider.id }));
    expect([...(await seenAt(two, noon("2026-11-23"))), ...(await seenAt(foreign, noon("2026-11-23")))]).toEqual([true, false]);
  });

  it("is of the one offering that an accreditation names, and not of another of its scope", async () => {
    const [named, other] = [await anOffering(provider), await anOffering(provider)];
    await anAccreditation(provider, { offeringId: named });
    await db.transaction((tx) => refreshVisibility(tx, { providerId: provider.id }));
    expect([...(await seenAt(named, noon("2026-11-23"))), ...(await seenAt(other, noon("2026-11-23")))]).toEqual([true, false]);
  });

  it("does not hold after a transaction that was rolled back", async () => {
    const id = await anOffering(provider);
    const undone = db.transaction(async (tx) => {
      await tx.execute(sql`insert into accreditations (key, organisation_id, accrediting_body_id, title, type, standard, valid, open_ended, recorded)
        values ('k', ${provider.id}, ${provider.authorityId}, '{}', 'institutional-license', 'esg', '[2020-01-01,)', true, '[2020-01-01,)')`);
      await refreshVisibility(tx, { providerId: provider.id });
      throw new Error("on second thoughts");
    });
    await expect(undone).rejects.toThrow("on second thoughts");
    expect(await seenAt(id, noon("2026-11-23"))).toEqual([false]);
  });
});
