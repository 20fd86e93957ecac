import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { events, lists } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { emptyDatabase } from "@/lib/testing/database";
import { aService, started } from "@/lib/testing/guidance";
import { anOffering } from "@/lib/testing/offerings";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { keepInList, startList } from "./commands";
import { newListInput } from "./input";
import { listsOf } from "./queries";

let provider: TestProvider;
let crew: Awaited<ReturnType<typeof aService>>;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider();
  crew = await aService("mid");
  await anOffering(provider, { slug: "soil", sessions: [{ startsOn: addDays(today(), 10) }, { startsOn: addDays(today(), 40) }] });
  await anOffering(provider, { slug: "pruning" });
});

const input = { ...newListInput.parse({ label: "K-114", hoursPerWeek: "6", budget: "400,50" }), locale: "en" };
const items = async (id: string) =>
  await db.execute<{ slug: string; position: number; note: string; startsOn: string | null }>(sql`
    select o.slug, i.position, i.note, s.starts_on as "startsOn" from list_items i join offerings o on o.id = i.offering_id
    left join sessions s on s.id = i.session_id where i.list_id = ${id} order by i.position`);
const countsOf = async (organisationId: string) => {
  const rows = await db.execute<{ what: string; count: number }>(
    sql`select what, count from guidance_uses where organisation_id = ${organisationId} and day = ${today()}`,
  );
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]));
};

async function aTemplate(organisationId: string): Promise<string> {
  const template = { organisationId, title: "Begin with wood", locale: "en", isTemplate: true };
  const [row] = await db.insert(lists).values(template).returning({ id: lists.id });
  const kept = JSON.stringify({ on: "2020-01-01", version: 1, notice: null, sessions: [] });
  await db.execute(sql`insert into list_items (list_id, offering_id, position, note, kept)
    select ${row?.id ?? ""}, id, 0, 'Ask for the evening group.', ${kept}::jsonb from offerings where slug = 'soil'`);
  return row?.id ?? "";
}

test("a counsellor starts a list with what the client can give, and nobody else sees it", async () => {
  const id = await started(crew.counsellor, input);
  const [row] = await db.select().from(lists).where(eq(lists.id, id));
  expect(row).toMatchObject({ title: "K-114", hoursPerWeek: 6, budget: 400.5, startsFrom: null, learnerGroup: "everyone" });
  expect(row).toMatchObject({ organisationId: crew.counsellor.organisationId, readHash: null, expiresOn: null, isTemplate: false });
  expect(await listsOf(crew.counsellor)).toEqual([{ id, label: "K-114", count: 0 }]);
  for (const other of [crew.colleague, crew.lead, crew.stranger, crew.outsider]) expect(await listsOf(other)).toEqual([]);
});

test("who is no counsellor starts none, and nobody adds to the list of another", async () => {
  expect(await startList(crew.outsider, input)).toEqual({ ok: false, problems: [{ code: "notAllowed" }] });
  const id = await started(crew.counsellor, input);
  const unknown = { ok: false, problems: [{ code: "guidanceListUnknown" }] };
  for (const other of [crew.colleague, crew.lead, crew.stranger, crew.outsider])
    expect(await keepInList(other, id, ["soil"])).toEqual(unknown);
  expect(await keepInList(crew.counsellor, "no-list", ["soil"])).toEqual(unknown);
  expect(await items(id)).toHaveLength(0);
});

test("a form that is sent twice starts one list, and takes none that is another's", async () => {
  const id = crypto.randomUUID();
  const both = await Promise.all([startList(crew.counsellor, { ...input, id }), startList(crew.counsellor, { ...input, id })]);
  expect(both).toEqual([
    { ok: true, value: { id } },
    { ok: true, value: { id } },
  ]);
  expect(await startList(crew.colleague, { ...input, id })).toEqual({ ok: false, problems: [{ code: "guidanceListUnknown" }] });
  expect(await db.$count(lists)).toBe(1);
  expect(await countsOf(crew.counsellor.organisationId ?? "")).toEqual({ "list-started": 1 });
});

test("what is kept stands after what is there, once, with the session that comes next", async () => {
  const id = await started(crew.counsellor, input);
  expect(await keepInList(crew.counsellor, id, ["soil", "nowhere", "soil"])).toEqual({ ok: true, value: { added: 1 } });
  expect(await keepInList(crew.counsellor, id, ["pruning", "soil"])).toEqual({ ok: true, value: { added: 1 } });
  expect(await keepInList(crew.counsellor, id, ["pruning"])).toEqual({ ok: true, value: { added: 0 } });
  expect(await items(id)).toEqual([
    { slug: "soil", position: 0, note: "", startsOn: addDays(today(), 10) },
    { slug: "pruning", position: 1, note: "", startsOn: null },
  ]);
  expect(await countsOf(crew.counsellor.organisationId ?? "")).toEqual({ "list-started": 1, "offering-kept": 2 });
});

test("the session is one that starts when the client can begin", async () => {
  const id = await started(crew.counsellor, { ...input, startsFrom: addDays(today(), 20) });
  await keepInList(crew.counsellor, id, ["soil"]);
  expect((await items(id))[0]?.startsOn).toBe(addDays(today(), 40));
});

test("two who add at once lose nothing, and give no place twice", async () => {
  const id = await started(crew.counsellor, input);
  await Promise.all(["soil", "pruning", "soil"].map((slug) => keepInList(crew.counsellor, id, [slug])));
  expect((await items(id)).map(({ position }) => position)).toEqual([0, 1]);
});

test("nothing is kept that the register does not know, nor more than a list holds", async () => {
  const id = await started(crew.counsellor, input);
  const absent = { ok: false, problems: [{ code: "keptUnknown", field: "offering" }] };
  expect(await keepInList(crew.counsellor, id, ["nowhere"])).toEqual(absent);
  const slugs = Array.from({ length: 51 }, (_, number) => `number-${number}`);
  for (const slug of slugs) await anOffering(provider, { slug });
  expect(await keepInList(crew.counsellor, id, slugs)).toEqual({ ok: false, problems: [{ code: "listFull", field: "offering" }] });
  expect(await keepInList(crew.counsellor, id, slugs.slice(1))).toEqual({ ok: true, value: { added: 50 } });
});

test("a list begins as a template of the service has it, and of no other", async () => {
  const own = await aTemplate(crew.counsellor.organisationId ?? "");
  const foreign = await aTemplate(crew.stranger.organisationId ?? "");
  const id = await started(crew.counsellor, { ...input, templateId: own });
  expect(await items(id)).toEqual([{ slug: "soil", position: 0, note: "Ask for the evening group.", startsOn: addDays(today(), 10) }]);
  const refused = { ok: false, problems: [{ code: "templateUnknown", field: "templateId" }] };
  for (const templateId of [foreign, id, "none", crypto.randomUUID()])
    expect(await startList(crew.counsellor, { ...input, templateId })).toEqual(refused);
  expect(await countsOf(crew.counsellor.organisationId ?? "")).toMatchObject({ "list-started": 1, "template-used": 1 });
});

test("a template is kept by whoever leads the service", async () => {
  const id = await aTemplate(crew.counsellor.organisationId ?? "");
  expect((await keepInList(crew.counsellor, id, ["pruning"])).ok).toBe(false);
  expect((await keepInList(crew.stranger, id, ["pruning"])).ok).toBe(false);
  expect((await keepInList(crew.lead, id, ["pruning"])).ok).toBe(true);
});

test("events say that something was done to a list, and nothing of what stands in it", async () => {
  const id = await started(crew.counsellor, input);
  await keepInList(crew.counsellor, id, ["soil"]);
  const told = await db.select().from(events).where(eq(events.subject, "list"));
  expect(
    told.map(({ type, subjectId, actor }: { type: string; subjectId: string; actor: Actor["id"] }) => [type, subjectId, actor]),
  ).toEqual([
    ["list.started", id, crew.counsellor.id],
    ["list.changed", id, crew.counsellor.id],
  ]);
  expect(JSON.stringify(told)).not.toContain("K-114");
});
