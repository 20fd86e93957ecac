import { useLocale, useTranslations } from "next-intl";
import { tableLook as look } from "@/components/ui/table-look";
import { ToneMark } from "@/components/ui/tone-mark";
import type { HarvestSource } from "@/db/schema";
import { type FeedState, stateTones } from "@/lib/harvest/feed-state";
import { address } from "@/lib/i18n/address";

export type FeedRow = Pick<HarvestSource, "id" | "name" | "url" | "schedule"> & { state: FeedState; problem: string | null; next: string };

/** Feeds with how they are: what fails says so here, until it does not any more. */
export function FeedTable({ feeds }: { feeds: FeedRow[] }) {
  const t = useTranslations("harvest");
  const locale = useLocale();

  return (
    <table className={`mt-8 ${look.table}`}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {(["name", "state", "schedule", "next"] as const).map((name) => (
            <th key={name} scope="col" className={look.headCell}>
              {t(`column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {feeds.map(({ id, name, url, schedule, state, problem, next }) => (
          <tr key={id} className={look.row}>
            <th scope="row" className={look.name}>
              <a href={address(locale, `manage/harvest/${id}`)} className="font-semibold">
                {name}
              </a>
              <span className="block break-all text-ink-2 text-sm">{url}</span>
            </th>
            <td className={look.cell}>
              <span className="inline-flex items-baseline gap-2">
                <ToneMark tone={stateTones[state]} />
                {t(`state.${state}`)}
              </span>
              {problem && <span className="block text-ink-2 text-sm">{problem}</span>}
            </td>
            <td className={look.cell}>{t(`schedule.${schedule}`)}</td>
            <td className={`${look.cell} sm:whitespace-nowrap`}>
              <span className="text-ink-2 text-sm sm:hidden">{t("column.next")}: </span>
              {next}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
