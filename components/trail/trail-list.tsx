import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay, formatTime } from "@/lib/i18n/format";
import { recordKey, type TrailNames } from "@/lib/trail/named";
import type { TrailEvent } from "@/lib/trail/queries";
import { sentenceOf } from "@/lib/trail/sentence";
import { Differences } from "./differences";

type Props = { rows: TrailEvent[]; names: TrailNames };

/** What happened, day by day, the newest first. */
export function TrailList({ rows, names }: Props) {
  const locale = useLocale();
  const days = [...Map.groupBy(rows, ({ at }) => dayOf(new Date(at)))];
  return (
    <div className="mt-8">
      {days.map(([day, ofDay]) => (
        <section key={day} aria-labelledby={`day-${day}`} className="mt-6 first:mt-0">
          <h2 id={`day-${day}`} className="border-line-strong border-b pb-1.5 font-bold font-text text-base tracking-normal">
            {formatDay(day, locale, "long")}
          </h2>
          <ol>
            {ofDay.map((row) => (
              <TrailRow key={row.id} row={row} names={names} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function TrailRow({ row, names }: { row: TrailEvent; names: TrailNames }) {
  const t = useTranslations("trail");
  const locale = useLocale();
  return (
    <li className="grid gap-x-6 border-line border-b py-3 sm:grid-cols-[4.5rem_minmax(0,1fr)_minmax(0,19rem)]">
      <time dateTime={row.at} className="text-ink-2 text-sm tabular-nums sm:pt-0.5">
        {formatTime(new Date(row.at), locale)}
      </time>
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <p className="font-semibold">{sentenceOf(t, row.type)}</p>
        <About row={row} names={names} />
        <Differences before={row.before} after={row.after} />
      </div>
      <Who row={row} names={names} />
    </li>
  );
}

/** The record with where it can be looked at, and all that happened to it. */
function About({ row, names }: { row: TrailEvent; names: TrailNames }) {
  const t = useTranslations("trail");
  const locale = useLocale();
  const record = names.records.get(recordKey(row));
  const kind = t.has(`about.${row.subject}`) ? t(`about.${row.subject}`) : row.subject;
  const name = record && (typeof record.name === "string" ? record.name : <LocalText texts={record.name} quiet />);
  const owner = row.organisationId && row.organisationId !== row.subjectId ? names.organisations.get(row.organisationId) : undefined;
  return (
    <p className="text-sm">
      {kind}
      {row.subject !== "instance" && ": "}
      {record?.path ? (
        <a href={address(locale, record.path)}>{name}</a>
      ) : (
        (name ?? (row.subject !== "instance" && <span className="text-ink-2">{t("gone")}</span>))
      )}
      {owner && (
        <span className="text-ink-2">
          {" · "}
          <LocalText texts={owner.name} quiet />
        </span>
      )}
      {" · "}
      <a href={address(locale, `oversight/trail?${new URLSearchParams({ record: row.subjectId })}`)} className="inline-block py-0.5">
        {t("sameRecord")}
      </a>
    </p>
  );
}

function Who({ row, names }: { row: TrailEvent; names: TrailNames }) {
  const [t, account] = [useTranslations("trail"), useTranslations("account.role")];
  const locale = useLocale();
  const actor = names.actors.get(row.actor);
  const organisation = row.actorOrganisationId ? names.organisations.get(row.actorOrganisationId) : undefined;
  const person = row.actor.startsWith("person:") ? row.actor.slice("person:".length) : null;
  const name = t(`who.${actor?.kind ?? "gone"}`, { name: actor?.name ?? "" });
  return (
    <div className="min-w-0 text-sm [overflow-wrap:anywhere]">
      <p>
        {person ? (
          <a href={address(locale, `oversight/trail?${new URLSearchParams({ person })}`)} className="inline-block py-0.5">
            {name}
          </a>
        ) : (
          name
        )}
      </p>
      {actor?.email && actor.email !== actor.name && <p className="text-ink-2">{actor.email}</p>}
      {(organisation || row.actorRole) && (
        <p className="text-ink-2">
          {row.actorRole && account.has(row.actorRole) && account(row.actorRole)}
          {row.actorRole && account.has(row.actorRole) && organisation && ", "}
          {organisation && <LocalText texts={organisation.name} quiet />}
        </p>
      )}
    </div>
  );
}
