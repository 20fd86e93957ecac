import { useLocale, useTranslations } from "next-intl";
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
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard.
    <section tabIndex={0} aria-label={t("title")} className="mt-8 overflow-x-auto">
      <table className="w-full min-w-[42rem] text-start">
        <thead className="border-line-strong border-b text-ink-2 text-sm">
          <tr>
            {(["name", "state", "schedule", "next"] as const).map((name) => (
              <th key={name} scope="col" className="py-2 pe-5 text-start font-semibold">
                {t(`column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {feeds.map(({ id, name, url, schedule, state, problem, next }) => (
            <tr key={id} className="border-line border-b">
              <th scope="row" className="max-w-80 py-3 pe-5 text-start align-top font-normal">
                <a href={address(locale, `manage/harvest/${id}`)} className="font-semibold">
                  {name}
                </a>
                <span className="block break-all text-ink-2 text-sm">{url}</span>
              </th>
              <td className="max-w-72 py-3 pe-5 align-top">
                <span className="inline-flex gap-2">
                  <ToneMark tone={stateTones[state]} />
                  {t(`state.${state}`)}
                </span>
                {problem && <span className="block text-ink-2 text-sm">{problem}</span>}
              </td>
              <td className="py-3 pe-5 align-top">{t(`schedule.${schedule}`)}</td>
              <td className="whitespace-nowrap py-3 align-top">{next}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
