import { afterAll, beforeAll, it } from "vitest";
import { client } from "@/db";
import { anOffering, aProvider } from "@/lib/testing/registry";
import { dropIndexes, setClock } from "@/lib/testing/search-engine";
import { indexEvents } from "./commands";
import { engine, indexNames, prepareIndexes } from "./engine";
import { parseSearchQuery } from "./query";
import { searchCatalogue } from "./search";
beforeAll(() => prepareIndexes());
afterAll(async () => { await dropIndexes(); await client.end(); });
it("x", async () => {
  setClock("2026-11-23T12:00:00+01:00");
  const provider = await aProvider({ name: { nl: "Tuincollege Gent", en: "Garden College" } });
    await anOffering(provider, {
      slug: "care",
      content: {
        title: { en: "Wound care at home", nl: "Wondzorg thuis", fr: "Soins des plaies à domicile", de: "Wundversorgung zu Hause" },
        summary: { en: "For nurses", fr: "Pour les infirmières" },
        keywords: { nl: ["verpleegkunde"] },
      },
    });
  await indexEvents();
  const all = await engine.index(indexNames.offerings).getDocuments();
  console.log(JSON.stringify(all.results[0]));
  for (const q of ["verpleegkunde", "verpleeg", "verpleegkunda", "wondzorg", "wondzrog", "nurses", "nursse"]) {
    const r = await engine.index(indexNames.offerings).search(q, { showMatchesPosition: true });
    const s = await searchCatalogue(parseSearchQuery({ q }), "en");
    console.log(q, r.hits.length, s.total, s.items.length, JSON.stringify(r.hits[0]?._matchesPosition));
  }
});
