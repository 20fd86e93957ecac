import type { SessionRecord } from "@/lib/catalogue/session-record";
import type { Day } from "@/lib/days/days";
import type { CalendarEntry } from "@/lib/interop/icalendar";
import type { KeptOffering } from "@/lib/lists/kept";
import type { EnrolmentWindow } from "@/lib/sessions/session";
import { plainText } from "@/lib/texts/texts";

type Kind = "starts" | "opens" | "closes" | "cancelled";
type Words = { titled: (kind: Kind, title: string) => string; until: (day: Day) => string };

type Made = { day: Day; locale: string; words: Words; addressOf: (slug: string) => string; host: string };

/**
 * The days that somebody must not miss: when enrolment opens, its last day, and the first day of a session. Not the weeks between: a calendar
 * full of bars says nothing. What is out of the catalogue has none; what was cancelled is told as cancelled, so that it leaves calendars again.
 */
export function calendarOf(offerings: KeptOffering[], made: Made): CalendarEntry[] {
  return offerings.flatMap((offering) =>
    offering.notice === null ? offering.sessions.flatMap((session) => entriesOf(session, offering, made)) : [],
  );
}

function entriesOf(session: SessionRecord, offering: KeptOffering, { day, locale, words, addressOf, host }: Made): CalendarEntry[] {
  const title = plainText(offering.title, locale, offering.original);
  const entry = (what: string, at: Day, kind: Kind, text: string): CalendarEntry => ({
    uid: `${session.id}-${what}@${host}`,
    stamp: session.updatedAt,
    from: at,
    to: at,
    title: words.titled(session.cancelledOn === null ? kind : "cancelled", title),
    text,
    place: session.places.map(({ address, postalCode, town }) => [address, postalCode, town].filter(Boolean).join(" ")).join("; "),
    url: addressOf(offering.slug),
    cancelled: session.cancelledOn !== null,
  });
  const provider = plainText(offering.provider.name, locale);
  const run = [provider, session.endsOn && session.endsOn !== session.startsOn ? words.until(session.endsOn) : ""]
    .filter(Boolean)
    .join("\n");
  const all = [
    ...inOrder(session.windows).flatMap(({ opensOn, closesOn }, position) => [
      ...(opensOn === null ? [] : [entry(`opens-${position}`, opensOn, "opens", provider)]),
      ...(closesOn === null ? [] : [entry(`closes-${position}`, closesOn, "closes", provider)]),
    ]),
    ...(session.startsOn === null ? [] : [entry("starts", session.startsOn, "starts", run)]),
  ];
  return all.filter(({ from }) => from >= day);
}

/**
 * Windows are known by their order: their rows are written anew with every change of the session, and by a number of its row the same last day
 * to enrol would stand in a calendar twice.
 */
function inOrder(windows: SessionRecord["windows"]): SessionRecord["windows"] {
  const when = ({ opensOn, closesOn }: EnrolmentWindow) => `${opensOn ?? ""} ${closesOn ?? ""}`;
  return windows.toSorted((a, b) => (when(a) < when(b) ? -1 : 1));
}
