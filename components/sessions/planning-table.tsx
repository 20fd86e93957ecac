import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StateLabel, StateUntil } from "@/components/sessions/state-label";
import { ToneMark } from "@/components/ui/tone-mark";
import { type Day, daysBetween } from "@/lib/days/days";
import { formatDay, formatPrice } from "@/lib/i18n/format";
import type { SessionFacts } from "@/lib/offerings/sessions/commands";
import { isCurrent, sessionState } from "@/lib/sessions/session";
import { labelOf } from "@/lib/vocabularies/vocabulary";

/** After so many days a session that nobody confirmed is doubted. */
const doubtedAfter = 60;

type Props = { sessions: SessionFacts[]; day: Day; caption: string; actions?: (session: SessionFacts) => ReactNode };

/** Sessions as those who plan them see them: one row each, on a phone one card each. */
export function PlanningTable({ sessions, day, caption, actions }: Props) {
  const t = useTranslations("sessions.table");
  const columns = ["when", "enrolment", "where", "seats", "state", ...(actions ? (["actions"] as const) : [])] as const;

  return (
    <table className="w-full text-start text-sm max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-line-strong border-b text-ink-2">
          {columns.map((column) => (
            <th key={column} scope="col" className="py-2 pe-4 text-start font-semibold">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {sessions.map((session) => (
          <tr
            key={session.id}
            className="border-line border-b align-top max-md:mb-3 max-md:block max-md:rounded-lg max-md:border max-md:bg-raised max-md:p-4"
          >
            <Cell label={t("when")}>
              <When session={session} />
            </Cell>
            <Cell label={t("enrolment")}>
              <Windows session={session} />
            </Cell>
            <Cell label={t("where")}>
              <Where session={session} />
            </Cell>
            <Cell label={t("seats")}>
              <Seats session={session} />
            </Cell>
            <Cell label={t("state")}>
              <State session={session} day={day} />
            </Cell>
            {actions && <td className="py-3 max-md:block max-md:pt-2 max-md:pb-0">{actions(session)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <td className="py-3 pe-4 max-md:grid max-md:grid-cols-[6.5rem_minmax(0,1fr)] max-md:gap-x-3 max-md:py-1 max-md:pe-0">
      <span aria-hidden="true" className="text-ink-2 md:hidden">
        {label}
      </span>
      <div className="min-w-0 [overflow-wrap:anywhere]">{children}</div>
    </td>
  );
}

function When({ session: { startsOn, endsOn, externalId, schedule } }: { session: SessionFacts }) {
  const t = useTranslations("sessions.table");
  const locale = useLocale();
  const weekday = (day: Day) => new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

  return (
    <>
      <p className="font-semibold tabular-nums">{startsOn ? `${weekday(startsOn)} ${formatDay(startsOn, locale)}` : t("noDate")}</p>
      {endsOn && endsOn !== startsOn && (
        <p className="tabular-nums">
          – {weekday(endsOn)} {formatDay(endsOn, locale)}
        </p>
      )}
      <p className="text-ink-2">{[externalId, schedule && labelOf("schedules", schedule, locale)].filter(Boolean).join(" · ")}</p>
    </>
  );
}

function Windows({ session: { windows } }: { session: SessionFacts }) {
  const t = useTranslations("sessions.table");
  const locale = useLocale();
  const shown = (day: Day | null) => (day ? formatDay(day, locale) : "");
  if (windows.length === 0) return <span className="text-ink-2">{t("notStated")}</span>;
  return windows.map(({ opensOn, closesOn }) => (
    <p key={`${opensOn} ${closesOn}`} className="tabular-nums">
      {t(opensOn && closesOn ? "window" : opensOn ? "windowFrom" : "windowUntil", { from: shown(opensOn), until: shown(closesOn) })}
    </p>
  ));
}

function Where({ session }: { session: SessionFacts }) {
  const t = useTranslations("offering.sessions");
  const locale = useLocale();
  const places = (session.places as { town: string; address?: string }[]).map(({ town, address }) =>
    [town, address].filter(Boolean).join(", "),
  );
  const price = session.prices.find(({ learnerGroup }) => learnerGroup === "everyone");
  return (
    <>
      {places.map((place) => (
        <p key={place}>{place}</p>
      ))}
      <p className="text-ink-2">
        {[
          ...session.modes.map((mode) => labelOf("modes", mode, locale)),
          price && (price.amount === 0 ? t("free") : formatPrice(price, locale)),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </>
  );
}

function Seats({ session: { seats, seatsLeft } }: { session: SessionFacts }) {
  const t = useTranslations("sessions.table");
  if (seats === null && seatsLeft === null) return <span className="text-ink-2">{t("notStated")}</span>;
  if (seatsLeft === null) return <span className="tabular-nums">{seats}</span>;
  return <span className="tabular-nums">{seats === null ? t("left", { left: seatsLeft }) : t("leftOf", { left: seatsLeft, seats })}</span>;
}

function State({ session, day }: { session: SessionFacts; day: Day }) {
  const t = useTranslations("sessions.table");
  const locale = useLocale();
  const state = sessionState(session, day);
  const { confirmedOn } = session;
  const doubted = isCurrent(session, day) && (confirmedOn === null || daysBetween(confirmedOn, day) > doubtedAfter);

  return (
    <div className="space-y-1">
      <p>
        <StateLabel state={state} /> <StateUntil state={state} />
      </p>
      {isCurrent(session, day) && (
        <p className={`flex items-baseline gap-1.5 ${doubted ? "text-warn" : "text-ink-2"}`}>
          {doubted && <ToneMark tone="warn" />}
          {confirmedOn ? t("confirmed", { day: formatDay(confirmedOn, locale) }) : t("unconfirmed")}
        </p>
      )}
    </div>
  );
}
