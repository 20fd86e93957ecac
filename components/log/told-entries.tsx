import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay, formatTime } from "@/lib/i18n/format";
import { momentOf, type ToldEntry } from "@/lib/public-log/told/told-entry";

/** Entries of the log in words, each with what it is about. On a phone each is a block. */
export function ToldEntries({ entries }: { entries: ToldEntry[] }) {
  const t = useTranslations("log.entries");
  const locale = useLocale();

  return (
    <table className="block w-full sm:table">
      <thead className="sr-only sm:not-sr-only sm:table-header-group">
        <tr className="border-line-strong border-b text-start text-sm">
          {(["number", "when", "what", "check"] as const).map((column) => (
            <th key={column} scope="col" className="py-2 pe-4 text-start align-bottom font-semibold">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {entries.map((told) => (
          <tr key={told.position} className="block border-line border-b py-3 sm:table-row sm:py-0">
            <th
              scope="row"
              className="block text-start font-normal text-ink-2 text-sm tabular-nums sm:table-cell sm:py-2.5 sm:pe-4 sm:align-top"
            >
              {told.position}
            </th>
            <td className="block text-ink-2 text-sm tabular-nums sm:table-cell sm:whitespace-nowrap sm:py-2.5 sm:pe-6 sm:align-top">
              <When moment={momentOf(told.entry)} />
            </td>
            <td className="block sm:table-cell sm:w-full sm:py-2.5 sm:pe-4">
              <What told={told} />
            </td>
            <td className="block sm:table-cell sm:py-2.5 sm:align-top">
              <a href={address(locale, `register/log?entry=${told.position}#check`)} className="inline-block py-1 sm:py-0">
                <span aria-hidden="true">{t("check")}</span>
                <span className="sr-only">{t("checkOne", { number: told.position })}</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function When({ moment }: { moment: Date }) {
  const locale = useLocale();
  return (
    <time dateTime={moment.toISOString()}>
      {formatDay(dayOf(moment), locale)}, {formatTime(moment, locale)}
    </time>
  );
}

function What({ told: { entry, organisation, offering } }: { told: ToldEntry }) {
  const [t, locale] = [useTranslations("log"), useLocale()];
  const name = <LocalText texts={organisation.name} quiet />;
  const provider = organisation.isProvider ? <a href={address(locale, `providers/${organisation.slug}`)}>{name}</a> : name;
  if (entry.type === "decision")
    return (
      <>
        <p className="font-semibold">
          {t("decision.title", { number: entry.number })}: {t(`decision.${entry.kind as "register"}`)}
        </p>
        <p className="[overflow-wrap:anywhere]">{provider}</p>
      </>
    );

  const page = `offerings/${entry.offering.slug}${entry.type === "publication" ? `?version=${entry.version.number}` : ""}`;
  return (
    <>
      <p className="font-semibold">
        {entry.type === "publication" ? t("kind.publication", { number: entry.version.number }) : t(`kind.${entry.type}`)}
      </p>
      <p className="[overflow-wrap:anywhere]">
        <a href={address(locale, page)}>
          {offering ? <LocalText texts={offering.title} original={offering.original} quiet /> : entry.offering.slug}
        </a>
        {" · "}
        {provider}
      </p>
    </>
  );
}
