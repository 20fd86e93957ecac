import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db";
import { vocabularyTerms } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { type Day, toRange } from "@/lib/days/days";
import { type EventType, recordEvents } from "@/lib/events/commands";
import { ok, type Problem, type Result, refuse } from "@/lib/result";
import type { TermInput } from "./input";
import { readTerms } from "./queries";
import { type History, historyOf, type Term } from "./term";

/** Adds a national level or a quality label from a day on. Its code is its own for ever. */
export async function addTerm(actor: Actor, input: TermInput): Promise<Result<null>> {
  return await change(actor, input.from, "from", async (tx) => {
    const known = historyOf(await readTerms(tx), input.code);
    // Sent twice: it is there.
    if (known && isSame(known[0], input)) return ok(null);
    if (known) return refuse({ code: "termCodeTaken", field: "code", value: input.code });
    const id = await write(tx, { ...input, until: null });
    const { kind, code, names, from } = input;
    const more = kind === "level" ? { eqf: input.eqf } : { givenBy: input.givenBy, ...(input.url ? { url: input.url } : {}) };
    await happened(tx, actor, "term.added", id, { after: { kind, code, names, ...more, from } });
    return ok(null);
  });
}

/** Calls a term otherwise from a day on; on every earlier day it is called what it was. */
export async function renameTerm(actor: Actor, code: string, { names, from }: { names: Term["names"]; from: Day }): Promise<Result<null>> {
  return await changeLast(actor, code, from, "from", async (tx, last, history) => {
    if (sameNames(last.names, names)) return ok(null);
    let id: string;
    if (last.from === from) {
      id = await rewrite(tx, last, { names });
    } else {
      await endRow(tx, last, from, history);
      id = await write(tx, { ...last, names, from });
    }
    await happened(tx, actor, "term.renamed", id, { before: { code, names: last.names }, after: { code, names, from } });
    return ok(null);
  });
}

/** Ends a term on a day: whoever states something from then on cannot choose it, and what states it already keeps it, marked. */
export async function endTerm(actor: Actor, code: string, until: Day): Promise<Result<null>> {
  return await changeLast(actor, code, until, "until", async (tx, last, history) => {
    if (last.until === until) return ok(null);
    if (last.from !== null && until <= last.from) return refuse({ code: "termNotBegun", field: "until" });
    const id = await endRow(tx, last, until, history);
    await happened(tx, actor, "term.ended", id, { before: { code, until: last.until }, after: { code, names: last.names, until } });
    return ok(null);
  });
}

/** Lets a term that has ended hold again from a day on, by the name that it had; the days between stay without it. */
export async function resumeTerm(actor: Actor, code: string, from: Day): Promise<Result<null>> {
  return await change(actor, from, "from", async (tx) => {
    const last = historyOf(await readTerms(tx), code)?.at(-1);
    if (!last) return refuse({ code: "termUnknown" });
    // Sent twice: it holds again.
    if (last.from === from && last.until === null) return ok(null);
    if (last.until === null || last.until > today()) return refuse({ code: "termHolds", field: "from" });
    const id = await write(tx, { ...last, from, until: null });
    await happened(tx, actor, "term.resumed", id, { before: { code, until: last.until }, after: { code, names: last.names, from } });
    return ok(null);
  });
}

type Work = (tx: Transaction) => Promise<Result<null>>;

/** What has passed stays what it was: every change is of today or later, and one at a time. */
async function change(actor: Actor, day: Day, field: string, work: Work): Promise<Result<null>> {
  if (!may(actor, "instance.manage", { organisationId: actor.organisationId })) return refuse({ code: "notAllowed" });
  if (day < today()) return refuse({ code: "dayPast", field });
  return await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('vocabulary-terms', 0))`);
    return await work(tx);
  });
}

async function changeLast(
  actor: Actor,
  code: string,
  day: Day,
  field: string,
  work: (tx: Transaction, last: Term, history: History) => Promise<Result<null>>,
): Promise<Result<null>> {
  return await change(actor, day, field, async (tx) => {
    const history = historyOf(await readTerms(tx), code);
    const last = history?.at(-1);
    if (!history || !last) return refuse({ code: "termUnknown" });
    const problem = problemWithDay(last, day, field);
    return problem ? refuse(problem) : await work(tx, last, history);
  });
}

/** What is decided for a later day would be undone unseen, and what has ended is over. */
function problemWithDay(last: Term, day: Day, field: string): Problem | undefined {
  if (last.until !== null && last.until <= today()) return { code: "termEnded", field };
  if (field === "from" && last.until !== null && last.until <= day) return { code: "termEnded", field };
  return last.from !== null && day < last.from ? { code: field === "from" ? "termChangedLater" : "termNotBegun", field } : undefined;
}

const sameNames = (one: Term["names"], other: Term["names"]) =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

function isSame(one: Term, other: TermInput): boolean {
  const { from, eqf, givenBy, url } = other;
  return sameNames(one.names, other.names) && one.from === from && one.eqf === eqf && one.givenBy === givenBy && one.url === url;
}

async function write(tx: Transaction, { kind, code, names, eqf, givenBy, url, from, until }: Term): Promise<string> {
  const values = { kind, code, names, eqf, givenBy, url, valid: toRange({ from, until }) };
  const [row] = await tx.insert(vocabularyTerms).values(values).returning({ id: vocabularyTerms.id });
  if (!row) throw new Error("A term was not written");
  return row.id;
}

async function rewrite(tx: Transaction, last: Term, set: Partial<typeof vocabularyTerms.$inferInsert>): Promise<string> {
  const [row] = await tx
    .update(vocabularyTerms)
    .set(set)
    .where(and(eq(vocabularyTerms.code, last.code), eq(vocabularyTerms.valid, toRange(last))))
    .returning({ id: vocabularyTerms.id });
  if (!row) throw new Error("A term was not there");
  return row.id;
}

/** A level that only the country's file knew gets its row when its first change is written. */
async function endRow(tx: Transaction, last: Term, until: Day, history: History): Promise<string> {
  const inFile = history.length === 1 && last.kind === "level" && last.from === null && last.until === null;
  return inFile ? await write(tx, { ...last, until }) : await rewrite(tx, last, { valid: toRange({ from: last.from, until }) });
}

async function happened(tx: Transaction, actor: Actor, type: EventType, subjectId: string, what: { before?: unknown; after: unknown }) {
  await recordEvents(tx, actor, [{ type, subject: "term", subjectId, organisationId: actor.organisationId, ...what }]);
}
