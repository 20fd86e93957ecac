import { beforeEach, expect, test } from "vitest";
import { clientSearch } from "@/lib/catalogue/place";
import { parseSearchQuery } from "@/lib/catalogue/query";
import { keepInList } from "@/lib/guidance/lists/commands";
import { newListInput } from "@/lib/guidance/lists/input";
import { noteUse } from "@/lib/guidance/uses/commands";
import { listUse } from "@/lib/guidance/uses/queries";
import { emptyDatabase } from "@/lib/testing/database";
import { aService, started } from "@/lib/testing/guidance";
import { anOffering } from "@/lib/testing/offerings";
import { aProvider } from "@/lib/testing/registry";
import { clientFactsOf, findSearchedFor } from "./queries";
import { boundsAsFilters } from "./search";

beforeEach(emptyDatabase);

test("what a client can give becomes filters, and none of it once the search asks for it", () => {
  const bounds = { budget: 400, startsFrom: "2027-01-10" };
  const none = parseSearchQuery({});
  expect(boundsAsFilters(bounds, none)).toEqual({ priceMax: 400, startFrom: "2027-01-10" });
  expect(boundsAsFilters(bounds, { ...none, priceMax: 400 })).toEqual({ startFrom: "2027-01-10" });
  expect(boundsAsFilters(bounds, { ...none, priceMax: 400, startFrom: "2027-01-10" })).toBeUndefined();
  expect(boundsAsFilters({ budget: null, startsFrom: null }, none)).toBeUndefined();
});

test("an address keeps the list, and says so where the search has nothing else left", () => {
  const none = parseSearchQuery({});
  const at = clientSearch("en", "L");
  expect(at.hrefOf({ ...none, priceMax: 400 }, {})).toBe("/en/guidance/search?priceMax=400&list=L");
  expect(at.hrefOf(none)).toBe("/en/guidance/search?q=&list=L");
  expect(clientSearch("en", undefined).hrefOf(none)).toBe("/en/guidance/search");
});

test("a list is searched for by its counsellor alone, who sees what is in it already", async () => {
  const crew = await aService("mid");
  const provider = await aProvider();
  const soil = await anOffering(provider, { slug: "soil", content: { prerequisites: { en: "French at level B1" } } });
  const id = await started(crew.counsellor, { ...newListInput.parse({ label: "K-114", budget: "400" }), locale: "en" });
  await keepInList(crew.counsellor, id, ["soil"]);
  expect(await findSearchedFor(crew.counsellor, id)).toMatchObject({ id, title: "K-114", budget: 400, slugs: new Set(["soil"]) });
  for (const actor of [crew.colleague, crew.lead, crew.stranger, crew.outsider]) expect(await findSearchedFor(actor, id)).toBeUndefined();
  expect(await findSearchedFor(crew.counsellor, "none")).toBeUndefined();
  expect((await clientFactsOf([soil])).get(soil)?.prerequisites).toEqual({ en: "French at level B1" });
});

test("a search is counted for the service of whoever searches, and for nobody else", async () => {
  const crew = await aService("mid");
  await noteUse(crew.counsellor, "search");
  await noteUse(crew.colleague, "search");
  await noteUse(crew.outsider, "search");
  expect((await listUse(crew.lead))?.at(-1)).toMatchObject({ search: 2, "list-started": 0 });
  expect((await listUse(crew.stranger))?.at(-1)).toMatchObject({ search: 0 });
  expect(await listUse(crew.outsider)).toBeUndefined();
});
