import type { Day } from "@/lib/days/days";
import { type DecisionEntry, readEntry } from "@/lib/public-log/entry";
import { ownKeys } from "@/lib/public-log/keys";
import type { Finding } from "./finding";
import {
  listDecidedOn,
  readCheckpoints,
  readDecisionEntries,
  readKeys,
  readPlaced,
  readRegister,
  readWaiting,
  readWrongDays,
} from "./queries";
import { compareRegister, replayDecisions } from "./replay-decisions";
import { RowCheck } from "./rows";
import { believedKeys, checkChain, checkCheckpoints, checkKeys } from "./signatures";
import { TreeCheck } from "./tree";

const atOnce = 2000;

export type Verification = {
  findings: Finding[];
  size: number;
  checkpoints: number;
  /** Entries that were committed and have no place yet. */
  waiting: number;
  /** Whether the keys were known beforehand, or taken on the register's own word. */
  keysGiven: boolean;
};

/**
 * Computes the whole log anew: the tree from its entries, every checkpoint, every row that an entry tells of, and the register from its
 * decisions. Names everything that is not as the log has it, and changes nothing.
 */
export async function verifyLog(options: { keys: string[]; timeZone: string; today: Day }): Promise<Verification> {
  const checkpoints = await readCheckpoints();
  const tree = new TreeCheck(new Set(checkpoints.map(({ size }) => size)));
  const rows = new RowCheck();
  for (let from = 0; ; ) {
    const batch = await readPlaced(from, atOnce);
    if (batch.length === 0) break;
    await tree.add(batch);
    await rows.add(batch);
    from = (batch.at(-1)?.position ?? from) + 1;
  }
  const waiting = await readWaiting();
  await rows.add(waiting);
  await rows.finish();

  const known = await readKeys();
  const given = [...options.keys, ...ownKeys(known)];
  const notes = checkpoints.map(({ note }) => note);
  const keys = believedKeys(given, known, notes);
  const signed = checkCheckpoints(checkpoints, keys, tree.roots, tree.size);
  const head = checkpoints.at(-1);
  await tree.finish(head?.size === tree.size && !signed.some(({ field }) => field === "root"));

  const findings = [
    ...tree.findings,
    ...signed,
    ...checkChain(checkpoints, tree.size),
    ...checkKeys(known, keys, notes),
    ...waiting.filter(({ passedOver }) => passedOver).map(({ entryId }) => passedOver(entryId)),
    ...(await verifyDays(options)),
    ...rows.findings,
    ...(await verifyRegister()),
  ];
  return { findings, size: tree.size, checkpoints: checkpoints.length, waiting: waiting.length, keysGiven: given.length > 0 };
}

const passedOver = (entryId: number): Finding => ({
  table: "log_positions",
  id: `of entry ${entryId}`,
  field: "row",
  log: "a place, since a later checkpoint is signed",
  stands: "no row",
});

async function verifyDays({ timeZone, today }: { timeZone: string; today: Day }): Promise<Finding[]> {
  return (await readWrongDays(timeZone, today)).map(({ day, stands, expected }) => ({
    table: "log_days",
    id: day,
    field: "checkpoint_id",
    log: `checkpoint ${expected}`,
    stands: stands === null ? "no row" : `checkpoint ${stands}`,
  }));
}

/** The register on two clocks, from decisions alone. */
async function verifyRegister(): Promise<Finding[]> {
  const findings: Finding[] = [];
  const all = await listDecidedOn();
  for (let from = 0; from < all.length; from += 200) {
    const some = all.slice(from, from + 200);
    const decided = Map.groupBy(await readDecisionEntries(some), ({ organisationId }) => organisationId);
    const standing = Map.groupBy(await readRegister(some), ({ organisationId }) => organisationId);
    for (const id of some) {
      const decisions = (decided.get(id) ?? []).flatMap(({ content }) => decisionIn(content));
      findings.push(...compareRegister(replayDecisions(decisions), standing.get(id) ?? []));
    }
  }
  return findings;
}

/** Text that is no decision any more has been named by its hash. */
function decisionIn(content: string): DecisionEntry[] {
  try {
    const entry = readEntry(content);
    return entry.type === "decision" && Array.isArray(entry.changes) ? [entry] : [];
  } catch {
    return [];
  }
}
