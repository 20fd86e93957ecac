import { existsSync } from "node:fs";
import { figure } from "@/bench/figures";
import { courseFile } from "@/bench/set/texts";
import { client } from "@/db";
import type { OfferingRecord } from "@/lib/catalogue/document";
import { today } from "@/lib/clock";
import { gatherWords } from "@/lib/spelling/commands";
import { type Asked, askBoth, rankingOf } from "./asking";
import { nameOf, visibleRecords } from "./documents";
import { type Gains, gainsIn } from "./gains";
import { type JudgedSearch, type JudgedSet, kinds, languages, readJudged } from "./judged";
import { good, hitAt5, mean, ndcgAt10, precisionAt5 } from "./metrics";
import { showWorst } from "./worst";

type Measure = (found: string[], gains: Gains) => number;

const precision: Measure = (found, gains) => precisionAt5(rankingOf(found, gains));
const hit: Measure = (found, gains) => hitAt5(rankingOf(found, gains));
const ndcg: Measure = (found, gains) => ndcgAt10(rankingOf(found, gains));
const empty: Measure = (found) => (found.length === 0 ? 1 : 0);
/** What nobody has read counts as wrong: where much of it comes up, the figures say too little. */
const unread: Measure = (found, gains) => mean(found.slice(0, 5).map((id) => (gains.has(id) ? 0 : 1))) || 0;

const named: [string, Measure][] = [
  ["precision at 5", precision],
  ["hit at 5", hit],
  ["nDCG at 10", ndcg],
  ["without a result", empty],
  ["unread among the first five", unread],
];

const signed = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
const ofCairn = (asked: Asked[], measure: Measure) => mean(asked.map(({ cairn, gains }) => measure(cairn, gains)));
const ofPlain = (asked: Asked[], measure: Measure) => mean(asked.map(({ plain, gains }) => measure(plain, gains)));

/** One line a figure: Cairn, and beside it Meilisearch as it comes, with the difference. */
function print(group: string, asked: Asked[]): void {
  if (asked.length === 0) return;
  for (const [name, measure] of named) {
    const [cairn, plain] = [ofCairn(asked, measure), ofPlain(asked, measure)];
    figure(`${name}, ${group}`, cairn, "", `default Meilisearch ${plain.toFixed(2)}, ${signed(cairn - plain)}, ${asked.length} searches`);
  }
}

/** A folder whose filling was killed lacks some, and an import that lets others through would change the figures in silence. */
function requireAll(all: JudgedSearch[], found: OfferingRecord[]): void {
  const names = new Set(found.map(nameOf));
  const missing = [...new Set(all.flatMap(({ grades }) => Object.keys(grades)))].filter((name) => !names.has(name));
  if (missing.length > 0)
    throw new Error(`${missing.length} judged offerings are not there; begin with an empty data folder: ${missing.slice(0, 5).join(", ")}`);
}

/** Asks all of a set and prints what came of it; only the first has figures to hold. */
async function measure(set: JudgedSet): Promise<Asked[]> {
  const judged = readJudged(set);
  if (existsSync(courseFile)) requireAll(judged, records);
  const asked: Asked[] = [];
  for (const search of judged) {
    const gains = gainsOf(search);
    // Without the real courses some have no answer at all.
    if ([...gains.values()].some((gain) => gain >= good)) asked.push(await askBoth(search, gains));
  }
  console.log(`\n  ${set}.jsonl: ${asked.length} of ${judged.length} searches`);
  for (const language of languages)
    print(
      language,
      asked.filter(({ search }) => search.language === language),
    );
  for (const kind of kinds)
    print(
      kind,
      asked.filter(({ search }) => search.kind === kind),
    );
  print("all", asked);
  if (set === "judged") hold(asked);
  return asked;
}

function hold(asked: Asked[]): void {
  if (!existsSync(courseFile)) {
    console.log("  Nothing is held without the real courses, with which the searches were judged");
    return;
  }
  figure("precision at 5 over default Meilisearch", ofCairn(asked, precision) - ofPlain(asked, precision), "", "", { atLeast: 0.15 });
  figure("searches with a good one among the first five", ofCairn(asked, hit), "", "", { atLeast: 0.95 });
  figure("searches that end in an empty page", ofCairn(asked, empty) * asked.length, "searches", "", { atMost: 0 });
}

// As the worker does; a folder may be older than the words.
await gatherWords();
const records = await visibleRecords();
const gainsOf = gainsIn(records, today());
const asked = await measure("judged");
await measure("unseen");
if (process.argv.includes("--show")) showWorst(asked, records);
await client.end();
