import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { db } from "@/db";
import { offerings } from "@/db/schema";
import { today } from "@/lib/clock";
import { refreshStatistics } from "@/lib/statistics/commands";
import { countAll } from "@/lib/statistics/queries";
import type { Scope } from "@/lib/statistics/scope";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering } from "@/lib/testing/offerings";
import { aProvider } from "@/lib/testing/registry";
import { endsOf, historyMonths, lastMonths } from "./history";
import { countHistories, readHistories } from "./queries";

const months = lastMonths(today());
const scopes: Scope[] = ["country", { region: "BE23" }];

beforeEach(emptyDatabase);

it("ends with what is counted now, for every figure and scope", async () => {
  for (const nuts of ["BE234", "BE332"]) {
    const provider = await aProvider({ nuts });
    for (let number = 0; number < 3; number++)
      await anOffering(provider, {
        content: { eqf: 3 + number, modes: ["online", "onsite"].slice(number % 2), funding: ["voucher"], validation: "possible" },
      });
  }
  const now = await countAll(db, scopes, 0);
  const rows = await countHistories(db, scopes);
  for (const scope of ["country", "region:BE23"]) {
    const counts = now.get(scope)?.counts;
    for (const code of [
      "total",
      "region",
      "provider-type",
      "providers-by-type",
      "level",
      "field",
      "level-in-field",
      "ects",
      "mode",
      "language",
      "funding",
      "target-group",
      "validation",
      "stacking",
      "quality",
      "completeness",
      "recognition-policy",
    ] as const) {
      const last = rows
        .filter((row) => row.scope === scope && row.code === code)
        .map(({ category, part, counts }) => ({ category, part, count: counts.at(-1) ?? 0 }));
      const plain = (list: { category: string; part: string; count: number }[]) =>
        list
          .filter(({ count }) => count > 0)
          .map((one) => JSON.stringify([one.category, one.part, one.count]))
          .sort();
      expect([code, plain(last)]).toEqual([code, plain(counts?.[code] ?? [])]);
    }
  }
});

it("tells of a month the version that held at its end, and only what was visible then", async () => {
  const provider = await aProvider({ nuts: "BE234" });
  const [early, brief] = [await anOffering(provider, { content: { eqf: 5 } }), await anOffering(provider, { content: { eqf: 6 } })];
  const at = (place: number) => endsOf([months[place] ?? ""])[0] ?? "";
  // Level 5 was published five months ago and became level 4 two months ago; the other was seen for one month only.
  await db.execute(sql`alter table versions disable trigger user`);
  await db.execute(sql`update versions set published_at = ${at(18)}::date - 10, effective_from = ${at(18)}::date - 10`);
  await db.execute(sql`insert into versions (offering_id, number, effective_from, published_at, content, title, eqf, ects, fields, modes, languages, quality, completeness, search_text)
    select offering_id, 2, ${at(21)}::date - 10, ${at(21)}::date - 10, content, title, 4, ects, fields, modes, languages, quality, completeness, search_text from versions where offering_id = ${early}`);
  await db.execute(sql`alter table versions enable trigger user`);
  await db
    .update(offerings)
    .set({ visible: `{["${at(18)} 00:00+00",)}` })
    .where(eq(offerings.id, early));
  await db
    .update(offerings)
    .set({ visible: `{["${at(19)} 12:00+00","${at(20)} 12:00+00")}` })
    .where(eq(offerings.id, brief));
  await refreshStatistics();
  const { level } = await readHistories({ region: "BE23" });
  expect(level?.months).toEqual(months);
  expect(level?.courses.map(({ category, counts }) => [category, counts.slice(17)])).toEqual([
    ["4", [0, 0, 0, 0, 1, 1, 1]],
    ["5", [0, 0, 1, 1, 0, 0, 0]],
    ["6", [0, 0, 0, 1, 0, 0, 0]],
  ]);
  expect(level?.courses[0]?.counts).toHaveLength(historyMonths);
  expect(await readHistories({ region: "BE33" })).toEqual({});
});
