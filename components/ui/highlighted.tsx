/** Pieces of a text, those that match the search marked. */
export function Highlighted({ parts }: { parts: { text: string; match: boolean }[] }) {
  return parts.map(({ text, match }, position) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text, in an order that never changes
    match ? <mark key={position}>{text}</mark> : text,
  );
}
