import { fold } from "./fold";

/**
 * A decimal number as written in the four languages: 3,5 · 3.5 · 1.250,00 · 1 250,50 · 1'250. One point or comma before exactly
 * three digits is read as a thousands mark where `thousands` says that such amounts occur, else as a decimal mark.
 */
export function parseDecimal(written: string, thousands = false): number | undefined {
  const text = written.replace(/[\s   '’_]/g, "");
  if (!/^[+-]?\d[\d.,]*$/.test(text) && !/^[+-]?[.,]\d+$/.test(text)) return undefined;
  const number = Number(withPoint(text, thousands));
  return Number.isFinite(number) ? number : undefined;
}

function withPoint(text: string, thousands: boolean): string {
  const marks = text.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (!last) return text;
  const mixed = marks.some((mark) => mark !== last);
  const grouped = /^[+-]?[1-9]\d{0,2}([.,]\d{3})+$/.test(text);
  if (!mixed && (marks.length > 1 || (grouped && thousands))) return grouped ? text.replace(/[.,]/g, "") : "none";
  const at = text.lastIndexOf(last);
  const whole = text.slice(0, at);
  if (mixed && (whole.includes(last) || !/^[+-]?\d{1,3}([.,]\d{3})*$/.test(whole))) return "none";
  return `${whole.replace(/[.,]/g, "")}.${text.slice(at + 1)}`;
}

/** The number at the beginning of a cell such as "3 studiepunten" or "75 h". */
export function parseAmount(written: string, thousands = false): number | undefined {
  const alone = parseDecimal(written.trim(), thousands);
  if (alone !== undefined) return alone;
  const unit =
    "(ects|ec|credits?|credit points|cp|lp|leistungspunkte|studiepunten|studiepunt|sp|crédits?|points?|pt|hours?|hrs?|h|uur|uren|u|heures?|stunden?|std|ue)";
  const found = new RegExp(`^(?:${unit}[ :.]*)?([\\d.,\\s' ]*\\d)\\s*${unit}?[. ]*(?:ects)?$`, "iu").exec(written.trim());
  return found?.[2] === undefined ? undefined : parseDecimal(found[2], thousands);
}

const free = new Set([
  "free",
  "free of charge",
  "gratis",
  "kosteloos",
  "gratuit",
  "gratuite",
  "sans frais",
  "kostenlos",
  "kostenfrei",
  "gebuhrenfrei",
]);

const currencies: Record<string, string> = {
  "€": "EUR",
  euro: "EUR",
  euros: "EUR",
  eur: "EUR",
  $: "USD",
  usd: "USD",
  "£": "GBP",
  gbp: "GBP",
  chf: "CHF",
  sek: "SEK",
  dkk: "DKK",
};

export type Price = { amount: number; currency: string | undefined };

/** A price as people write it: € 240 · 240 EUR · 240,- · 1.250,00 euro · gratis. */
export function parsePrice(written: string): Price | undefined {
  const text = fold(written);
  if (free.has(text)) return { amount: 0, currency: undefined };
  const found = /^(€|\$|£|euros?|eur|[a-z]{3})?\s*([\d.,\s']*\d)\s*(?:,-+|,–|,—|\.-+|-)?\s*(€|\$|£|euros?|eur|[a-z]{3})?\.?$/.exec(text);
  if (!found?.[2]) return undefined;
  const named = found[1] ?? found[3];
  const currency = named === undefined ? undefined : parseCurrency(named);
  const amount = parseDecimal(found[2], true);
  if (amount === undefined || (named !== undefined && currency === undefined)) return undefined;
  return { amount: Math.round(amount * 100) / 100, currency };
}

export function parseCurrency(written: string): string | undefined {
  const text = fold(written);
  return currencies[text] ?? (/^[a-z]{3}$/.test(text) && isCurrency(text.toUpperCase()) ? text.toUpperCase() : undefined);
}

const known = new Set(Intl.supportedValuesOf("currency"));

function isCurrency(code: string): boolean {
  return known.has(code);
}
