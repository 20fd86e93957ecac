import { readFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { searchSynonyms } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { fromRange, toRange } from "@/lib/days/days";
import { recordEvents } from "@/lib/events/commands";
import { isId } from "@/lib/id";
import { wakeIndexer } from "@/lib/jobs/wake-indexer";
import { ok, type Problem, type Result, refuse } from "@/lib/result";
import { type SynonymsInput, shippedSynonyms } from "./input";
import { folded, problemsWithGroup } from "./synonym";

/** Lets search take words for one another from a day on: at once, where the day has come. */
export async function addSynonyms(actor: Actor, { language, words, means, from, until }: SynonymsInput): Promise<Result<null>> {
  if (!may(actor, "instance.manage", { organisationId: actor.organisationId })) return refuse({ code: "notAllowed" });
  const problems: Problem[] = problemsWithGroup({ language, words, means });
  // What was found on a past day stays what it was.
  if (from < today()) problems.push({ code: "dayPast", field: "from" });
  if (until && until <= from) problems.push({ code: "endsBeforeItBegins", field: "until" });
  if (problems.length > 0) return { ok: false, problems };
  return await db.transaction(async (tx) => {
    await holdSynonyms(tx);
    // Clicked twice: the group is there.
    const known = await tx.select().from(searchSynonyms).where(sql`${searchSynonyms.valid} @> ${from}::date`);
    const alike = (one: string[], other: string[]) => one.map(folded).sort().join("|") === other.map(folded).sort().join("|");
    if (known.some((group) => group.language === language && alike(group.words, words) && alike(group.means, means))) return ok(null);
    await write(tx, actor, { language, words, means, from, until });
    return ok(null);
  });
}

/** Ends a group on a day: from then on it is as if it were not there. */
export async function endSynonyms(actor: Actor, id: string, until: string): Promise<Result<null>> {
  if (!may(actor, "instance.manage", { organisationId: actor.organisationId })) return refuse({ code: "notAllowed" });
  if (!isId(id)) return refuse({ code: "synonymsUnknown" });
  return await db.transaction(async (tx) => {
    const [group] = await tx.select().from(searchSynonyms).where(eq(searchSynonyms.id, id)).for("update");
    if (!group) return refuse({ code: "synonymsUnknown" });
    const { from, until: before } = fromRange(group.valid);
    if (before === until || (before && before <= today())) return ok(null);
    if (until < today()) return refuse({ code: "dayPast", field: "until" });
    // One that has not begun is taken back whole.
    if (from && until <= from) await tx.delete(searchSynonyms).where(eq(searchSynonyms.id, id));
    else
      await tx
        .update(searchSynonyms)
        .set({ valid: toRange({ from, until }) })
        .where(eq(searchSynonyms.id, id));
    await recordEvents(tx, actor, [
      {
        type: "synonyms.ended",
        subject: "synonyms",
        subjectId: id,
        organisationId: actor.organisationId,
        before: { words: group.words, until: before },
        after: { words: group.words, until },
      },
    ]);
    await wakeIndexer(tx);
    return ok(null);
  });
}

/** Gives an instance the groups that Cairn brings along and it has never had. Whoever ended one has it ended: each comes once. */
export async function ensureSynonyms(actor: Actor): Promise<number> {
  const shipped = shippedSynonyms.parse(JSON.parse(readFileSync("config/search-synonyms.json", "utf8")));
  const keyOf = ({ language, words, means = [] }: { language: string; words: string[]; means?: string[] }) =>
    JSON.stringify([language, words, means]);
  return await db.transaction(async (tx) => {
    await holdSynonyms(tx);
    const added = await tx.execute<{ after: Parameters<typeof keyOf>[0] }>(sql`select after from events where type = 'synonyms.added'`);
    const had = new Set(added.map(({ after }) => keyOf(after)));
    const fresh = shipped.filter((group) => !had.has(keyOf(group)));
    for (const group of fresh) await write(tx, actor, { ...group, from: today(), until: undefined });
    return fresh.length;
  });
}

/** One at a time, so that a group that is sent twice at once is there once. */
async function holdSynonyms(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('search-synonyms', 0))`);
}

async function write(tx: Transaction, actor: Actor, { language, words, means, from, until }: SynonymsInput): Promise<void> {
  const [row] = await tx
    .insert(searchSynonyms)
    .values({ language, words, means, valid: toRange({ from, until: until ?? null }) })
    .returning({ id: searchSynonyms.id });
  if (!row) throw new Error("A group was not written");
  const after = { language, words, ...(means.length > 0 ? { means } : {}), from, ...(until ? { until } : {}) };
  await recordEvents(tx, actor, [
    { type: "synonyms.added", subject: "synonyms", subjectId: row.id, organisationId: actor.organisationId, after },
  ]);
  await wakeIndexer(tx);
}
