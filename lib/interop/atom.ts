/** A text with its language, where that is not the feed's. */
type AtomText = { text: string; language?: string | undefined };

export type AtomEntry = {
  /** Stays what it is for ever, whatever else of the entry changes. */
  id: string;
  title: AtomText;
  url: string;
  summary: AtomText;
  author: string;
  published: Date;
  updated: Date;
  categories: { term: string; label: string }[];
};

export type AtomFeed = {
  id: string;
  self: string;
  page: string;
  title: string;
  subtitle: string;
  language: string;
  author: string;
  entries: AtomEntry[];
};

/** A feed (RFC 4287). One that holds nothing was last changed when time began, so that it is the same whenever it is asked for. */
export function toAtom({ id, self, page, title, subtitle, language, author, entries }: AtomFeed): string {
  const updated = lastUpdated(entries) ?? new Date(0);
  const lines = [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(language)}">`,
    `<id>${escaped(id)}</id>`,
    `<title>${escaped(title)}</title>`,
    ...(subtitle === "" ? [] : [`<subtitle>${escaped(subtitle)}</subtitle>`]),
    `<updated>${updated.toISOString()}</updated>`,
    `<author><name>${escaped(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    `<link rel="alternate" type="text/html" hreflang="${escaped(language)}" href="${escaped(page)}"/>`,
    ...entries.map(entryOf),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}

export function lastUpdated(entries: AtomEntry[]): Date | undefined {
  return entries.length === 0 ? undefined : new Date(Math.max(...entries.map(({ updated }) => updated.getTime())));
}

function entryOf({ id, title, url, summary, author, published, updated, categories }: AtomEntry): string {
  return [
    "<entry>",
    `<id>${escaped(id)}</id>`,
    textOf("title", title),
    `<link rel="alternate" type="text/html" href="${escaped(url)}"/>`,
    `<published>${published.toISOString()}</published>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<author><name>${escaped(author)}</name></author>`,
    ...categories.map(({ term, label }) => `<category term="${escaped(term)}" label="${escaped(label)}"/>`),
    ...(summary.text === "" ? [] : [textOf("summary", summary)]),
    "</entry>",
  ].join("\n");
}

function textOf(name: string, { text, language }: AtomText): string {
  return `<${name}${language ? ` xml:lang="${escaped(language)}"` : ""}>${escaped(text)}</${name}>`;
}

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** As XML takes it; characters that XML 1.0 cannot hold at all are left out. */
function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  const holdable = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return holdable.replace(/[&<>"]/g, (mark) => marks[mark] ?? "");
}
