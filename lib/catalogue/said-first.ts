import { folded, type Synonyms } from "@/lib/synonyms/synonym";
import { type Hit, unmarked } from "./item";
import { tellingWords } from "./telling-words";

/** A shorter word may begin another that has nothing to do with it: "taal", "taalkunde", but "law", "lawn". */
const shortestBeginning = 5;

/**
 * Results of a question in words with those first whose title or provider says most of them, by any of their names. The engine knows that a title has
 * a word of a term ("droit"), and not whether it has the term ("droit du travail"); and it takes a text that has all words somewhere for better
 * than a title that has the one that matters. Those that say as much stay in the engine's order.
 */
export function saidFirst(hits: Hit[], question: string, synonyms: Synonyms): Hit[] {
  const asked = tellingWords(question).split(/\s+/).map(folded);
  const names = asked.filter((word) => word !== "").map((word) => [word, ...(synonyms.get(word) ?? [])].map(asBeginning));
  const said = new Map(
    hits.map((hit) => {
      const texts = textsOf(hit).map((text) => ` ${folded(text)} `);
      return [hit, names.filter((any) => any.some((name) => texts.some((text) => text.includes(name)))).length];
    }),
  );
  return hits.toSorted((a, b) => (said.get(b) ?? 0) - (said.get(a) ?? 0));
}

const asBeginning = (name: string) => (name.length < shortestBeginning ? ` ${name} ` : ` ${name}`);

function textsOf({ texts, card }: Hit): string[] {
  const titles = Object.entries(texts).filter(([name]) => name.startsWith("title_"));
  return [...titles.map(([, title]) => title), ...Object.values(card.provider.name)].flatMap((text) =>
    typeof text === "string" ? unmarked(text) : [],
  );
}
