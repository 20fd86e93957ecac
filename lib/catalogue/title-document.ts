import type { OfferingDocument, Shared } from "./document";
import { shownTitles } from "./settings";

/**
 * An offering by its titles alone, in an index of its own, in which suggestions are found while somebody writes: among all words of a national
 * catalogue that takes ten times as long.
 */
export type TitleDocument = Pick<Shared, `title_${string}` | "provider" | "completeness" | "visibleFrom" | "visibleUntil"> &
  Pick<OfferingDocument, "id" | "slug" | "open" | "nextStart"> & {
    card: Pick<OfferingDocument["card"], "original" | "englishTitle" | "provider">;
  };

export function toTitleDocument(offering: OfferingDocument): TitleDocument {
  const { id, slug, provider, completeness, visibleFrom, visibleUntil, open, nextStart, card } = offering;
  const titles = shownTitles.flatMap((name) => (offering[name] === undefined ? [] : [[name, offering[name]]]));
  return {
    ...Object.fromEntries(titles),
    ...{ id, slug, provider, completeness, visibleFrom, visibleUntil, open, nextStart },
    card: { original: card.original, englishTitle: card.englishTitle, provider: card.provider },
  };
}
