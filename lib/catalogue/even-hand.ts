/** So many of a page may be one provider's, while there are others. */
const share = 4;

/**
 * The same results with no provider filling the first page: whoever has more than a quarter of a page waits until the others have had their
 * turn, within the results given. Nothing is left out, and what one provider has stays in its order.
 */
export function withEvenHand<Item>(items: Item[], perPage: number, providerOf: (item: Item) => string): Item[] {
  const most = Math.max(5, Math.ceil(perPage / share));
  const had = new Map<string, number>();
  const [soon, late]: [Item[], Item[]] = [[], []];
  for (const item of items) {
    const provider = providerOf(item);
    const count = (had.get(provider) ?? 0) + 1;
    had.set(provider, count);
    (count > most ? late : soon).push(item);
  }
  return [...soon, ...late];
}
