/**
 * What the reader keeps in this browser, by slugs, and nowhere else: written only when they press "keep" (the privacy page says so). Where a
 * browser has no such place, or closes it, the links that need no script stay.
 */
const key = "cairn.kept";

const listeners = new Set<() => void>();

/** As it is written: a text, so that React sees at once whether it has changed. */
export function readKept(): string | null {
  try {
    return localStorage.getItem(key) ?? "[]";
  } catch {
    return null;
  }
}

export function followKept(told: () => void): () => void {
  listeners.add(told);
  window.addEventListener("storage", told);
  return () => {
    listeners.delete(told);
    window.removeEventListener("storage", told);
  };
}

export function slugsIn(kept: string | null): string[] {
  try {
    const read: unknown = JSON.parse(kept ?? "[]");
    return Array.isArray(read) ? read.filter((slug) => typeof slug === "string") : [];
  } catch {
    return [];
  }
}

/** Keeps or forgets one. Where nothing is left, nothing stays behind. */
export function changeKept(slug: string, keep: boolean): void {
  const others = slugsIn(readKept()).filter((one) => one !== slug);
  const next = keep ? [...others, slug] : others;
  try {
    if (next.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(next));
  } catch {
    return;
  }
  for (const told of listeners) told();
}
