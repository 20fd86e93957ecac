import { openNote, readCheckpoint, readVerifierKey, signersOf, type Verifier } from "@/lib/public-log/note";
import type { Hash } from "@/lib/public-log/tree";
import { differences, type Finding, missing } from "./finding";

export type StoredCheckpoint = { id: number; previousId: number | null; size: number; root: Hash; note: string };

const base64 = (hash: Hash) => Buffer.from(hash).toString("base64");

/**
 * Whom to believe: the keys given, and every key that signed a checkpoint together with one that is believed already, as a rotation does.
 * @param known all keys that the register names; where none is given, all are taken on its word
 */
export function believedKeys(given: string[], known: string[], notes: string[]): Verifier[] {
  const read = (keys: string[]) => keys.flatMap((key) => readVerifierKey(key) ?? []);
  const all = read(known);
  if (given.length === 0) return all;
  const believed = new Map(read(given).map((key) => [nameOf(key), key]));
  const signed = notes.map((note) => {
    const opened = openNote(note);
    return (opened && signersOf(opened, [...believed.values(), ...all.filter((key) => !believed.has(nameOf(key)))])) ?? [];
  });
  for (let grew = true; grew; ) {
    const before = believed.size;
    for (const keys of signed) if (keys.some((key) => believed.has(nameOf(key)))) for (const key of keys) believed.set(nameOf(key), key);
    grew = believed.size > before;
  }
  return [...believed.values()];
}

const nameOf = ({ name, id }: Pick<Verifier, "name" | "id">) => `${name} ${id.toString("hex")}`;

/** Keys in the register's list that are not the log's, and keys of the log that have signed and are not in it. */
export function checkKeys(known: string[], believed: Verifier[], notes: string[]): Finding[] {
  const table = "log_keys";
  const signed = new Set(notes.flatMap((note) => openNote(note)?.signatures.map(({ name, id }) => `${name} ${id}`) ?? []));
  const strange = known.filter((key) => !believed.some(({ verifierKey }) => verifierKey === key));
  const lacking = believed.filter((key) => signed.has(nameOf(key)) && !known.includes(key.verifierKey));
  return [
    ...strange.map((key) => ({ table, id: key, field: "verifier_key", log: "no key of the log", stands: key })),
    ...lacking.map(({ verifierKey }) => missing(table, verifierKey, "a key that has signed")),
  ];
}

/** Where the chain of checkpoints is broken, or no checkpoint signs what stands at the end of the log. */
export function checkChain(checkpoints: StoredCheckpoint[], size: number): Finding[] {
  const inOrder = checkpoints.toSorted((a, b) => a.id - b.id);
  const chain = inOrder.flatMap(({ id, previousId, size: signs }, place) => {
    const before = inOrder[place - 1];
    return [
      ...differences("log_checkpoints", String(id), { previous_id: before?.id ?? null }, { previous_id: previousId }),
      ...(before && before.size > signs
        ? [{ table: "log_checkpoints", id: String(id), field: "size", log: `at least ${before.size}`, stands: `${signs}` }]
        : []),
    ];
  });
  const last = inOrder.at(-1)?.size ?? 0;
  const unsigned = {
    table: "log_checkpoints",
    id: "the last",
    field: "row",
    log: `a checkpoint of all ${size} entries`,
    stands: `one of ${last}`,
  };
  return [...chain, ...(last < size ? [unsigned] : [])];
}

/** What is wrong with checkpoints, in the order of their sizes: signature, text, and the root that the entries make. */
export function checkCheckpoints(
  checkpoints: StoredCheckpoint[],
  keys: Verifier[],
  roots: ReadonlyMap<number, Hash>,
  size: number,
): Finding[] {
  return checkpoints.flatMap(({ id, size: stands, root, note }) => {
    const row = { table: "log_checkpoints", id: String(id) };
    const opened = openNote(note);
    const said = opened && readCheckpoint(opened.text);
    if (!opened || !said) return [{ ...row, field: "note", log: "a signed checkpoint", stands: note }];
    const signed = signersOf(opened, keys)?.filter(({ name }) => name === said.origin);
    if (!signed || signed.length === 0) return [{ ...row, field: "note", log: "the signature of a key of the log", stands: note }];
    const computed = roots.get(said.size);
    return [
      ...differences(row.table, row.id, { size: said.size, root: base64(said.root) }, { size: stands, root: base64(root) }),
      ...(said.size > size ? [missing("log_entries", `from place ${size} on`, `${said.size} entries, as checkpoint ${id} signs`)] : []),
      ...(computed && base64(computed) !== base64(said.root)
        ? [{ ...row, field: "root", log: base64(said.root), stands: `${base64(computed)}: other entries before place ${said.size}` }]
        : []),
    ];
  });
}
