import { type Day, dayNumber } from "@/lib/days/days";
import { openWindow, sessionState } from "@/lib/sessions/session";
import { plainText } from "@/lib/texts/texts";
import type { CardSession } from "./card";
import type { OfferingDocument } from "./document";
import type { SearchQuery } from "./query";
import type { Highlighted, SearchItem } from "./result";

/** Marks around a match: characters of the private use area, which no text contains and no page would show. */
export const matchStart = "\uE000";
export const matchEnd = "\uE001";

/** The engine's answer for one offering: the document, and its texts with matches marked. */
export type Hit = Pick<OfferingDocument, "id" | "slug" | "eqf" | "ects" | "hours" | "card"> & { texts: Record<string, unknown> };

/** Turns a hit into what a page draws, in the reader's language. */
export function toItem(hit: Hit, query: SearchQuery, locale: string, day: Day): SearchItem {
  const { card } = hit;
  const title = shown("title", hit, locale);
  const next = nextSession(card.sessions, query, day);
  return {
    id: hit.id,
    slug: hit.slug,
    title: title ?? { parts: [{ text: hit.slug, match: false }], language: locale },
    summary: shown("summary", hit, locale),
    provider: { ...card.provider, name: plainText(card.provider.name, locale) },
    eqf: hit.eqf,
    ects: hit.ects,
    hours: hit.hours,
    fields: card.fields,
    // Those of the session that is shown: whoever asked for "online" is told how that session is held.
    modes: next?.modes ?? card.modes,
    languages: next?.languages ?? card.languages,
    funding: card.funding,
    session: next?.shown ?? null,
    accreditation: card.accreditation,
  };
}

function shown(name: "title" | "summary", { texts, card }: Hit, locale: string) {
  const order = [locale, card.original, "en", "nl", "fr", "de"];
  for (const language of order) {
    const text = texts[`${name}_${language}`];
    if (typeof text === "string" && text !== "")
      return {
        parts: parts(text),
        language: name === "title" && language === "en" ? card.englishTitle : language,
      };
  }
  return null;
}

/** Splits a text at the marks. */
export function parts(text: string): Highlighted {
  return text
    .split(new RegExp(`(${matchStart}[^${matchEnd}]*${matchEnd})`))
    .filter((piece) => piece !== "")
    .map((piece) => (piece.startsWith(matchStart) ? { text: piece.slice(1, -1), match: true } : { text: piece, match: false }));
}

/** The soonest session that answers the query: one that can be enrolled in before one that is only announced. */
function nextSession(sessions: CardSession[], query: SearchQuery, day: Day) {
  const fitting = sessions.filter((session) => fits(session, query, day));
  const [session] = fitting.sort((a, b) => rank(a, day) - rank(b, day) || (a.startsOn ?? "9").localeCompare(b.startsOn ?? "9"));
  if (!session) return null;
  const { startsOn, towns, price, modes, languages } = session;
  const shown: SearchItem["session"] = { startsOn, towns, state: sessionState(session, day), price, sessions: fitting.length };
  return { modes, languages, shown };
}

function rank(session: CardSession, day: Day): number {
  if (session.seatsLeft !== 0 && openWindow(session, day)) return 0;
  return session.startsOn !== null && session.startsOn >= day ? 1 : 2;
}

/** The session filters of a query, on one session. */
function fits(session: CardSession, query: SearchQuery, day: Day): boolean {
  const start = session.startsOn === null ? null : dayNumber(session.startsOn);
  return (
    (query.mode.length === 0 || query.mode.some((mode) => session.modes.includes(mode))) &&
    (query.lang.length === 0 || query.lang.some((language) => session.languages.includes(language))) &&
    (!query.startFrom || (start !== null && start >= dayNumber(query.startFrom))) &&
    (!query.startTo || (start !== null && start <= dayNumber(query.startTo))) &&
    (!query.open || (session.seatsLeft !== 0 && openWindow(session, day) !== undefined)) &&
    (!query.free || session.price?.amount === 0) &&
    (query.priceMax === undefined || (session.price !== null && session.price.amount <= query.priceMax))
  );
}
