/** The hours of an offering: as stated, else what its credits come to by the country's rule, which is an estimate. */
export type Hours = { stated: number } | { estimated: { from: number; to: number } } | null;

export function hoursOf(content: { ects: number | null; hours: number | null }, perEcts: { from: number; to: number }): Hours {
  if (content.hours !== null) return { stated: content.hours };
  if (content.ects === null) return null;
  return { estimated: { from: Math.round(content.ects * perEcts.from), to: Math.round(content.ects * perEcts.to) } };
}
