import { ownKeys } from "@/lib/public-log/keys";
import { openNote, readCheckpoint, signersOf, type Verifier } from "@/lib/public-log/note";
import { emptyEdge, grow, type Hash, leafHash, rootOf } from "@/lib/public-log/tree";
import { type Finding, missing } from "@/lib/public-log/verify/finding";
import { readPlaced } from "@/lib/public-log/verify/queries";
import { believedKeys } from "@/lib/public-log/verify/signatures";
import { type LogCopy, openCopy } from "./copy";

export type Comparison = { findings: Finding[]; keys: string[]; size: number; checkpoints: number };

/** Checks a copy by itself (its signatures, and that its entries make the roots that were signed), and then the register's log against it. */
export async function verifyCopy(place: string, keys: string[]): Promise<Comparison> {
  const copy = await openCopy(place);
  const given = [...keys, ...ownKeys(copy.keys)];
  const notes = copy.checkpoints.map(({ note }) => note);
  const believed = believedKeys(given, copy.keys, notes);
  const sizes = new Set(notes.flatMap((note) => checkpointIn(note)?.size ?? []));
  const { findings, size, roots } = await compareEntries(copy, sizes);
  const checkpoints = copy.checkpoints.flatMap((one) => checkCheckpoint(one, believed, roots));
  return { findings: [...checkpoints, ...findings], keys: copy.keys, size, checkpoints: notes.length };
}

const checkpointIn = (note: string) => readCheckpoint(openNote(note)?.text ?? "");

const atOnce = 2000;

async function compareEntries({ entries }: LogCopy, sizes: Set<number>) {
  const findings: Finding[] = [];
  const roots = new Map<number, Hash>();
  let edge = emptyEdge();
  if (sizes.has(0)) roots.set(0, rootOf(edge));
  let standing: Map<number, string | null> = new Map();
  for await (const entry of entries) {
    const position = edge.size;
    if (position % atOnce === 0) standing = new Map((await readPlaced(position, atOnce)).map((row) => [row.position ?? -1, row.content]));
    const stands = standing.get(position);
    if (stands === undefined || stands === null) findings.push(missing("log_entries", `in place ${position}`, entry));
    else if (stands !== entry) findings.push({ table: "log_entries", id: `in place ${position}`, field: "content", log: entry, stands });
    edge = grow(edge, [leafHash(entry)]).edge;
    if (sizes.has(edge.size)) roots.set(edge.size, rootOf(edge));
  }
  return { findings, roots, size: edge.size };
}

/** A copy can be false itself: then it proves nothing, and says so. */
function checkCheckpoint({ name, note }: { name: string; note: string }, keys: Verifier[], roots: ReadonlyMap<number, Hash>): Finding[] {
  const row = { table: "copy", id: name };
  const opened = openNote(note);
  const said = checkpointIn(note);
  if (!opened || !said) return [{ ...row, field: "note", log: "a signed checkpoint", stands: note }];
  if (!signersOf(opened, keys)?.some((key) => key.name === said.origin))
    return [{ ...row, field: "note", log: "the signature of a key of the log", stands: note }];
  const root = roots.get(said.size);
  const stands = root ? Buffer.from(root).toString("base64") : "fewer entries";
  const log = Buffer.from(said.root).toString("base64");
  return stands === log ? [] : [{ ...row, field: "root", log, stands }];
}
