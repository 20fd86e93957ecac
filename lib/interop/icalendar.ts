import { addDays, type Day } from "@/lib/days/days";

/** A whole day, or several, in a calendar. */
export type CalendarEntry = {
  uid: string;
  /** When what it says was last changed. */
  stamp: Date;
  from: Day;
  /** The last day; that of `from` where it is one day. */
  to: Day;
  title: string;
  text: string;
  place: string;
  url: string;
  cancelled: boolean;
};

/**
 * A calendar file (RFC 5545) of whole days, which take nobody's time: they are told, not booked. It names no method: that would make it an
 * invitation, which needs somebody who invites (RFC 5546, 3.2.1) and whose stamp is when the file was made.
 */
export function toCalendar(name: string, locale: string, entries: CalendarEntry[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Cairn//Catalogue//${locale.toUpperCase()}`,
    "CALSCALE:GREGORIAN",
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    // Programs that subscribe to it look again once a day (RFC 7986).
    "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    "X-PUBLISHED-TTL:P1D",
    ...entries.flatMap((entry) => linesOf(entry, locale)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function linesOf({ uid, stamp, from, to, title, text, place, url, cancelled }: CalendarEntry, locale: string): string[] {
  const language = `;LANGUAGE=${locale}`;
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${moment(stamp)}`,
    `LAST-MODIFIED:${moment(stamp)}`,
    `DTSTART;VALUE=DATE:${date(from)}`,
    // The end is the first day that is outside.
    `DTEND;VALUE=DATE:${date(addDays(to, 1))}`,
    `SUMMARY${language}:${escaped(title)}`,
    ...(text === "" ? [] : [`DESCRIPTION${language}:${escaped(text)}`]),
    ...(place === "" ? [] : [`LOCATION${language}:${escaped(place)}`]),
    `URL:${url}`,
    `STATUS:${cancelled ? "CANCELLED" : "CONFIRMED"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

const date = (day: Day) => day.replaceAll("-", "");
const moment = (at: Date) => at.toISOString().replace(/\.\d+/, "").replace(/[-:]/g, "");

/** A text as a value: what means something to the format is marked, and what it cannot hold is left out. */
function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  const plain = text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ");
  return plain.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
}

/** No line is longer than 75 octets, and none is broken within a character. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let room = 75;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (size > room) {
      pieces.push(piece);
      piece = "";
      // The space that begins the next line counts.
      room = 74;
    }
    piece += character;
    room -= size;
  }
  return [...pieces, piece].join("\r\n ");
}
