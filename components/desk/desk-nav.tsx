import { useLocale, useTranslations } from "next-intl";
import { type Actor, mayAtAll, type Permission } from "@/lib/auth/permissions";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";

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
  ["ownAudits", "manage/audits", "audit.own"],
  ["insight", "manage/insight", "insight.read"],
  ["keys", "manage/keys", "key.manage"],
  ["oversight", "oversight/applications", "application.read"],
  ["monitoring", "oversight/monitoring", "monitoring.read"],
  ["oversightReports", "oversight/reports", "report.read"],
  ["quality", "oversight/quality", "quality.read"],
  ["audits", "oversight/audits", "audit.read"],
  ["criteria", "oversight/criteria", "criteria.read"],
  ["oversightFeedback", "oversight/feedback", "feedback.oversee"],
  ["providers", "oversight/providers", "decision.read"],
  ["statistics", "oversight/statistics", "statistics.read"],
  ["lists", "guidance", "guidance.use"],
  ["guidanceSearch", "guidance/search", "guidance.use"],
  ["templates", "guidance/templates", "guidance.use"],
  ["use", "guidance/use", "guidance.use"],
  ["team", "manage/team", "team.read"],
  ["applications", "manage/applications", "application.write"],
  ["notices", "manage/notices", "account.keep"],
] as const satisfies readonly Part[];

/** What keeps the instance and its people in order, under a heading of its own. */
const administration = [
  ["trail", "oversight/trail", "trail.read"],
  ["accounts", "oversight/accounts", "account.manage"],
  ["authorities", "oversight/authorities", "authority.read"],
  ["vocabularies", "oversight/vocabularies", "vocabulary.read"],
] as const satisfies readonly Part[];

type Part = readonly [name: string, path: string, right: Permission];
export type DeskPart = (typeof parts | typeof administration)[number][0];

/** Where one is in the desk, and where else one may go. */
export function DeskNav({ actor, current, unread }: { actor: Actor; current: DeskPart; unread: number }) {
  const t = useTranslations("desk");
  // The overview of counsellors is the page of their lists.
  const open = (all: readonly (readonly [DeskPart, string, Permission])[]) =>
    all.filter(([name, , right]) => mayAtAll(actor, right) && !(name === "home" && mayAtAll(actor, "guidance.use")));
  const kept = open(administration);

  return (
    <nav aria-label={t("label")} className="scroll-on -mx-2 flex overflow-x-auto lg:block">
      <PartList parts={open(parts)} current={current} unread={unread} />
      {kept.length > 0 && (
        <>
          <p
            id="administration"
            className="mt-5 mb-1 px-3 font-semibold text-ink-2 text-sm max-lg:my-0 max-lg:ms-2 max-lg:flex max-lg:items-center max-lg:border-line max-lg:border-s max-lg:ps-4"
          >
            {t("nav.administration")}
          </p>
          <PartList parts={kept} current={current} unread={unread} labelled="administration" />
        </>
      )}
    </nav>
  );
}

type List = { parts: readonly (readonly [DeskPart, string, Permission])[]; current: DeskPart; unread: number; labelled?: string };

function PartList({ parts, current, unread, labelled }: List) {
  const t = useTranslations("desk");
  const locale = useLocale();
  return (
    <ul className="flex gap-x-1 lg:flex-col lg:gap-y-0.5" aria-labelledby={labelled}>
      {parts.map(([name, path]) => (
        <li key={name}>
          <a
            href={address(locale, path)}
            aria-current={name === current ? "page" : undefined}
            className="flex min-h-11 items-center gap-2 whitespace-nowrap rounded-md px-3 lg:whitespace-normal lg:py-1.5 lg:leading-snug text-ink no-underline hover:bg-sunk aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent aria-[current]:[scroll-initial-target:nearest]"
          >
            {t(`nav.${name}`)}
            {name === "notices" && unread > 0 && (
              <span className="ms-auto rounded-full bg-accent px-2 text-accent-ink text-xs tabular-nums">
                {formatNumber(unread, locale)}
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
