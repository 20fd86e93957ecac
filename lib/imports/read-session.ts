import type { Day } from "@/lib/days/days";
import { codeFor, languageCode, readList, yesOrNo } from "./codes";
import { parseDay } from "./dates";
import { fields } from "./fields";
import { fold } from "./fold";
import { cleanLine } from "./html";
import { parseAmount, parseCurrency, parsePrice } from "./numbers";
import { placesOf } from "./places";
import { readUrl } from "./read-offering";
import { type Cell, type Draft, problem, type ReadContext, type SessionDraft, type SessionInput, translated } from "./reading";

/** Reads one cell about a run into the draft. A date that is not understood refuses the run; other things are left out and named. */
export function readSessionCell(cell: Cell, draft: Draft, context: ReadContext): void {
  const { session, sessionProblems: problems } = draft;
  const spec = fields[cell.field];
  const value = cell.value.trim();
  session.stated = true;
  switch (spec.kind) {
    case "sessionId":
      session.externalId = cleanLine(value).slice(0, 200);
      break;
    case "day": {
      const day = readDay(cell, draft);
      if (day) session[spec.property] = day;
      break;
    }
    case "schedule": {
      const code = codeFor("schedules", value);
      if (code) session.schedule = code;
      else problems.push(problem("codeNotUnderstood", cell));
      break;
    }
    case "times":
      session.times[cell.language ?? draft.language] = cleanLine(value).slice(0, 500);
      break;
    case "sessionModes":
      session.modes = listed(cell, draft, (part) => codeFor("modes", translated(context, cell.field, part) ?? part));
      break;
    case "sessionLanguages":
      session.languages = listed(cell, draft, (part) => languageCode(translated(context, cell.field, part) ?? part));
      break;
    case "place":
      readPlace(spec.property, value, session);
      break;
    case "count":
      readCount(cell, spec.property, draft);
      break;
    case "price":
      readPrice(cell, spec.learnerGroup, draft);
      break;
    case "currency": {
      const currency = parseCurrency(value);
      if (currency) session.currency = currency;
      else problems.push(problem("currencyNotUnderstood", cell));
      break;
    }
    case "enrolFrom":
      session.opens = readDays(cell, draft);
      break;
    case "enrolUntil":
      session.closes = readDays(cell, draft);
      break;
    case "sessionUrl": {
      const url = readUrl(value);
      if (url) session.url = url;
      else problems.push(problem("urlNotUnderstood", cell));
      break;
    }
    case "cancelled": {
      const cancelled = yesOrNo(value) ?? readDay(cell, draft);
      if (cancelled !== undefined) session.cancelled = cancelled;
      break;
    }
    default:
      break;
  }
}

function listed(cell: Cell, draft: Draft, read: (part: string) => string | undefined): string[] {
  const { found, unknown } = readList(cell.value, read);
  for (const value of unknown) draft.sessionProblems.push(problem("codeNotUnderstood", { ...cell, value }));
  return found;
}

function readDay(cell: Cell, draft: Draft): Day | undefined {
  const day = parseDay(cell.value);
  const year = Number(day?.slice(0, 4));
  if (day !== undefined && year >= 2000 && year <= 2100) return day;
  draft.sessionProblems.push(problem(day === undefined ? "dateNotUnderstood" : "dateOutOfRange", cell));
  draft.session.refused = true;
  return undefined;
}

/** Several windows are separated by semicolons; the first beginning goes with the first end. */
function readDays(cell: Cell, draft: Draft): Array<Day | null> {
  return cell.value.split(/[;|\n]/).map((part) => (part.trim() === "" ? null : (readDay({ ...cell, value: part }, draft) ?? null)));
}

function readPlace(property: "town" | "address" | "postalCode", value: string, session: SessionDraft): void {
  if (property === "town" && codeFor("modes", value) === "online") {
    if (session.modes.length === 0) session.modes = ["online"];
  } else session[property] = value;
}

function readCount(cell: Cell, property: "seats" | "seatsLeft", draft: Draft): void {
  const full = property === "seatsLeft" && /^(vol|full|complet|volzet|ausgebucht|belegt)$/.test(fold(cell.value));
  const count = full ? 0 : parseAmount(cell.value, true);
  if (count === undefined || !Number.isInteger(count) || count < 0 || count > 1_000_000)
    draft.sessionProblems.push(problem("seatsNotUnderstood", cell));
  else draft.session[property] = count;
}

function readPrice(cell: Cell, learnerGroup: string, draft: Draft): void {
  const price = parsePrice(cell.value);
  if (!price || price.amount > 1_000_000) draft.sessionProblems.push(problem("priceNotUnderstood", cell));
  else draft.session.prices.push({ learnerGroup, ...price });
}

/** The run that a row's cells make together, or nothing where its dates contradict each other. */
export function finishSession(draft: Draft, context: ReadContext): Omit<SessionInput, "externalId"> | undefined {
  const { session } = draft;
  const refuse = (code: Parameters<typeof problem>[0], column: string, value: string) => {
    draft.sessionProblems.push(problem(code, { column, value }));
    session.refused = true;
  };
  const [starts, ends] = [session.startsOn ?? null, session.endsOn ?? null];
  if (starts && ends && ends < starts) refuse("endsBeforeStarts", "ends", `${starts} – ${ends}`);
  if (!starts && ends && !session.refused) refuse("endWithoutStart", "ends", ends);
  const windows = windowsOf(session);
  for (const { opensOn, closesOn } of windows) {
    if (opensOn && closesOn && closesOn < opensOn) refuse("enrolmentClosesBeforeItOpens", "enrol_until", `${opensOn} – ${closesOn}`);
  }
  if (session.refused) return undefined;
  const { places, agree } = placesOf(session);
  if (!agree) draft.sessionProblems.push(problem("placesDisagree", { column: "town", value: session.town ?? "" }));
  return {
    startsOn: starts,
    endsOn: ends,
    schedule: session.schedule ?? null,
    times: session.times,
    modes: session.modes,
    languages: session.languages,
    places,
    seats: session.seats ?? null,
    seatsLeft: session.seatsLeft,
    url: session.url ?? null,
    cancelled: session.cancelled ?? false,
    confirmedOn: session.confirmedOn,
    windows,
    prices: session.prices.map(({ currency, ...price }) => ({ ...price, currency: currency ?? session.currency ?? context.currency })),
  };
}

function windowsOf({ opens, closes }: SessionDraft): SessionInput["windows"] {
  return Array.from({ length: Math.max(opens.length, closes.length) }, (_, index) => ({
    opensOn: opens[index] ?? null,
    closesOn: closes[index] ?? null,
  })).filter(({ opensOn, closesOn }) => opensOn !== null || closesOn !== null);
}
