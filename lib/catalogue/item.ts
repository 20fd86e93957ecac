import { dayNumber } from "@/lib/days/days";
import { distanceInKm, pointOf } from "@/lib/places/spot";
import { soonestFirst } from "@/lib/sessions/next";
import { openWindow, sessionState } from "@/lib/sessions/session";
import { plainText } from "@/lib/texts/texts";
import type { CardSession } from "./card";
import type { OfferingDocument } from "./document";
import type { Moment } from "./filters";
import type { SearchQuery } from "./query";
import type { Highlighted, SearchItem } from "./result";

/** Marks around a match: characters of the private use area, which no text contains and no page would show. */
export const matchStart = "\uE000";
export const matchEnd = "\uE001";

/** The engine's answer for one offering: the document, and its texts with matches marked. */
export type Hit = Pick<OfferingDocument, "id" | "slug" | "eqf" | "ects" | "hours" | "card"> & { texts: Record<string, unknown> };

/** The day on which sessions are looked at, and the place. */
export type SeenFrom = Pick<Moment, "day" | "near">;

/** Turns a hit into what a page draws, in the reader's language. */
export function toItem(hit: Hit, query: SearchQuery, locale: string, moment: SeenFrom): SearchItem {
  const { card } = hit;
  const title = shown("title", hit, locale);
  const next = nextSession(card.sessions, query, moment);
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

type Shown = Pick<Hit, "texts"> & { card: Pick<Hit["card"], "original" | "englishTitle"> };

/** A text in the reader's language where there is one, else in that of the original, else in any. */
export function shown(name: "title" | "summary", { texts, card }: Shown, locale: string) {
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

export function unmarked(text: string): string {
  return text.replaceAll(matchStart, "").replaceAll(matchEnd, "");
}

/** Splits a text at the marks. */
export function parts(text: string): Highlighted {
  return text
    .split(new RegExp(`(${matchStart}[^${matchEnd}]*${matchEnd})`))
    .filter((piece) => piece !== "")
    .map((piece) => (piece.startsWith(matchStart) ? { text: piece.slice(1, -1), match: true } : { text: piece, match: false }));
}

/** The soonest session that answers the query: one that can be enrolled in before one that is only announced. */
function nextSession(sessions: CardSession[], query: SearchQuery, moment: SeenFrom) {
  const { day } = moment;
  const fitting = sessions.filter((session) => fits(session, query, moment));
  const soonest = soonestFirst(day);
  const [session] = fitting.sort((a, b) => (query.sort === "distance" ? nearness(a, moment) - nearness(b, moment) : 0) || soonest(a, b));
  if (!session) return null;
  const { startsOn, endsOn, towns, price, modes, languages } = session;
  const far = nearness(session, moment);
  const distance = Number.isFinite(far) ? far : null;
  const shown: SearchItem["session"] = {
    startsOn,
    endsOn,
    towns,
    distance,
    state: sessionState(session, day),
    price,
    sessions: fitting.length,
  };
  return { modes, languages, shown };
}

/** Whole kilometres to the nearest place of a session; infinite where there is none, or nowhere to be near to. */
function nearness({ spots }: CardSession, { near }: SeenFrom): number {
  return near ? Math.round(Math.min(...spots.map((spot) => distanceInKm(near.point, pointOf(spot))))) : Number.POSITIVE_INFINITY;
}

const meets = (chosen: string[], values: string[]) => chosen.length === 0 || chosen.some((value) => values.includes(value));

function isNear({ spots }: CardSession, near: SeenFrom["near"]): boolean {
  return spots.some((spot) => near?.spots.some(({ from, to }) => from <= spot && spot <= to));
}

/** The session filters of a query, on one session. */
function fits(session: CardSession, query: SearchQuery, { day, near }: SeenFrom): boolean {
  const start = session.startsOn === null ? null : dayNumber(session.startsOn);
  return (
    meets(query.mode, session.modes) &&
    meets(query.lang, session.languages) &&
    meets(query.schedule, session.schedule === null ? [] : [session.schedule]) &&
    meets(query.region, session.regions) &&
    (!query.near || isNear(session, near) || (query.orOnline && session.modes.includes("online"))) &&
    (!query.startFrom || (start !== null && start >= dayNumber(query.startFrom))) &&
    (!query.startTo || (start !== null && start <= dayNumber(query.startTo))) &&
    (!query.open || (session.seatsLeft !== 0 && openWindow(session, day) !== undefined)) &&
    (!query.free || session.price?.amount === 0) &&
    (query.priceMax === undefined || (session.price !== null && session.price.amount <= query.priceMax))
  );
}
