import { expect, test } from "vitest";
import { checkpointText, newSigner, signNote } from "@/lib/public-log/note";
import { emptyRoot } from "@/lib/public-log/tree";
import { believedKeys, checkCheckpoints, checkKeys } from "./signatures";

const name = "microcredentials.example/log";
const [old, next, thief] = [1, 2, 3].map((seed) => newSigner(name, Buffer.alloc(32, seed))) as [
  ReturnType<typeof newSigner>,
  ReturnType<typeof newSigner>,
  ReturnType<typeof newSigner>,
];
const known = [old, next, thief].map(({ verifierKey }) => verifierKey);
const note = (signers: (typeof old)[]) => signNote(checkpointText({ origin: name, size: 0, root: emptyRoot }), signers);
const checkpoint = (id: number, signers: (typeof old)[]) => ({ id, previousId: null, size: 0, root: emptyRoot, note: note(signers) });

test("a key that signed together with a believed one is believed, on either side of the change; another is not", () => {
  const rows = [checkpoint(1, [old]), checkpoint(2, [next, old]), checkpoint(3, [next]), checkpoint(4, [thief])];
  const notes = rows.map((row) => row.note);
  for (const one of [old, next]) {
    const keys = believedKeys([one.verifierKey], known, notes);
    expect(keys.map(({ verifierKey }) => verifierKey).sort()).toEqual([old.verifierKey, next.verifierKey].sort());
    const found = checkCheckpoints(rows, keys, new Map([[0, emptyRoot]]), 0);
    expect(found.map(({ id, field }) => [id, field])).toEqual([["4", "note"]]);
    expect(checkKeys(known, keys, notes).map(({ id }) => id)).toEqual([thief.verifierKey]);
  }
});

test("without a key that is known beforehand, the register's own list is taken; a key that is not in it has not signed", () => {
  const keys = believedKeys([], [old.verifierKey], [note([old])]);
  expect(checkCheckpoints([checkpoint(1, [old])], keys, new Map(), 0)).toEqual([]);
  expect(checkCheckpoints([checkpoint(1, [thief])], keys, new Map(), 0)).toMatchObject([{ field: "note" }]);
});
