import fc from "fast-check";
import { expect, it } from "vitest";
import { aRecord } from "@/lib/testing/records";
import { toOfferingDocument } from "./document";
import { type Hit, matchEnd, matchStart } from "./item";
import { saidFirst } from "./said-first";

function hit(id: string, title: string, provider = "Tuincollege"): Hit {
  const document = toOfferingDocument(aRecord({}), "2026-11-23");
  return {
    ...document,
    id,
    card: { ...document.card, provider: { ...document.card.provider, name: { nl: provider } } },
    texts: { title_fr: title },
  };
}

const none = new Map<string, string[]>();
const ids = (hits: Hit[]) => hits.map(({ id }) => id).join(" ");

it("a title that says more of the question comes first, by any of its names, however it is marked", () => {
  const law = new Map([["arbeidsrecht", ["droit du travail", "labour law"]]]);
  const hits = [
    hit("part", "Droit des assurances"),
    hit("marked", `${matchStart}Droit${matchEnd} du ${matchStart}trav${matchEnd}ail`),
    hit("both", "Labour law for nurses"),
  ];
  expect(ids(saidFirst(hits, "arbeidsrecht", law))).toBe("marked both part");
  expect(ids(saidFirst(hits, "arbeidsrecht nurses", law))).toBe("both marked part");
});

it("the name of the provider says it as well as a title", () => {
  const hits = [hit("title", "Droit de la commune"), hit("provider", "Budget", "Hautes Études de Liège")];
  expect(ids(saidFirst(hits, "hautes etudes", none))).toBe("provider title");
});

it("a short word is a word, and a longer one may begin another", () => {
  const hits = [hit("lawn", "Lawns and gardens"), hit("law", "Law of gardens")];
  expect(ids(saidFirst(hits, "law", none))).toBe("law lawn");
  expect(ids(saidFirst([hit("other", "Travaux"), hit("begins", "Jardinage")], "jardi", none))).toBe("begins other");
});

it("nothing is left out, and what says as much stays in its order", () => {
  const titles = fc.array(fc.constantFrom("Soil", "Care of soil", "Bees"), { maxLength: 12 });
  fc.assert(
    fc.property(titles, (all) => {
      const ordered = saidFirst(
        all.map((title, at) => hit(String(at), title)),
        "soil care",
        none,
      );
      const score = (at: string) => ["Bees", "Soil", "Care of soil"].indexOf(all[Number(at)] ?? "");
      const expected = all.map((_, at) => String(at)).toSorted((a, b) => score(b) - score(a));
      expect(ordered.map(({ id }) => id)).toEqual(expected);
    }),
  );
});
