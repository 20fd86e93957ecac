import { type PublicKey, pemOf } from "./receipt";

type Shown = { id: string; publicKey: PublicKey };

/** Where a receipt and the keys are fetched from; what is checked afterwards needs no net. */
export function fetchCommands({ id }: Shown, site: string): string {
  return [`curl -O ${site}/api/v1/register/receipts/${id}.jws`, `curl -O ${site}/.well-known/jwks.json`].join("\n");
}

/** With OpenSSL 3 and coreutils: says "Signature Verified Successfully", and writes what was signed to answer.json. */
export function opensslCommands({ id, publicKey }: Shown): string {
  return `cat > key.pem <<'END'
${pemOf(publicKey)}
END
printf %s "$(cut -d. -f1,2 ${id}.jws)" > signed.txt
printf '%s==' "$(cut -d. -f3 ${id}.jws)" | basenc -d --base64url > signature.bin
openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in signed.txt -sigfile signature.bin
part=$(cut -d. -f2 ${id}.jws)
printf '%s%s' "$part" "$(printf '%.*s' $(( (4 - \${#part} % 4) % 4 )) ==)" | basenc -d --base64url > answer.json`;
}

/** With Node 20 or later and nothing else: takes the key of the receipt from the key set, prints true, and what was signed. */
export function nodeCommands({ id }: Shown): string {
  return `node -e '
const { readFileSync } = require("node:fs"), { createPublicKey, verify } = require("node:crypto");
const [header, payload, signature] = readFileSync("${id}.jws", "utf8").trim().split(".");
const text = (part) => Buffer.from(part, "base64url").toString();
const key = JSON.parse(readFileSync("jwks.json")).keys.find(({ kid }) => kid === JSON.parse(text(header)).kid);
const signed = Buffer.from(header + "." + payload);
console.log(String(verify(null, signed, createPublicKey({ key, format: "jwk" }), Buffer.from(signature, "base64url"))));
console.log(text(payload));
'`;
}
