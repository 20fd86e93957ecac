import fc from "fast-check";
import { expect, test } from "vitest";
import { checkEntry } from "./check";
import { checkpointText, newSigner, signNote } from "./note";
import { emptyEdge, grow, hashOver, inclusionProof, keyOf, leafHash, rootOf } from "./tree";

const signer = newSigner("microcredentials.example/log", Buffer.alloc(32, 7));
const base64 = (hash: Uint8Array) => Buffer.from(hash).toString("base64");

/** What a reader is given to check one entry by. */
function evidenceOf(size: number, position: number) {
  const leaves = Array.from({ length: size }, (_, one) => leafHash(`{"é":${one}}`));
  const { edge, complete } = grow(emptyEdge(), leaves);
  const stored = new Map([
    ...leaves.map((hash, place) => [keyOf({ height: 0, place }), hash] as const),
    ...complete.map(({ hash, ...node }) => [keyOf(node), hash] as const),
  ]);
  return {
    entry: `{"é":${position}}`,
    position,
    hashes: inclusionProof(position, size).map((leaves) => base64(hashOver(leaves, stored))),
    checkpoint: signNote(checkpointText({ origin: signer.name, size, root: rootOf(edge) }), [signer]),
    keys: [signer.verifierKey],
  };
}

test("an entry of a log holds, and nothing that differs from it in any part", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 400 }), fc.nat(), async (size, one) => {
      const given = evidenceOf(size, one % size);
      expect(await checkEntry(given)).toMatchObject({ rootHolds: true, signature: "holds", leafHash: base64(leafHash(given.entry)) });
      const [first = "", ...rest] = given.hashes;
      const wrong = [
        { ...given, entry: `${given.entry} ` },
        { ...given, position: (given.position + 1) % size },
        { ...given, position: size },
        { ...given, hashes: rest },
        { ...given, hashes: [...given.hashes, first] },
      ];
      for (const other of wrong) expect((await checkEntry(other)).rootHolds).toBe(false);
      const resized = given.checkpoint.replace(`\n${size}\n`, `\n${size + 1}\n`);
      expect(await checkEntry({ ...given, checkpoint: resized })).toMatchObject({ signature: "fails" });
      const other = newSigner(signer.name, Buffer.alloc(32, 8));
      expect((await checkEntry({ ...given, keys: [other.verifierKey] })).signature).toBe("fails");
    }),
    { numRuns: 40 },
  );
});
