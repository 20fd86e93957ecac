import { compile } from "html-to-text";
import iconv from "iconv-lite";

const tagNames =
  "a|abbr|address|article|aside|b|base|bdi|bdo|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|dfn|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|meta|nav|noscript|object|ol|option|p|param|picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|xml|[a-z]\\d?:[a-z]+|st1:[a-z]+|math|audio|canvas|details|summary|dialog|template";
const tag = new RegExp(`<(?:/?(?:${tagNames})(?=[\\s/>])|!--|!\\[|!doctype|\\?)`, "i");
const anyTag = new RegExp(`</?(?:${tagNames})(?:\\s[^<>]*)?/?>?|<!--|<!\\[|<!doctype|<\\?`, "gi");
const entity = /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i;
const block = /<(?:p|div|br|li|ul|ol|table|tr|h[1-6]|blockquote)\b/i;

const inline = {
  selectors: [
    { selector: "a", options: { ignoreHref: true } },
    { selector: "img", format: "skip" },
  ],
};
const base = {
  wordwrap: false as const,
  selectors: [
    ...inline.selectors,
    ...["style", "script", "xml", "title", "head", "noscript", "template", "svg"].map((selector) => ({ selector, format: "skip" })),
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: "ul", options: { itemPrefix: "- " } },
    { selector: "table", format: "block" },
    { selector: "tr", format: "block", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: "td", format: "inlineSurround", options: { suffix: " " } },
    { selector: "th", format: "inlineSurround", options: { suffix: " " } },
    { selector: "hr", format: "skip" },
  ],
};
const fromBlocks = compile(base);
const fromInline = compile({ ...base, preserveNewlines: true });

/** Plain text in paragraphs: HTML (Word's too) and entities turned into words and lines. What comes out never holds markup. */
export function cleanText(written: string): string {
  let text = repairText(written);
  // Texts that were escaped twice on their way here show their tags only after the first turn.
  for (let turn = 0; turn < 4 && (tag.test(text) || entity.test(text)); turn++) {
    text = (block.test(text) ? fromBlocks : fromInline)(keepSigns(text));
  }
  let before: string;
  do {
    before = text;
    text = text.replace(anyTag, "");
  } while (text !== before);
  return tidy(text);
}

/** A text for one line: a title, a name. */
export function cleanLine(written: string): string {
  return cleanText(written).replace(/\s+/g, " ");
}

/** "a < b" is not a tag: only what begins as one of HTML's own is left to the parser. */
function keepSigns(text: string): string {
  return text
    .replace(/<(?![/!?]?[a-z![-])/gi, "&lt;")
    .replace(/<\/?([a-z][\w:-]*)/gi, (whole, name) => (isTag(name) ? whole : whole.replace("<", "&lt;")));
}

const exactName = new RegExp(`^(?:${tagNames})$`, "i");

function isTag(name: string): boolean {
  return exactName.test(name);
}

function tidy(text: string): string {
  if (!/[^\x21-\x7e]/.test(text)) return text;
  return (
    text
      .replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff]/g, "")
      .replace(/[ \t\u00a0\u2007\u202f]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .replace(/\n{3,}/g, "\n\n")
      .normalize("NFC")
      .trim()
  );
}

const twiceEncoded = /[ÂÃ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€/;

/** Undoes UTF-8 that somebody before us read as Windows-1252 (Ã© for é), where undoing it leaves nothing broken. */
export function repairText(text: string): string {
  if (!twiceEncoded.test(text)) return text;
  const bytes = iconv.encode(text, "windows-1252");
  if (iconv.decode(bytes, "windows-1252") !== text) return text;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}

/** Letters were lost before the file came to us: nothing brings them back. */
export function isDamaged(text: string): boolean {
  return text.includes("\ufffd");
}
