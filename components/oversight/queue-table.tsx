import { useLocale, useTranslations } from "next-intl";
import { tableLook as look } from "@/components/ui/table-look";
import { ToneMark } from "@/components/ui/tone-mark";
import type { QueueRow } from "@/lib/casework/queue/queries";
import { today } from "@/lib/clock";
import { daysBetween } from "@/lib/days/days";
import { address } from "@/lib/i18n/address";
import { formatDay, formatList } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";

/** The authority's applications with the stage of each, by when it is due and who holds it. On a phone each is a block of its own. */
export function QueueTable({ rows }: { rows: QueueRow[] }) {
  const [t, application] = [useTranslations("casework.queue"), useTranslations("application")];
  const [oversight, locale] = [useTranslations("oversight"), useLocale()];
  const label = (column: "stage" | "due" | "holder" | "age") => (
    <span className="text-ink-2 text-sm sm:hidden">{t(`column.${column}`)}: </span>
  );

  return (
    <table className={`mt-6 ${look.table}`}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {(["organisation", "stage", "due", "holder", "age"] as const).map((column) => (
            <th key={column} scope="col" className={look.headCell}>
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={look.row}>
            <th scope="row" className={look.name}>
              <a href={address(locale, `oversight/applications/${row.id}`)} className="font-semibold">
                {plainText(row.names, locale) || application("unnamed")}
              </a>
              <span className="block text-ink-2 text-sm">
                {[row.seat, row.type && labelOf("providerTypes", row.type, locale)].filter(Boolean).join(", ")}
              </span>
            </th>
            <td className={look.cell}>
              <Stage row={row} />
            </td>
            <td className={`${look.cell} sm:whitespace-nowrap`}>
              {row.stage !== "closed" && row.dueOn && label("due")}
              <Due row={row} />
            </td>
            <td className={look.cell}>
              {(row.holders.length > 0 || isHeld(row)) && label("holder")}
              {row.holders.length === 0 && isHeld(row) ? (
                <span className="text-ink-2">{t("nobody")}</span>
              ) : (
                formatList(row.holders, locale)
              )}
              {row.mine && <span className="font-semibold"> ({t("you")})</span>}
            </td>
            <td className={`${look.cell} whitespace-nowrap tabular-nums`}>
              {label("age")}
              {oversight("days", { count: daysBetween(row.sentOn, today()) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whether somebody of the authority could hold it: what is closed or with the applicant is nobody's to take. */
const isHeld = ({ stage }: QueueRow) => !["closed", "representation", "appeal"].includes(stage);

function Stage({ row: { stage, status } }: { row: QueueRow }) {
  const [t, state] = [useTranslations("casework.stage"), useTranslations("application.state")];
  return (
    <span className="font-semibold">
      {stage === "closed" ? state(status) : t(stage)}
      {stage !== "closed" && status === "questioned" && <span className="block font-normal text-ink-2 text-sm">{state(status)}</span>}
    </span>
  );
}

function Due({ row: { stage, dueOn, stopped } }: { row: QueueRow }) {
  const t = useTranslations("casework.queue");
  const locale = useLocale();
  const late = dueOn && !stopped ? daysBetween(dueOn, today()) : 0;
  if (stage === "closed" || !dueOn) return null;
  if (stopped) return <span className="text-ink-2">{t("stands")}</span>;
  if (late <= 0 || stage === "representation" || stage === "appeal") return formatDay(dueOn, locale);
  return (
    <span className="inline-flex items-baseline gap-2 text-warn">
      <ToneMark tone="warn" />
      {t("late", { count: late })}
    </span>
  );
}
