import { useLocale, useTranslations } from "next-intl";
import { type Tone, ToneMark } from "@/components/ui/tone-mark";
import type { DryRun } from "@/lib/decisions/dry-run/queries";
import { countOutcome, type Outcome, outcomes } from "@/lib/decisions/dry-run/touched";
import { formatDay, formatNumber } from "@/lib/i18n/format";

export const outcomeTones: Record<Outcome, Tone> = { leaves: "bad", appears: "good", warned: "warn", cleared: "good" };

/** How many offerings, sessions, links, feeds and lists of people a decision touches. */
export function RunNumbers({ run }: { run: DryRun }) {
  const t = useTranslations("deciding.run");
  const locale = useLocale();
  const count = (outcome: Outcome) => countOutcome(run.touched, outcome);
  const { sessions, links, feeds, kept, statuses, touched } = run;
  const shown = outcomes.filter((outcome) => outcome === "leaves" || count(outcome) > 0);

  return (
    <>
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {shown.map((outcome) => (
          <li key={outcome} className="rounded-lg border border-line bg-raised p-4">
            <span className="flex items-baseline gap-2">
              <ToneMark tone={count(outcome) === 0 ? "none" : outcomeTones[outcome]} />
              <strong className="font-bold text-3xl tabular-nums">{formatNumber(count(outcome), locale)}</strong>
              <span>{t("ofOfferings")}</span>
            </span>
            <span className="mt-1 block text-ink-2">{t(`outcome.${outcome}`)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-4 max-w-[68ch]">{t("untouched", { count: statuses.published - touched.length })}</p>
      <p className="max-w-[68ch] text-ink-2 text-sm">
        {t("statuses", { drafts: statuses.draft, withdrawn: statuses.withdrawn, archived: statuses.archived })}
      </p>
      <div className="mt-6 grid gap-x-10 gap-y-6 lg:grid-cols-2">
        {touched.length > 0 && (
          <div>
            <h3 className="mb-2 text-lg">{t("sessions.title")}</h3>
            <dl className="space-y-1">
              {(["running", "ahead", "enrolling", "mayNoLongerStart", "mayStartAgain"] as const)
                .filter((what) => what !== "mayStartAgain" || sessions.mayStartAgain > 0)
                .map((what) => (
                  <div key={what} className="flex flex-row-reverse items-baseline justify-end gap-3">
                    <dt>{t(`sessions.${what}`)}</dt>
                    <dd className="min-w-8 text-end font-semibold tabular-nums">{formatNumber(sessions[what], locale)}</dd>
                  </div>
                ))}
            </dl>
          </div>
        )}
        <div>
          <h3 className="mb-2 text-lg">{t("links.title")}</h3>
          <ul className="list-disc space-y-1 ps-5">
            <li>
              {t("links.inward", { count: links.inward })} {links.inward > 0 && t("links.foreign", { count: links.foreign })}
            </li>
            <li>{t("links.exports", { leaves: count("leaves"), appears: count("appears") })}</li>
            <li>{t("links.feeds", { count: feeds })}</li>
            <li>
              {t("links.lists", { count: kept.lists })} {kept.ofServices > 0 && t("links.ofServices", { count: kept.ofServices })}
            </li>
            <li>{t("links.followers", { count: kept.followers })}</li>
          </ul>
        </div>
      </div>
    </>
  );
}

/** What happens on which day. */
export function RunDays({ run, today }: { run: DryRun; today: string }) {
  const t = useTranslations("deciding.run.when");
  const locale = useLocale();
  if (run.days.length === 0) return <p>{t("never")}</p>;
  const shown = outcomes.filter((outcome) => run.days.some(({ counts }) => counts[outcome] > 0));

  return (
    <table className="border-line border-y">
      <thead>
        <tr className="border-line border-b text-ink-2 text-sm">
          <th scope="col" className="py-2 pe-6 text-start font-semibold">
            {t("day")}
          </th>
          {shown.map((outcome) => (
            <th key={outcome} scope="col" className="px-3 py-2 text-end font-semibold">
              {t(outcome)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {run.days.map(({ day, counts }) => (
          <tr key={day}>
            <th scope="row" className="py-2 pe-6 text-start font-normal">
              {formatDay(day, locale, "long")} {day === today && <span className="text-ink-2 text-sm">({t("today")})</span>}
            </th>
            {shown.map((outcome) => (
              <td key={outcome} className="px-3 text-end tabular-nums">
                {counts[outcome] > 0 ? formatNumber(counts[outcome], locale) : "–"}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
