import fc from "fast-check";
import { expect, test } from "vitest";
import { includes, isConsistent, leaf, treeHash } from "./fixtures/rfc6962";
import { consistencyProof, edgeOf, emptyEdge, grow, type Hash, hashOver, inclusionProof, keyOf, leafHash, rootOf } from "./tree";

/** A log grown in pieces, as the sequencer grows it, with all that it stores. */
function grown(entries: string[], pieces: number[]) {
  const stored = new Map<string, Hash>();
  let edge = emptyEdge();
  for (let at = 0, piece = 0; at < entries.length; piece++) {
    const hashes = entries.slice(at, at + (pieces[piece % pieces.length] ?? 1)).map(leafHash);
    for (const [one, hash] of hashes.entries()) stored.set(keyOf({ height: 0, place: at + one }), hash);
    const next = grow(edge, hashes);
    for (const { hash, ...node } of next.complete) stored.set(keyOf(node), hash);
    edge = next.edge;
    at += hashes.length;
    const kept = edgeOf(edge.size).map((nodes) => nodes.map((node) => stored.get(keyOf(node))));
    expect(edge.levels.slice(0, kept.length)).toEqual(kept);
  }
  return { edge, stored };
}

const entriesOf = (size: number) => Array.from({ length: size }, (_, one) => `entry ${one}`);
const sizes = fc.oneof(fc.nat(40), fc.nat(700), fc.constantFrom(15, 16, 17, 255, 256, 257, 272, 4096));
const pieces = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 });

test("the root is that of RFC 6962, whatever the pieces in which the log grew, and leaves are hashed apart from nodes", () => {
  expect(Buffer.from(leafHash(""))).toEqual(leaf(""));
  expect(Buffer.from(rootOf(emptyEdge()))).toEqual(treeHash([]));
  fc.assert(
    fc.property(sizes, pieces, (size, some) => {
      const entries = entriesOf(size);
      const { edge, stored } = grown(entries, some);
      expect(Buffer.from(rootOf(edge))).toEqual(treeHash(entries));
      // A fifteenth of the leaves is stored beside them.
      expect(stored.size).toBeLessThanOrEqual(size + Math.ceil(size / 15));
    }),
    { numRuns: 60 },
  );
});

test("every inclusion proof holds by an implementation of its own, and for no other leaf, place or root", () => {
  fc.assert(
    fc.property(
      sizes.filter((size) => size > 0),
      pieces,
      fc.nat(),
      fc.nat(),
      (size, some, one, other) => {
        const entries = entriesOf(size);
        const { stored } = grown(entries, some);
        const [position, smaller] = [one % size, (other % size) + 1];
        const root = treeHash(entries);
        const path = inclusionProof(position, size).map((leaves) => hashOver(leaves, stored));
        const hash = leaf(`entry ${position}`);
        expect(includes(hash, position, size, path, root)).toBe(true);
        expect(includes(leaf("another"), position, size, path, root)).toBe(false);
        if (size > 1) expect(includes(hash, (position + 1) % size, size, path, root)).toBe(false);
        expect(includes(hash, position, size, [...path, root], root)).toBe(false);
        expect(includes(hash, position, size, path, treeHash([...entries, "one more"]))).toBe(false);
        // In any earlier tree that held it, too.
        const earlier = Math.max(smaller, position + 1);
        const inEarlier = inclusionProof(position, earlier).map((leaves) => hashOver(leaves, stored));
        expect(includes(hash, position, earlier, inEarlier, treeHash(entries.slice(0, earlier)))).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test("every consistency proof holds by an implementation of its own, and for no other history", () => {
  fc.assert(
    fc.property(
      sizes.filter((size) => size > 0),
      pieces,
      fc.nat(),
      (size, some, one) => {
        const entries = entriesOf(size);
        const { stored } = grown(entries, some);
        const first = (one % size) + 1;
        const [before, after] = [treeHash(entries.slice(0, first)), treeHash(entries)];
        const path = consistencyProof(first, size).map((leaves) => hashOver(leaves, stored));
        expect(isConsistent(first, size, path, before, after)).toBe(true);
        const rewritten = treeHash([...entries.slice(0, first - 1), "another"]);
        expect(isConsistent(first, size, path, rewritten, after)).toBe(false);
      },
    ),
    { numRuns: 60 },
  );
});

test("a proof over a million leaves asks for few stored hashes", () => {
  const size = 1_000_003;
  const needed = inclusionProof(654_321, size).length;
  expect(needed).toBeLessThanOrEqual(20);
  expect(consistencyProof(777_777, size).length).toBeLessThanOrEqual(21);
});
