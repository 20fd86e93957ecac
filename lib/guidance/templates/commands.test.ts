import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { listItems, lists } from "@/db/schema";
import { keepInList } from "@/lib/guidance/lists/commands";
import { newListInput } from "@/lib/guidance/lists/input";
import { listTemplates } from "@/lib/guidance/lists/queries";
import { emptyDatabase } from "@/lib/testing/database";
import { aService, started } from "@/lib/testing/guidance";
import { anOffering } from "@/lib/testing/offerings";
import { aProvider } from "@/lib/testing/registry";
import { makeTemplate } from "./commands";
import { newTemplateInput } from "./input";
import { findTemplate } from "./queries";

let crew: Awaited<ReturnType<typeof aService>>;
let source: string;

beforeEach(async () => {
  await emptyDatabase();
  crew = await aService("mid");
  const provider = await aProvider();
  for (const slug of ["soil", "pruning"]) await anOffering(provider, { slug });
  source = await started(crew.lead, { ...newListInput.parse({ label: "K-114", budget: "400", hoursPerWeek: "6" }), locale: "en" });
  await keepInList(crew.lead, source, ["pruning", "soil"]);
  await db.update(listItems).set({ note: "Afraid of heights." }).where(eq(listItems.listId, source));
});

const codes = (result: { ok: boolean; problems?: { code: string }[] }) => result.problems?.map(({ code }) => code) ?? "ok";
const input = (change: Record<string, string> = {}) => ({ ...newTemplateInput.parse({ name: "Wood", ...change }), locale: "en" });

async function made(change: Record<string, string> = {}): Promise<string> {
  const template = await makeTemplate(crew.lead, input({ from: source, ...change }));
  if (!template.ok) throw new Error(template.problems[0]?.code);
  return template.value.id;
}

test("a template has the offerings of its list, and nothing of what a client can give or what was noted of them", async () => {
  const id = await made();
  const found = await findTemplate(crew.colleague, id);
  expect(found?.template).toMatchObject({ title: "Wood", isTemplate: true, personId: null, budget: null, hoursPerWeek: null });
  expect(found?.items.map(({ offering, note }) => [offering.slug, note])).toEqual([
    ["pruning", ""],
    ["soil", ""],
  ]);
  expect((await findTemplate(crew.lead, await made({ notes: "yes" })))?.items[0]?.note).toBe("Afraid of heights.");
});

test("only whoever leads a service makes its templates, of their own lists", async () => {
  for (const actor of [crew.counsellor, crew.colleague, crew.outsider])
    expect(codes(await makeTemplate(actor, input()))).toEqual(["notAllowed"]);
  const other = await started(crew.counsellor, { ...newListInput.parse({ label: "K-115" }), locale: "en" });
  for (const from of [other, "nothing", crypto.randomUUID()])
    expect(codes(await makeTemplate(crew.lead, input({ from })))).toEqual(["guidanceListUnknown"]);
  expect(codes(await makeTemplate(crew.stranger, input({ from: source })))).toEqual(["guidanceListUnknown"]);
  expect(await db.$count(lists, eq(lists.isTemplate, true))).toBe(0);
});

test("it is read within its service and nowhere else, and a client's list is no template", async () => {
  const id = await made();
  for (const actor of [crew.stranger, crew.outsider]) expect(await findTemplate(actor, id)).toBeUndefined();
  expect(await findTemplate(crew.lead, source)).toBeUndefined();
  expect(await findTemplate(crew.lead, "none")).toBeUndefined();
  expect(await listTemplates(crew.counsellor)).toEqual([{ id, label: "Wood", count: 2 }]);
  expect(await listTemplates(crew.stranger)).toEqual([]);
});

test("a form that is sent twice makes one template, and takes none that is another's", async () => {
  const id = crypto.randomUUID();
  const both = await Promise.all([makeTemplate(crew.lead, input({ id })), makeTemplate(crew.lead, input({ id }))]);
  expect(both.map(codes)).toEqual(["ok", "ok"]);
  expect(codes(await makeTemplate(crew.stranger, input({ id })))).toEqual(["guidanceListUnknown"]);
  expect(await listTemplates(crew.lead)).toHaveLength(1);
});
