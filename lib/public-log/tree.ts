import { createHash } from "node:crypto";

/**
 * The Merkle tree of RFC 6962, section 2. Of complete subtrees only those of heights that are multiples of four are stored (16, 256, 4,096 …
 * leaves): a fifteenth of the leaves, and never more than eight reads for each level of a proof.
 */
export type Hash = Uint8Array;

/** A complete subtree: the `place`-th of those with 2^height leaves. Height 0 is a leaf. */
export type Node = { height: number; place: number };

/** Leaves from the first to before the second. */
export type Leaves = { from: number; until: number };

/** Every so many levels, subtrees are stored. */
const step = 4;
const width = 2 ** step;

export const emptyRoot: Hash = createHash("sha256").digest();

export function leafHash(entry: string): Hash {
  return createHash("sha256").update(Uint8Array.of(0)).update(entry, "utf8").digest();
}

function nodeHash(left: Hash, right: Hash): Hash {
  return createHash("sha256").update(Uint8Array.of(1)).update(left).update(right).digest();
}

/** The largest power of two below a number of leaves: where RFC 6962 splits them. */
function split(leaves: number): number {
  let k = 1;
  while (k * 2 < leaves) k *= 2;
  return k;
}

/** Of which leaves the hashes stand in the inclusion proof of one leaf, in its order (RFC 6962, 2.1.1). */
export function inclusionProof(position: number, size: number): Leaves[] {
  const path: Leaves[] = [];
  let [from, until] = [0, size];
  while (until - from > 1) {
    const middle = from + split(until - from);
    path.push(position < middle ? { from: middle, until } : { from, until: middle });
    if (position < middle) until = middle;
    else from = middle;
  }
  return path.reverse();
}

/** Of which leaves the hashes stand in the proof that the first `first` of `second` leaves are as they were (RFC 6962, 2.1.2). */
export function consistencyProof(first: number, second: number): Leaves[] {
  const path: Leaves[] = [];
  let [from, until, isWhole] = [0, second, true];
  while (first !== until) {
    const middle = from + split(until - from);
    path.push(first <= middle ? { from: middle, until } : { from, until: middle });
    if (first <= middle) until = middle;
    else [from, isWhole] = [middle, false];
  }
  return [...(isWhole ? [] : [{ from, until }]), ...path.reverse()];
}

/** Leaves as complete subtrees, the largest first: every range that a proof names begins where such subtrees begin. */
export function subtreesOf({ from, until }: Leaves): Node[] {
  const nodes: Node[] = [];
  for (let at = from; at < until; ) {
    let height = 0;
    while (at % 2 ** (height + 1) === 0 && at + 2 ** (height + 1) <= until) height++;
    nodes.push({ height, place: at / 2 ** height });
    at += 2 ** height;
  }
  return nodes;
}

/** The stored subtrees that make up another. */
export function storedOf({ height, place }: Node): Node[] {
  const above = height % step;
  return Array.from({ length: 2 ** above }, (_, one) => ({ height: height - above, place: place * 2 ** above + one }));
}

export const keyOf = ({ height, place }: Node): string => `${height}/${place}`;

/** The hash over some leaves, out of stored hashes by their key. */
export function hashOver(leaves: Leaves, stored: ReadonlyMap<string, Hash>): Hash {
  const hashes = subtreesOf(leaves).map((node) => {
    let row = storedOf(node).map((one) => {
      const hash = stored.get(keyOf(one));
      if (!hash) throw new Error(`The subtree ${keyOf(one)} of the log is not stored`);
      return hash;
    });
    while (row.length > 1) row = pairs(row);
    return row[0] as Hash;
  });
  return hashes.length === 0 ? emptyRoot : hashes.reduceRight((right, left) => nodeHash(left, right));
}

function pairs(row: Hash[]): Hash[] {
  return Array.from({ length: row.length / 2 }, (_, one) => nodeHash(row[one * 2] as Hash, row[one * 2 + 1] as Hash));
}

/** The growing right side of the tree: its size, and for each stored level the subtrees that are not part of a larger stored one yet. */
export type Edge = { size: number; levels: Hash[][] };

export const emptyEdge = (): Edge => ({ size: 0, levels: [] });

/** Which stored hashes are the edge of a tree of some size, level by level. */
export function edgeOf(size: number): Node[][] {
  const levels: Node[][] = [];
  for (let count = size, height = 0; count > 0; count = Math.floor(count / width), height += step) {
    const first = count - (count % width);
    levels.push(Array.from({ length: count % width }, (_, one) => ({ height, place: first + one })));
  }
  return levels;
}

/** The tree with more leaves: its edge, and the subtrees that have become complete and are to be stored. */
export function grow({ size, levels: before }: Edge, leaves: Hash[]): { edge: Edge; complete: (Node & { hash: Hash })[] } {
  const levels = before.map((level) => [...level]);
  const complete: (Node & { hash: Hash })[] = [];
  let added = leaves;
  for (let level = 0; added.length > 0; level++) {
    const row = [...(levels[level] ?? []), ...added];
    const first = Math.floor(size / width ** (level + 1));
    added = [];
    while (row.length >= width) {
      let hashes = row.splice(0, width);
      while (hashes.length > 1) hashes = pairs(hashes);
      const hash = hashes[0] as Hash;
      complete.push({ height: (level + 1) * step, place: first + added.length, hash });
      added.push(hash);
    }
    levels[level] = row;
  }
  return { edge: { size: size + leaves.length, levels }, complete };
}

/** The root of the tree whose right side it is. */
export function rootOf({ size, levels }: Edge): Hash {
  const stored = new Map(edgeOf(size).flatMap((nodes, level) => nodes.map((node, one) => [keyOf(node), levels[level]?.[one] as Hash])));
  return hashOver({ from: 0, until: size }, stored);
}
