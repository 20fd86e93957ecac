import type { OfferingRecord } from "@/lib/catalogue/document";
import { type Asked, rankingOf } from "./asking";
import { titleOf } from "./documents";
import { good, ndcgAt10, precisionAt5 } from "./metrics";

const shown = 40;

/** Lists the searches that Cairn answers worst: what it found with what that is worth, and what it should have found. */
export function showWorst(asked: Asked[], records: OfferingRecord[]): void {
  const byId = new Map(records.map((record) => [record.id, record]));
  const line = (id: string, worth: string) => {
    const record = byId.get(id);
    return record ? `      ${worth} ${titleOf(record)} (${record.provider.slug}/${record.externalId})` : `      ${worth} ${id}`;
  };
  const worst = asked
    .map((one) => ({ ...one, precision: precisionAt5(rankingOf(one.cairn, one.gains)), ndcg: ndcgAt10(rankingOf(one.cairn, one.gains)) }))
    .sort((a, b) => a.precision - b.precision || a.ndcg - b.ndcg)
    .slice(0, shown);
  for (const { search, gains, cairn, precision, ndcg } of worst) {
    console.log(`\n  ${search.language} ${search.kind}: ${search.q}   precision ${precision.toFixed(2)}, nDCG ${ndcg.toFixed(2)}`);
    console.log(`    meant: ${search.meant}${Object.keys(search.facts).length > 0 ? ` ${JSON.stringify(search.facts)}` : ""}`);
    console.log(cairn.length > 0 ? "    found (worth, ? is unread):" : "    found nothing");
    for (const id of cairn.slice(0, 5)) console.log(line(id, String(gains.get(id) ?? "?")));
    const first = cairn.slice(0, 5);
    const missed = [...gains].filter(([id, gain]) => gain >= good && !first.includes(id)).sort(([, a], [, b]) => b - a);
    if (missed.length > 0) console.log(`    missed ${missed.length}, among them:`);
    for (const [id, gain] of missed.slice(0, 3)) console.log(line(id, String(gain)));
  }
}
