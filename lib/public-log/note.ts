import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/**
 * Signed notes and checkpoints as C2SP specifies them (c2sp.org/signed-note, c2sp.org/tlog-checkpoint), with Ed25519.
 */
export type Signer = { name: string; id: Buffer; privateKey: KeyObject; verifierKey: string };
export type Verifier = { name: string; id: Buffer; publicKey: KeyObject; verifierKey: string };
export type Checkpoint = { origin: string; size: number; root: Uint8Array };

const ed25519 = 0x01;
// What Ed25519 keys begin with in the forms that Node reads (RFC 8410).
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");
const spki = Buffer.from("302a300506032b6570032100", "hex");

function keyId(name: string, key: Buffer): Buffer {
  return createHash("sha256").update(`${name}\n`).update(Uint8Array.of(ed25519)).update(key).digest().subarray(0, 4);
}

/** @param seed the 32 bytes of an Ed25519 private key */
export function newSigner(name: string, seed: Uint8Array): Signer {
  if (!isName(name)) throw new Error(`A key cannot be called "${name}"`);
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(privateKey).export({ format: "der", type: "spki" }).subarray(spki.length);
  const id = keyId(name, publicKey);
  const encoded = Buffer.concat([Uint8Array.of(ed25519), publicKey]).toString("base64");
  return { name, id, privateKey, verifierKey: `${name}+${id.toString("hex")}+${encoded}` };
}

const isName = (name: string) => name !== "" && !/[\s+]/u.test(name);

/** Reads a verifier key: `<name>+<key id>+<key>`. Undefined where it is none, or is of another kind. */
export function readVerifierKey(text: string): Verifier | undefined {
  const [, name = "", hex = "", encoded = ""] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(text) ?? [];
  const bytes = Buffer.from(encoded, "base64");
  if (name === "" || bytes.length !== 33 || bytes[0] !== ed25519 || bytes.toString("base64") !== encoded) return undefined;
  const key = bytes.subarray(1);
  const id = keyId(name, key);
  if (id.toString("hex") !== hex) return undefined;
  return { name, id, verifierKey: text, publicKey: createPublicKey({ key: Buffer.concat([spki, key]), format: "der", type: "spki" }) };
}

/** Signs a text that ends with a new line. */
export function signNote(text: string, signers: Signer[]): string {
  const lines = signers.map(({ name, id, privateKey }) => {
    const signature = Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]);
    return `— ${name} ${signature.toString("base64")}\n`;
  });
  return `${text}\n${lines.join("")}`;
}

/** In the one way in which it is written: else a note could be changed without its signature noticing. */
const isBase64 = (encoded: string) => Buffer.from(encoded, "base64").toString("base64") === encoded;

export type OpenedNote = { text: string; signatures: { name: string; id: string; signature: Buffer }[] };

/** A note in its parts, unverified. Undefined where it is none. */
export function openNote(note: string): OpenedNote | undefined {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || !note.endsWith("\n")) return undefined;
  const lines = note.slice(end + 2, -1).split("\n");
  const signatures = lines.map((line) => /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line));
  if (signatures.length > 100 || !signatures.every((found) => found !== null && isBase64(found[2] ?? ""))) return undefined;
  return {
    text: note.slice(0, end + 1),
    signatures: signatures.map((found) => {
      const [, name = "", encoded = ""] = found ?? [];
      const bytes = Buffer.from(encoded, "base64");
      return { name, id: bytes.subarray(0, 4).toString("hex"), signature: bytes.subarray(4) };
    }),
  };
}

/** Which of the keys have signed a note. Undefined where one of them is named and its signature does not hold: then the note is refused. */
export function signersOf({ text, signatures }: OpenedNote, keys: Verifier[]): Verifier[] | undefined {
  const signed: Verifier[] = [];
  for (const { name, id, signature } of signatures) {
    const key = keys.find((one) => one.name === name && one.id.toString("hex") === id);
    if (!key) continue;
    if (!verify(null, Buffer.from(text), key.publicKey, signature)) return undefined;
    signed.push(key);
  }
  return signed;
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString("base64")}\n`;
}

export function readCheckpoint(text: string): Checkpoint | undefined {
  const [origin = "", size = "", root = ""] = text.split("\n");
  const bytes = Buffer.from(root, "base64");
  if (origin === "" || !/^(0|[1-9]\d{0,15})$/.test(size) || bytes.length !== 32) return undefined;
  return { origin, size: Number(size), root: bytes };
}
