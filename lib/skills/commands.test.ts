import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { events, skills } from "@/db/schema";
import { operator } from "@/lib/auth/permissions";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { aMember } from "@/lib/testing/people";
import { aProvider } from "@/lib/testing/registry";
import { writeSkills } from "./commands";
import { importEscoFile } from "./esco/import-file";

const real = path.resolve("../shared/data/esco");
const folder = mkdtempSync(path.join(tmpdir(), "esco-"));
const actor = operator("test");
const at = (last: string) => `http://data.europa.eu/esco/skill/${last}`;

beforeEach(emptyDatabase);
afterAll(closeDatabase);

async function take(name: string, text: string) {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return await importEscoFile(actor, file, () => undefined);
}

const header = "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status,description";
const row = (last: string, label: string, more = "") =>
  `KnowledgeSkillCompetence,${at(last)},knowledge,cross-sector,${label},${more},released,`;

test("languages come together, a repetition changes nothing, and what a newer file leaves out stays", async () => {
  const english = `${header}\n${row("a", "welding", '"joining metal\nfusing"')}\n${row("b", "baking")}\n`;
  expect(await take("skills_en.csv", english)).toMatchObject({ is: "done", kind: "skills", rows: 2, changed: 2 });
  expect(await take("skills_nl.csv", `${header}\n${row("a", "lassen")}\n`)).toMatchObject({ changed: 1 });
  expect(await take("skills_en.csv", english)).toMatchObject({ changed: 0 });
  const held = await db.select().from(skills).orderBy(skills.uri);
  expect(held).toMatchObject([
    { id: "a", kind: "knowledge", labels: { en: "welding", nl: "lassen" }, alternatives: { en: ["joining metal", "fusing"] } },
    { id: "b", labels: { en: "baking" } },
  ]);
  expect((await db.select().from(events)).map(({ type }) => type)).toEqual(["skills.imported", "skills.imported"]);
});

test("a row that is not understood is named by line and column, and the others are taken over", async () => {
  const outcome = await take(
    "skills_en.csv",
    `${header}\n${row("a", "welding", '"x\ny"')}\nKnowledgeSkillCompetence,nowhere,knowledge,,x,,,\n${row("c", "sewing")}\n`,
  );
  expect(outcome).toMatchObject({ is: "done", rows: 3, changed: 2, problems: [{ line: 4, column: "conceptUri", value: "nowhere" }] });
  expect(await take("skills.csv", `${header}\n${row("a", "welding")}\n`)).toMatchObject({
    is: "refused",
    problem: { value: "skills.csv" },
  });
  expect(await take("other.csv", "a,b\n1,2\n")).toEqual({ is: "other" });
});

test("two at once come to the same as one after the other", async () => {
  const batch = Array.from({ length: 300 }, (_, n) => ({
    ...{ uri: at(`${n}`), kind: "skill" as const, reuse: null, code: null, labels: { en: `skill ${n}` } },
    ...{ alternatives: {}, descriptions: {}, status: "released", replacedBy: null },
  }));
  const written = await Promise.all([writeSkills(actor, { skills: batch }), writeSkills(actor, { skills: [...batch].reverse() })]);
  expect(written.map((result) => result.ok && result.value).sort()).toEqual([0, 300]);
});

test("nobody but the instance itself writes them", async () => {
  const provider = await aProvider();
  const refused = await writeSkills(await aMember(provider.id, "manager"), { broader: [{ from: at("a"), to: at("b") }] });
  expect(refused).toEqual({ ok: false, problems: [{ code: "notAllowed" }] });
});

test.skipIf(!existsSync(real))("ESCO's own files of both releases are understood whole", { timeout: 120_000 }, async () => {
  const files = [
    ...["skills_en.csv", "skillGroups_en.csv", "occupations_en.csv", "broaderRelationsSkillPillar.csv"].map((name) => `v1.1.1_en/${name}`),
    ...["v1.1.1_en/occupationSkillRelations.csv.gz", "v1.2_nl/occupations_nl.csv", "v1.2_nl/skillGroups_nl.csv"],
  ];
  for (const name of files)
    expect([name, await importEscoFile(actor, path.join(real, name), () => undefined)]).toMatchObject([name, { is: "done", problems: [] }]);
  const others = ["digitalSkillsCollection_en.csv", "skillSkillRelations.csv", "skillsHierarchy_en.csv"];
  for (const name of others)
    expect(await importEscoFile(actor, path.join(real, "v1.1.1_en", name), () => undefined)).toEqual({ is: "other" });
  const [counted] = await db.execute<Record<string, number>>(sql`select
    (select count(*)::int from skills where kind <> 'group') as skills, (select count(*)::int from skills where kind = 'group') as groups,
    (select count(*)::int from occupations where labels ? 'en' and labels ? 'nl') as occupations,
    (select count(*)::int from occupation_skills where need = 'essential') > 60000 as needs`);
  expect(counted?.skills).toBeGreaterThan(13_000);
  expect(counted?.groups).toBeGreaterThan(600);
  expect(counted?.occupations).toBeGreaterThan(2_900);
  expect(counted?.needs).toBe(true);
});
