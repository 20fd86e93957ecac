import { useLocale, useTranslations } from "next-intl";
import { type Actor, mayAtAll, type Permission } from "@/lib/auth/permissions";
import { address } from "@/lib/i18n/address";

/** The parts of the desk in their order, each with the right that one needs to see it. */
const parts = [
  ["home", "manage", "account.keep"],
  ["offerings", "manage/offerings", "offering.read"],
  ["statements", "manage/statements", "catalogue.read"],
  ["imports", "manage/imports", "import.read"],
  ["harvest", "manage/harvest", "harvest.read"],
  ["policy", "manage/policy", "policy.read"],
  ["feedback", "manage/feedback", "feedback.read"],
  ["reports", "manage/reports", "report.own"],
  ["insight", "manage/insight", "insight.read"],
  ["keys", "manage/keys", "key.manage"],
  ["oversight", "oversight/applications", "application.read"],
  ["monitoring", "oversight/monitoring", "monitoring.read"],
  ["oversightReports", "oversight/reports", "report.read"],
  ["quality", "oversight/quality", "quality.read"],
  ["criteria", "oversight/criteria", "criteria.read"],
  ["oversightFeedback", "oversight/feedback", "feedback.oversee"],
  ["providers", "oversight/providers", "decision.read"],
  ["statistics", "oversight/statistics", "statistics.read"],
  ["team", "manage/team", "team.read"],
  ["applications", "manage/applications", "application.write"],
  ["notices", "manage/notices", "account.keep"],
] as const satisfies readonly (readonly [string, string, Permission])[];

export type DeskPart = (typeof parts)[number][0];

/** Where one is in the desk, and where else one may go. */
export function DeskNav({ actor, current, unread }: { actor: Actor; current: DeskPart; unread: number }) {
  const t = useTranslations("desk");
  const locale = useLocale();

  return (
    <nav aria-label={t("label")} className="-mx-2 overflow-x-auto">
      <ul className="flex gap-x-1 lg:flex-col lg:gap-y-0.5">
        {parts
          .filter(([, , right]) => mayAtAll(actor, right))
          .map(([name, path]) => (
            <li key={name}>
              <a
                href={address(locale, path)}
                aria-current={name === current ? "page" : undefined}
                className="flex min-h-11 items-center gap-2 whitespace-nowrap rounded-md px-3 lg:whitespace-normal lg:py-1.5 lg:leading-snug text-ink no-underline hover:bg-sunk aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent aria-[current]:[scroll-initial-target:nearest]"
              >
                {t(`nav.${name}`)}
                {name === "notices" && unread > 0 && (
                  <span className="ms-auto rounded-full bg-accent px-2 text-accent-ink text-xs tabular-nums">{unread}</span>
                )}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
