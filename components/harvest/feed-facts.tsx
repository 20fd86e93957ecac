import { useTranslations } from "next-intl";
import { ToneMark } from "@/components/ui/tone-mark";
import type { HarvestSource } from "@/db/schema";
import { type FeedState, stateTones } from "@/lib/harvest/feed-state";
import type { Format } from "@/lib/harvest/formats";
import { keptMapping } from "@/lib/harvest/input";

/** How a feed is, and what was agreed about it. */
export function FeedFacts({ feed, state, next, missing }: { feed: HarvestSource; state: FeedState; next: string; missing: number }) {
  const t = useTranslations("harvest");
  const facts = [
    [t("feed.address"), feed.url],
    [t("feed.format"), t(`format.${feed.format as Format}`)],
    [t("feed.mapping"), keptMapping.parse(feed.mapping)?.name ?? "–"],
    [t("feed.schedule"), t(`schedule.${feed.schedule}`)],
    [t("feed.next"), next],
    [t("feed.grace"), t("feed.days", { days: feed.graceDays })],
    [t("feed.missing"), t("feed.records", { count: missing })],
  ];

  return (
    <>
      <p className="mt-4 flex items-baseline gap-2 font-semibold">
        <ToneMark tone={stateTones[state]} />
        {t(`state.${state}`)}
      </p>
      <dl className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-x-6 sm:gap-y-1.5 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd className="mb-2.5 break-words sm:mb-0">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
