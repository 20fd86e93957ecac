import { mostKept } from "@/lib/lists/chosen";

/** What a form says of an offering of a list; what it does not say stays as it is. */
export type Entry = { slug: string; note?: string; sessionId?: string | null };

/** What a button of the form does beside saving it: an offering goes up or down a place, out, or its changes are taken as seen. */
export type Act = { what: "up" | "down" | "out" | "seen"; slug: string };

export type Entries = { entries: Entry[]; out: string | null; seen: string | null };

const longestNote = 1000;
const isSlug = /^[a-z0-9-]{1,200}$/;

/** Reads the fields `note.…` and `session.…` of a form, in their order, and the one button `act` that sent it. */
export function readEntries(form: FormData): { tooLong: string } | Entries {
  const entries = new Map<string, Entry>();
  for (const [name, value] of form) {
    const [, kind, slug = ""] = /^(note|session)\.(.+)$/.exec(name) ?? [];
    if (!kind || !isSlug.test(slug) || typeof value !== "string") continue;
    const entry = entries.get(slug) ?? { slug };
    if (!entries.has(slug) && entries.size === mostKept) continue;
    entries.set(slug, kind === "note" ? { ...entry, note: cleaned(value) } : { ...entry, sessionId: value === "" ? null : value });
  }
  const tooLong = [...entries.values()].find(({ note = "" }) => note.length > longestNote);
  if (tooLong) return { tooLong: `note.${tooLong.slug}` };
  const act = actOf(form.get("act"));
  return {
    entries: act ? moved([...entries.values()], act) : [...entries.values()],
    out: act?.what === "out" ? act.slug : null,
    seen: act?.what === "seen" ? act.slug : null,
  };
}

/** The order after an offering has gone up or down a place; at the end of the list it stays. */
export function moved<One extends { slug: string }>(entries: One[], { what, slug }: Act): One[] {
  const from = entries.findIndex((entry) => entry.slug === slug);
  const to = what === "up" ? from - 1 : what === "down" ? from + 1 : from;
  const [entry, other] = [entries[from], entries[to]];
  return entry && other && from !== to ? entries.with(to, entry).with(from, other) : entries;
}

function actOf(given: FormDataEntryValue | null): Act | undefined {
  const [, what, slug] = /^(up|down|out|seen)\.([a-z0-9-]{1,200})$/.exec(String(given ?? "")) ?? [];
  return what && slug ? { what: what as Act["what"], slug } : undefined;
}

const cleaned = (text: string) => text.replaceAll("\0", "").replaceAll("\r\n", "\n").trim();
