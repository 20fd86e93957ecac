import { beforeEach, expect, it } from "vitest";
import { db } from "@/db";
import { criteriaSets } from "@/db/schema";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { emptyDatabase } from "@/lib/testing/database";
import { aMember } from "@/lib/testing/people";
import { anOrganisation } from "@/lib/testing/registry";
import { draftCriteria, publishCriteria, saveCriteria } from "./commands";
import { findCriteria, findCriteriaInForce, findOwnCriteria, listCriteria } from "./queries";

let ria: Awaited<ReturnType<typeof aMember>>;
let other: Awaited<ReturnType<typeof aMember>>;
let authorityId: string;

beforeEach(async () => {
  await emptyDatabase();
  const authority = (slug: string) => anOrganisation(slug, { en: slug }, { roles: ["competent-authority"] });
  authorityId = await authority("council");
  ria = await aMember(authorityId, "administrator");
  other = await aMember(await authority("another"), "administrator");
});

const codes = (result: { ok: boolean; problems?: { code: string }[] }) => result.problems?.map(({ code }) => code) ?? "ok";
const languages = ["nl", "fr", "de", "en"];
const inAll = (name: string, text: string) =>
  Object.fromEntries(languages.map((language) => [`${name}.${language}`, [`${text} ${language}`]]));

async function drafted(): Promise<string> {
  const draft = await draftCriteria(ria);
  if (!draft.ok) throw new Error(codes(draft) as string);
  return draft.value.id;
}

const standard = (code: string) => ({
  code: [code],
  ...inAll("title", "Openness"),
  "code-0": [`${code}1`],
  ...inAll("title-0", "Open to all"),
  ...inAll("guidance-0", "Who was let in?"),
  "mandatory-0": ["yes"],
  "question-0": ["yes-no"],
});

it("a draft is a copy of the last version, once; published it holds from its day on and is changed no more", async () => {
  const [id, again] = await Promise.all([drafted(), drafted()]);
  expect(again).toBe(id);
  expect(codes(await saveCriteria(ria, id, 1, "new", standard("D")))).toBe("ok");
  const from = addDays(today(), 3);
  expect(codes(await publishCriteria(ria, id, from))).toBe("ok");
  expect((await findCriteriaInForce(authorityId, today()))?.number).toBe(1);
  const next = await findCriteriaInForce(authorityId, from);
  expect(next).toMatchObject({ id, number: 2 });
  expect(next?.content.standards.at(-1)).toMatchObject({ code: "D", criteria: [{ code: "D1", mandatory: true, question: "yes-no" }] });
  expect(codes(await saveCriteria(ria, id, 2, "general", {}))).toEqual(["criteriaPublished"]);
  expect(codes(await publishCriteria(ria, id, from))).toEqual(["criteriaPublished"]);
  await expect(db.update(criteriaSets).set({ number: 7 })).rejects.toThrow();
});

it("is published only where every text stands in every language, and not for days that have passed", async () => {
  const id = await drafted();
  const { "title-0.fr": _, ...half } = standard("D") as Record<string, string[]>;
  expect(codes(await saveCriteria(ria, id, 1, "new", half))).toBe("ok");
  expect(codes(await publishCriteria(ria, id, today()))).toEqual(["criteriaTextMissing"]);
  expect(codes(await saveCriteria(ria, id, 2, "D", { ...standard("D"), "remove-0": ["yes"] }))).toEqual(["criteriaEmpty"]);
  expect(codes(await saveCriteria(ria, id, 2, "D", standard("D")))).toBe("ok");
  expect(codes(await publishCriteria(ria, id, addDays(today(), -1)))).toEqual(["effectiveInThePast"]);
  expect(codes(await publishCriteria(ria, id, today()))).toBe("ok");
});

it("keeps questions and documents like standards, forgets what is taken out, and publishes no form that cannot be filled in", async () => {
  const id = await drafted();
  const question = { code: ["rooms"], kind: ["one-of"], required: ["yes"], criterion: ["C1"], ...inAll("title", "Which rooms?") };
  const options = { "code-0": ["own"], ...inAll("title-0", "Own"), "code-1": ["let"], ...inAll("title-1", "Let") };
  expect(await saveCriteria(ria, id, 1, "new-question", question)).toEqual({ ok: true, value: { part: "rooms" } });
  expect(codes(await publishCriteria(ria, id, today()))).toEqual(["optionsTooFew"]);
  expect(codes(await saveCriteria(ria, id, 2, "new-question", question))).toEqual(["criteriaCodeTwice"]);
  expect(codes(await saveCriteria(ria, id, 2, "rooms", { ...question, ...options, place: ["1"] }))).toBe("ok");
  expect(codes(await saveCriteria(ria, id, 3, "form", { "declaration.nl": ["Alles is waar."] }))).toBe("ok");
  expect(codes(await publishCriteria(ria, id, today()))).toEqual(["criteriaTextMissing"]);
  expect(codes(await saveCriteria(ria, id, 4, "form", inAll("declaration", "All is true.")))).toBe("ok");
  expect(await saveCriteria(ria, id, 5, "policy", { remove: ["yes"] })).toEqual({ ok: true, value: { part: null } });
  expect(codes(await saveCriteria(ria, id, 6, "policy", {}))).toEqual(["criteriaUnknown"]);
  expect(codes(await publishCriteria(ria, id, today()))).toBe("ok");
  const form = (await findCriteriaInForce(authorityId, today()))?.content.form;
  expect(form?.questions[0]).toMatchObject({ code: "rooms", kind: "one-of", criterion: "C1", options: [{ code: "own" }, { code: "let" }] });
  expect(form?.documents.map(({ code }) => code)).toEqual(["finding", "outline"]);
  expect(form?.declaration.fr).toBe("All is true. fr");
});

it("tells the second of two tabs, and takes no code twice", async () => {
  const id = await drafted();
  expect(codes(await saveCriteria(ria, id, 1, "new", standard("A")))).toEqual(["criteriaCodeTwice"]);
  expect(codes(await saveCriteria(ria, id, 1, "new", standard("D")))).toBe("ok");
  expect(codes(await saveCriteria(ria, id, 1, "new", standard("E")))).toEqual(["changedMeanwhile"]);
  expect((await findCriteria(id))?.content.standards.map(({ code }) => code)).toEqual(["A", "B", "C", "D"]);
});

it("is an administrator's of the authority: to others a draft does not exist", async () => {
  const id = await drafted();
  const registrar = await aMember(authorityId, "registrar");
  expect(codes(await draftCriteria(registrar))).toEqual(["notAllowed"]);
  expect(codes(await saveCriteria(registrar, id, 1, "new", standard("D")))).toEqual(["notAllowed"]);
  expect(codes(await saveCriteria(other, id, 1, "new", standard("D")))).toEqual(["criteriaUnknown"]);
  expect(codes(await publishCriteria(other, id, today()))).toEqual(["criteriaUnknown"]);
  expect([await findOwnCriteria(other, id), (await listCriteria(other)).length]).toEqual([undefined, 0]);
  expect((await findOwnCriteria(registrar, id))?.number).toBe(2);
});
