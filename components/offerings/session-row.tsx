import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StateLabel, StateUntil } from "@/components/sessions/state-label";
import { OutwardLink } from "@/components/ui/outward-link";
import type { Place } from "@/db/schema";
import type { SessionRecord } from "@/lib/catalogue/session-record";
import type { Day } from "@/lib/days/days";
import { formatDay, formatList, formatPrice } from "@/lib/i18n/format";
import type { OfferingView } from "@/lib/offerings/queries";
import { startProblem } from "@/lib/offerings/starts";
import { isInvitation, sessionState } from "@/lib/sessions/session";
import { hasText } from "@/lib/texts/texts";
import type { OfferingScope } from "@/lib/visibility/visibility";
import { labelOf, languageName } from "@/lib/vocabularies/vocabulary";
import { LocalText } from "./local-text";

/** `closed` where the offering is out of the catalogue: then no state invites anybody to enrol. */
export type SessionsProps = { view: OfferingView; day: Day; scope: OfferingScope; closed: boolean };

type Props = SessionsProps & { session: SessionRecord };

/** A session as a row of the table; on a phone as a card of its own. */
export function SessionRow(props: Props) {
  const t = useTranslations("offering.sessions");

  return (
    <tr className="break-inside-avoid border-line border-b align-top max-md:mb-3 max-md:block max-md:rounded-lg max-md:border max-md:bg-raised max-md:p-4 print:table-row print:rounded-none print:border-0 print:border-line print:border-b">
      <Cell label={t("when")}>
        <When {...props} />
      </Cell>
      <Cell label={t("where")}>
        <Where {...props} />
      </Cell>
      <Cell label={t("price")}>
        <Prices session={props.session} />
      </Cell>
      <Cell label={t("state")}>
        <State {...props} />
      </Cell>
    </tr>
  );
}

function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <td className="hyphens-auto py-3 pe-5 max-md:grid max-md:grid-cols-[6.500rem_minmax(0,1fr)] max-md:gap-x-3 max-md:py-1 max-md:pe-0 print:table-cell print:py-2 print:pe-4">
      <span aria-hidden="true" className="text-ink-2 text-sm md:hidden print:hidden">
        {label}
      </span>
      <div className="min-w-0">{children}</div>
    </td>
  );
}

function When({ session, view }: Props) {
  const t = useTranslations("offering.sessions");
  const locale = useLocale();
  const { startsOn, endsOn, schedule, times } = session;

  return (
    <>
      <p className="font-semibold tabular-nums">
        {startsOn === null ? (
          t("toBeScheduled")
        ) : (
          <time dateTime={startsOn} className="whitespace-nowrap">
            {formatDay(startsOn, locale)}
          </time>
        )}
        {endsOn !== null && endsOn !== startsOn && (
          <span className="font-normal">
            {"\u00a0– "}
            <time dateTime={endsOn} className="whitespace-nowrap">
              {formatDay(endsOn, locale)}
            </time>
          </span>
        )}
      </p>
      {schedule && <p className="text-sm">{labelOf("schedules", schedule, locale)}</p>}
      {hasText(times) && (
        <p className="text-ink-2 text-sm">
          <LocalText texts={times} original={view.version.content.originalLanguage} quiet />
        </p>
      )}
    </>
  );
}

function Where({ session, view }: Props) {
  const locale = useLocale();
  const { content } = view.version;
  const modes = session.modes.length > 0 ? session.modes : content.modes;
  const languages = session.languages.length > 0 ? session.languages : content.languages;

  return (
    <>
      {session.places.map((place) => (
        <p key={addressOf(place)}>
          {place.town}
          {(place.address ?? place.postalCode) && <span className="block text-ink-2 text-sm">{addressOf(place)}</span>}
        </p>
      ))}
      <p className="text-sm">{modes.map((mode) => labelOf("modes", mode, locale)).join(", ")}</p>
      <p className="text-ink-2 text-sm">
        {formatList(
          languages.map((language) => languageName(language, locale)),
          locale,
        )}
      </p>
    </>
  );
}

function addressOf({ address, postalCode, town }: Place): string {
  return [address, [postalCode, town].filter(Boolean).join(" ")].filter(Boolean).join(", ");
}

function Prices({ session }: { session: SessionRecord }) {
  const t = useTranslations("offering.sessions");
  const common = useTranslations("common");
  const locale = useLocale();
  const shown = (price: SessionRecord["prices"][number]) => (price.amount === 0 ? t("free") : formatPrice(price, locale));
  const full = session.prices.find(({ learnerGroup }) => learnerGroup === "everyone");
  const others = session.prices.filter((price) => price !== full && price.amount !== full?.amount);

  return (
    <>
      <p className="tabular-nums">{full ? shown(full) : <span className="text-ink-2">{t("priceNotStated")}</span>}</p>
      {others.map((price) => (
        <p key={price.learnerGroup} className="text-ink-2 text-sm">
          {common("labelled", { label: labelOf("learnerGroups", price.learnerGroup, locale) })} {shown(price)}
        </p>
      ))}
    </>
  );
}

function State({ session, view, day, scope, closed }: Props) {
  const t = useTranslations("offering.sessions");
  const locale = useLocale();
  const state = sessionState(session, day);
  const ahead = state.state !== "ended" && state.state !== "cancelled";
  const problem = ahead && session.startsOn !== null && session.startsOn > day ? startProblem(session.startsOn, view, scope) : null;

  const invites = isInvitation(state);
  // Nobody is invited to what may not begin.
  const told = !invites || (!closed && problem !== "no-new-starts");

  return (
    <div className="space-y-1 text-sm">
      {told && (
        <p>
          <StateLabel state={state} /> <StateUntil state={state} />
        </p>
      )}
      {closed && invites && <p>{t("closed")}</p>}
      {problem && !closed && <p className="text-warn">{t(problem)}</p>}
      {ahead && openOrLast(session.windows, day).map((window) => <p key={window.id}>{windowText(window)}</p>)}
      {ahead && seats()}
      {session.cancelledOn !== null && <p className="text-ink-2">{t("cancelledOn", { day: formatDay(session.cancelledOn, locale) })}</p>}
      {session.confirmedOn !== null && ahead && (
        <p className="text-ink-2">{t("confirmedOn", { day: formatDay(session.confirmedOn, locale) })}</p>
      )}
      {session.url !== null && ahead && !closed && <OutwardLink href={session.url}>{t("page")}</OutwardLink>}
    </div>
  );

  function windowText({ opensOn, closesOn }: SessionRecord["windows"][number]) {
    const shown = (edge: string) => formatDay(edge, locale);
    if (opensOn !== null && closesOn !== null) return t("window", { from: shown(opensOn), until: shown(closesOn) });
    return opensOn !== null ? t("windowFrom", { from: shown(opensOn) }) : t("windowUntil", { until: shown(closesOn ?? "") });
  }

  function seats() {
    if (session.seats === null && session.seatsLeft === null) return null;
    const text =
      session.seatsLeft === null
        ? t("seats", { seats: session.seats ?? 0 })
        : session.seats === null
          ? t("seatsLeft", { left: session.seatsLeft })
          : t("seatsLeftOf", { left: session.seatsLeft, seats: session.seats });
    return <p className="text-ink-2">{text}</p>;
  }
}

/** Windows that are over say nothing any more, but for the last one when none is left. */
function openOrLast(windows: SessionRecord["windows"], day: Day): SessionRecord["windows"] {
  const left = windows.filter(({ closesOn }) => closesOn === null || closesOn >= day);
  return left.length > 0 ? left : windows.slice(-1);
}
