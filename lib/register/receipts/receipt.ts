import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { canonicalJson } from "@/lib/public-log/canonical-json";
import type { AnswerDocument } from "@/lib/register/document";

export type PublicKey = { kty: "OKP"; crv: "Ed25519"; x: string };
export type SigningKey = { kid: string; publicKey: PublicKey; privateKey: KeyObject };

// What an Ed25519 private key begins with in the form that Node reads (RFC 8410).
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** @param seed the 32 bytes of an Ed25519 private key */
export function newSigningKey(seed: Uint8Array): SigningKey {
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: "der", type: "pkcs8" });
  const { x = "" } = createPublicKey(privateKey).export({ format: "jwk" });
  const publicKey = { kty: "OKP", crv: "Ed25519", x } as const;
  return { kid: thumbprintOf(publicKey), publicKey, privateKey };
}

/** RFC 7638: a hash over the members that make the key, in their order. */
function thumbprintOf({ crv, kty, x }: PublicKey): string {
  return createHash("sha256").update(JSON.stringify({ crv, kty, x })).digest("base64url");
}

const encoded = (text: string) => Buffer.from(text, "utf8").toString("base64url");

/** By which a receipt is known: made of what it says, so that one answer is one receipt whoever asks and however often. 132 bits. */
export function receiptIdOf(document: AnswerDocument): string {
  return createHash("sha256").update(canonicalJson(document)).digest("base64url").slice(0, 22);
}

export const isReceiptId = (text: string) => /^[\w-]{22}$/.test(text);

/** The answer as a JSON Web Signature (RFC 7515, compact; EdDSA of RFC 8037) over its canonical JSON. */
export function signReceipt(document: AnswerDocument, { kid, privateKey }: SigningKey): string {
  const header = JSON.stringify({ alg: "EdDSA", kid, typ: "register-receipt+jws" });
  const signed = `${encoded(header)}.${encoded(canonicalJson(document))}`;
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString("base64url")}`;
}

export function documentOf(jws: string): AnswerDocument {
  return JSON.parse(Buffer.from(jws.split(".")[1] ?? "", "base64url").toString("utf8"));
}

/** Whether a receipt is what the holder of a key signed, and nothing else. */
export function isSignedBy(jws: string, publicKey: PublicKey): boolean {
  const parts = jws.split(".");
  const [header = "", payload = "", signature = ""] = parts;
  if (parts.length !== 3) return false;
  try {
    if (JSON.parse(Buffer.from(header, "base64url").toString("utf8")).alg !== "EdDSA") return false;
    const key = createPublicKey({ key: publicKey, format: "jwk" });
    return verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, "base64url"));
  } catch {
    return false;
  }
}

/** The key as OpenSSL takes it. */
export function pemOf(publicKey: PublicKey): string {
  return createPublicKey({ key: publicKey, format: "jwk" }).export({ format: "pem", type: "spki" }).toString().trim();
}
