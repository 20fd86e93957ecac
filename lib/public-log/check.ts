/**
 * Checks one entry against a signed checkpoint: in the reader's own browser, and on the server for browsers without JavaScript. By
 * WebCrypto and nothing of ours, so that it can be read in one piece.
 */
export type Evidence = {
  /** The exact text of the entry. */
  entry: string;
  position: number;
  /** The hashes of the inclusion proof, in base64. */
  hashes: string[];
  checkpoint: string;
  /** Keys that are believed: name, key id and key. */
  keys: string[];
};

export type Checked = {
  leafHash: string;
  /** The root that entry and proof make. */
  root: string;
  rootHolds: boolean;
  /** Not every browser knows Ed25519. */
  signature: "holds" | "fails" | "unable";
};

type Bytes = Uint8Array<ArrayBuffer>;

const bytesOf = (base64: string): Bytes => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const base64Of = (bytes: Bytes) => btoa(String.fromCharCode(...bytes));

async function sha256(...parts: Bytes[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", await new Blob(parts).arrayBuffer()));
}

export async function checkEntry({ entry, position, hashes, checkpoint, keys }: Evidence): Promise<Checked> {
  const leaf = await sha256(Uint8Array.of(0), new TextEncoder().encode(entry));
  const end = checkpoint.lastIndexOf("\n\n");
  const [, size = "", root = ""] = checkpoint.slice(0, end).split("\n");
  const computed = await rootFrom(leaf, { position, size: Number(size) }, hashes.map(bytesOf));
  return {
    leafHash: base64Of(leaf),
    root: computed ? base64Of(computed) : "",
    rootHolds: computed !== undefined && base64Of(computed) === root,
    signature: await checkSignature(checkpoint.slice(0, end + 1), checkpoint.slice(end + 2), keys),
  };
}

/** RFC 9162, 2.1.3.2; undefined where the proof has hashes too few or too many. */
async function rootFrom(leaf: Bytes, { position, size }: { position: number; size: number }, hashes: Bytes[]): Promise<Bytes | undefined> {
  if (!(position < size)) return undefined;
  let [place, last, hash] = [position, size - 1, leaf];
  for (const other of hashes) {
    if (last === 0) return undefined;
    const isRight = place % 2 === 1 || place === last;
    hash = isRight ? await sha256(Uint8Array.of(1), other, hash) : await sha256(Uint8Array.of(1), hash, other);
    while (isRight && place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)];
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : undefined;
}

async function checkSignature(text: string, lines: string, keys: string[]): Promise<Checked["signature"]> {
  for (const line of lines.trimEnd().split("\n")) {
    const [, name = "", encoded = ""] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    const signed = bytesOf(encoded);
    const id = [...signed.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const key = keys.find((one) => one.startsWith(`${name}+${id}+`))?.slice(name.length + 10);
    if (!key) continue;
    try {
      const publicKey = await crypto.subtle.importKey("raw", bytesOf(key).slice(1), "Ed25519", false, ["verify"]);
      const holds = await crypto.subtle.verify("Ed25519", publicKey, signed.slice(4), new TextEncoder().encode(text));
      return holds ? "holds" : "fails";
    } catch {
      return "unable";
    }
  }
  return "fails";
}
