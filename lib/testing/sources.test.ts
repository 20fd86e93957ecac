import { sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { db } from "@/db";
import { findOffering } from "@/lib/offerings/queries";
import { sourcesOf } from "@/lib/offerings/sources";
import { emptyDatabase } from "./database";
import { anOffering, aSession, withdraw } from "./offerings";
import { anAccreditation, anOrganisation, aProvider, suspend, type TestProvider } from "./registry";

let provider: TestProvider;
let other: TestProvider;
let offering: string;
let neighbour: string;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider({ slug: "garden" });
  other = await aProvider({ slug: "orchard" });
  const content = { stacksInto: ["orchard:whole"], awardingBodies: [{ name: "Guild", slug: "guild" }] };
  offering = await anOffering(provider, { slug: "soil", externalId: "soil", content, sessions: [{ startsOn: "2030-01-01" }] });
  neighbour = await anOffering(other, { externalId: "pruning", sessions: [{ startsOn: "2030-01-01" }] });
});

/** Whether a page of the offering that was drawn before a change is still right after it, as the page store would judge it. */
async function isKept(change: () => Promise<unknown>): Promise<boolean> {
  const view = await findOffering("soil", null);
  if (!view) throw new Error("The offering is not there");
  await db.execute(sql`delete from changes`);
  await change();
  const told = await db.execute<{ source: string }>(sql`select source from changes`);
  const sources = new Set(sourcesOf(view));
  return !told.some(({ source }) => sources.has(source));
}

const run = (statement: ReturnType<typeof sql>) => () => db.execute(statement);
const ofOffering = (statement: (id: string) => ReturnType<typeof sql>) => () => db.execute(statement(offering));

it.each<[string, () => Promise<unknown>]>([
  ["a withdrawal", () => withdraw(offering)],
  ["a suspension of its provider", () => suspend(provider, "2026-01-01")],
  ["an accreditation of its provider", () => anAccreditation(provider)],
  ["a new session", () => aSession(offering, { startsOn: "2030-02-01" })],
  ["seats that were taken", ofOffering((id) => sql`update sessions set seats_left = 1 where offering_id = ${id}`)],
  ["a price", ofOffering((id) => sql`insert into session_prices select id, 'everyone', 5, 'EUR' from sessions where offering_id = ${id}`)],
  [
    "a time to enrol",
    ofOffering((id) => sql`insert into enrolment_windows (session_id, opens_on) select id, now() from sessions where offering_id = ${id}`),
  ],
  ["a session that is gone", ofOffering((id) => sql`delete from sessions where offering_id = ${id}`)],
  [
    "a verification",
    ofOffering(
      (id) => sql`insert into verifications (offering_id, version_number, field, value, verified_by_id, verified_on)
    select ${id}, 1, 'level', '5', id, now() from organisations where slug = 'orchard-authority'`,
    ),
  ],
  [
    "another name of its national level",
    run(
      sql`insert into vocabulary_terms (kind, code, names, eqf, valid) values ('level', 'flemish/5', '{"en":"5 (graduate)"}', 5, '[2010-01-01,)')`,
    ),
  ],
  [
    "a new name of somebody whom it may name",
    run(sql`insert into organisation_names (organisation_id, name, valid)
    select id, '{"en":"Board"}', '[2010-01-01,2011-01-01)' from organisations where slug = 'garden-authority'`),
  ],
  ["its awarding body's coming to the register", () => anOrganisation("guild")],
  ["the whole that it is part of", () => anOffering(other, { externalId: "whole" })],
  ["another part of that whole", () => anOffering(other, { content: { stacksInto: ["orchard:whole"] } })],
  ["a part of its own", () => anOffering(other, { content: { stacksInto: ["garden:soil"] } })],
])("a page goes with %s", async (_, change) => {
  expect(await isKept(change)).toBe(false);
});

it.each<[string, () => Promise<unknown>]>([
  ["what another provider publishes", () => anOffering(other)],
  ["what its own provider publishes beside it", () => anOffering(provider)],
  ["another offering's sessions", () => db.execute(sql`update sessions set seats_left = 1 where offering_id = ${neighbour}`)],
  ["a decision about another provider", () => suspend(other, "2026-01-01")],
  ["a new organisation", () => aProvider()],
  ["what the index has taken up", run(sql`update events set indexed_at = now()`)],
])("a page stays beside %s", async (_, change) => {
  expect(await isKept(change)).toBe(true);
});

it("a part that leaves its whole is told of to the whole", async () => {
  const [version] = await db.execute<{ id: string }>(sql`
    insert into versions (offering_id, number, effective_from, content, title, eqf, ects, fields, modes, languages, quality, completeness, search_text)
    select offering_id, 2, effective_from, content || '{"stacksInto": []}', title, eqf, ects, fields, modes, languages, quality, completeness, search_text
    from versions where offering_id = ${offering} returning id`);
  await db.execute(sql`delete from changes`);
  await db.execute(sql`update offerings set current_version_id = ${version?.id} where id = ${offering}`);
  const told = await db.execute<{ source: string }>(sql`select source from changes`);
  expect(told.map(({ source }) => source)).toContain("orchard:whole");
});
