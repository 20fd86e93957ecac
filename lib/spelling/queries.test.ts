import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { readSearch } from "@/lib/catalogue/understanding/queries";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering, withdraw } from "@/lib/testing/offerings";
import { aProvider } from "@/lib/testing/registry";
import { gatherWords } from "./commands";
import { respell } from "./queries";

let bees: string;

beforeEach(async () => {
  await emptyDatabase();
  const provider = await aProvider({ slug: "hogeschool-lindewater" });
  bees = await anOffering(provider, {
    slug: "bees",
    content: { title: { en: "Beekeeping for beginners", fr: "L’électricité des abeilles" } },
  });
  await anOffering(provider, { slug: "wells", content: { title: { nl: "Wondzorg en putten", en: "Wound care and wells" } } });
  await gatherWords();
});

test("a word that stands nowhere is spelt as the catalogue spells it, and the others stay as they were written", async () => {
  expect(await respell("bekeeping, please!")).toEqual({ q: "beekeeping, please!", sure: true });
  expect(await respell("electrisite")).toEqual({ q: "électricité", sure: true });
  expect(await respell("wondsorg")).toEqual({ q: "wondzorg", sure: true });
});

test("what is known, begins a word that is, is a place, or is in quotes is left alone", async () => {
  for (const known of ["beekeeping", "beekee", "Oostende", "Lindewater", "Bioloog 2026", '"bekeeping"', "xylophonists", "abc", ""])
    expect(await respell(known), known).toBeNull();
});

test("an unsure word is offered, and not searched for", async () => {
  expect((await readSearch({ q: "peekeeping" })).query.q).toBe("peekeeping");
  expect((await readSearch({ q: "peekeeping" })).spelling).toEqual({ q: "beekeeping", sure: false });
});

test("a question is mended after its filters were read, and not where the reader wants it as it stands", async () => {
  const { query, asked, spelling } = await readSearch({ q: "bekeeping gratis" });
  expect(query).toMatchObject({ q: "beekeeping", free: true });
  expect(asked.q).toBe("bekeeping gratis");
  expect(spelling?.sure).toBe(true);
  expect((await readSearch({ q: "bekeeping", literal: "1" })).query.q).toBe("bekeeping");
});

test("words go with the last offering that has them", async () => {
  await withdraw(bees);
  await gatherWords();
  expect(await respell("bekeeping")).toBeNull();
  const words = await db.execute<{ word: string }>(sql`select word from spelling_words where offerings > 0 order by word`);
  expect(words.map(({ word }) => word)).toEqual(["care", "putten", "wells", "wondzorg", "wound"]);
});
