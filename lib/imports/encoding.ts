import iconv from "iconv-lite";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "iso-8859-15" | "macintosh";

export const encodings: readonly Encoding[] = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-15", "macintosh"];

export type Decoded = { text: string; encoding: Encoding; bom: boolean };

/** How much of a file is looked at to choose among the one-byte encodings. */
const sample = 2_000_000;

/** The text of a file, in the encoding that its bytes speak for; a mapping may name another. */
export function decodeText(bytes: Uint8Array, named?: Encoding): Decoded {
  const marked = byMark(bytes);
  const encoding = named ?? marked?.encoding ?? withoutMark(bytes);
  const skip = marked?.encoding === encoding ? marked.length : 0;
  return { text: decode(bytes.subarray(skip), encoding), encoding, bom: skip > 0 };
}

function byMark(bytes: Uint8Array): { encoding: Encoding; length: number } | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", length: 2 };
  return undefined;
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === "utf-8") return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, { stripBOM: false });
}

function withoutMark(bytes: Uint8Array): Encoding {
  const wide = byZeroes(bytes);
  if (wide) return wide;
  const { broken, sound } = utf8Sequences(bytes);
  // A UTF-8 file in which something cut a few letters in half is still UTF-8: the damage is named in the cells it is in.
  if (broken === 0 || sound > 20 * broken) return "utf-8";
  const candidates: Encoding[] = ["windows-1252", "iso-8859-15", "macintosh"];
  const scored = candidates.map((encoding) => ({ encoding, score: plausibility(decode(bytes.subarray(0, sample), encoding)) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).encoding;
}

/** In UTF-16 every second byte of European text is zero. */
function byZeroes(bytes: Uint8Array): Encoding | undefined {
  const length = Math.min(bytes.length, 4000);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i++) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const half = length / 2;
  if (half < 1) return undefined;
  if (odd > 0.4 * half && even < 0.1 * half) return "utf-16le";
  if (even > 0.4 * half && odd < 0.1 * half) return "utf-16be";
  return undefined;
}

function utf8Sequences(bytes: Uint8Array): { sound: number; broken: number } {
  let sound = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const more = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
    let follows = lead < 0xf5 ? 0 : -1;
    while (follows >= 0 && follows < more && ((bytes[i + follows + 1] ?? 0) & 0xc0) === 0x80) follows++;
    if (more > 0 && follows === more) {
      sound++;
      i += more;
    } else broken++;
  }
  return { sound, broken };
}

const common = new Set("éèêëàâäçùûüôöîïßœÉÈÊÀÂÄÇÜÖÔÎŒ");
const punctuation = new Set("’‘“”„«»–—…•€°©®™· ");
const letter = /\p{L}/u;
const lower = /\p{Ll}/u;
const upper = /\p{Lu}/u;

/**
 * How much a decoding looks like Dutch, French, German or English: accented letters where letters stand, no capital inside a
 * small word, no signs inside words, no control characters.
 */
function plausibility(text: string): number {
  let score = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x80) continue;
    const char = text.charAt(i);
    const before = i > 0 ? text.charAt(i - 1) : " ";
    const after = text.charAt(i + 1) || " ";
    if (letter.test(char)) score += ofLetter(char, before, after);
    else if (text.charCodeAt(i) < 0xa0) score -= 4;
    else if (char === "€") score += /[\d\s]/.test(before) || /[\d\s]/.test(after) ? 2 : -2;
    else if (punctuation.has(char)) score += letter.test(before) && letter.test(after) && char !== "’" ? -1 : 1;
    else score += letter.test(before) && letter.test(after) ? -3 : -0.5;
  }
  return score;
}

function ofLetter(char: string, before: string, after: string): number {
  if (upper.test(char) && (lower.test(before) || (lower.test(after) && letter.test(before)))) return -2;
  if (lower.test(char) && upper.test(before) && upper.test(after)) return -1;
  return common.has(char) ? 2 : -0.5;
}
