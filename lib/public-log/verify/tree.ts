import { canonicalJson } from "@/lib/public-log/canonical-json";
import { type Edge, emptyEdge, grow, type Hash, leafHash, type Node, rootOf } from "@/lib/public-log/tree";
import { differences, type Finding, missing } from "./finding";
import { readNodes, readNodesBeyond, type StoredEntry } from "./queries";

const base64 = (hash: Hash | null | undefined) => (hash ? Buffer.from(hash).toString("base64") : "nothing");
const same = (a: Hash | null | undefined, b: Hash | null | undefined) => base64(a) === base64(b);

/** Computes the tree anew from the texts of the entries, one after the other, and holds what is stored against it. */
export class TreeCheck {
  readonly findings: Finding[] = [];
  /** Roots at the sizes that were asked for. */
  readonly roots = new Map<number, Hash>();
  private edge: Edge = emptyEdge();
  private wrongLeaves: { position: number; entry: StoredEntry; hash: Hash }[] = [];
  private wrongBlocks = new Set<number>();

  constructor(private readonly sizes: Set<number>) {
    if (sizes.has(0)) this.roots.set(0, rootOf(this.edge));
  }

  get size(): number {
    return this.edge.size;
  }

  async add(entries: StoredEntry[]): Promise<void> {
    const complete: (Node & { hash: Hash })[] = [];
    for (const entry of entries) {
      const grown = grow(this.edge, [this.leafOf(entry)]);
      complete.push(...grown.complete);
      this.edge = grown.edge;
      if (this.sizes.has(this.edge.size)) this.roots.set(this.edge.size, rootOf(this.edge));
    }
    for (const [height, nodes] of Map.groupBy(complete, (node) => node.height)) await this.compareNodes(height, nodes);
  }

  private leafOf(entry: StoredEntry): Hash {
    const expected = this.edge.size;
    const id = String(entry.position);
    if (entry.position !== expected)
      this.findings.push(...differences("log_positions", id, { position: expected }, { position: entry.position }));
    if (entry.content === null) {
      this.findings.push(missing("log_entries", String(entry.entryId), `an entry in place ${id}`));
      return entry.leafHash ?? leafHash("");
    }
    const hash = leafHash(entry.content);
    if (!same(hash, entry.leafHash)) this.wrongLeaves.push({ position: expected, entry, hash });
    if (!isCanonical(entry.content))
      this.findings.push({
        table: "log_entries",
        id: String(entry.entryId),
        field: "content",
        log: "canonical JSON",
        stands: entry.content,
      });
    return hash;
  }

  private async compareNodes(height: number, nodes: (Node & { hash: Hash })[]): Promise<void> {
    const stored = await readNodes(height, nodes[0]?.place ?? 0, nodes.at(-1)?.place ?? 0);
    for (const { place, hash } of nodes) {
      const stands = stored.get(place);
      if (same(stands, hash)) continue;
      if (height === 4) this.wrongBlocks.add(place);
      // Entries that do not have the hash that was stored for them are named themselves, not all that lies above them.
      if (this.wrongLeaves.some(({ position }) => Math.floor(position / 2 ** height) === place) && stands) continue;
      const id = `${height}/${place}`;
      this.findings.push(...differences("log_nodes", id, { hash: base64(hash) }, { hash: base64(stands) }));
    }
  }

  /** @param headHolds whether the last checkpoint has the root that the entries make */
  async finish(headHolds: boolean): Promise<void> {
    for (const { position, entry, hash } of this.wrongLeaves) {
      const block = Math.floor(position / 16);
      // Where what lies above holds for the text, it is the stored hash that was changed; else the text was.
      const textHolds = (block + 1) * 16 <= this.size ? !this.wrongBlocks.has(block) : headHolds;
      const [table, id, field] = textHolds
        ? (["log_positions", String(position), "leaf_hash"] as const)
        : (["log_entries", String(entry.entryId), "content"] as const);
      const [log, stands] = textHolds
        ? [base64(hash), base64(entry.leafHash)]
        : [base64(entry.leafHash), `${base64(hash)}: ${entry.content}`];
      this.findings.push({ table, id, field, log, stands });
    }
    for (const { height, place } of await readNodesBeyond(this.size))
      this.findings.push({ table: "log_nodes", id: `${height}/${place}`, field: "row", log: "no such subtree", stands: "a row" });
  }
}

function isCanonical(content: string): boolean {
  try {
    return canonicalJson(JSON.parse(content)) === content;
  } catch {
    return false;
  }
}
