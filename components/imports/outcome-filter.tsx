import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { Outcome } from "@/lib/imports/decide";
import { outcomes } from "@/lib/imports/state";

/** How many rows end how; each shows its own rows on request. */
export function OutcomeFilter({
  counts,
  chosen,
  dryRun,
  href,
}: {
  counts: Partial<Record<Outcome, number>>;
  chosen: Outcome | undefined;
  dryRun: boolean;
  href: (outcome: Outcome | undefined) => string;
}) {
  const t = useTranslations("files");
  const locale = useLocale();
  const total = outcomes.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
  const kind = dryRun ? "would" : "did";

  return (
    <nav aria-label={t("result.filter")} className="print:hidden">
      <ul className="flex flex-wrap gap-2">
        <Choice href={href(undefined)} isChosen={chosen === undefined} label={`${t("result.all")} (${formatNumber(total, locale)})`} />
        {outcomes.flatMap((outcome) =>
          counts[outcome]
            ? [
                <Choice
                  key={outcome}
                  href={href(outcome)}
                  isChosen={chosen === outcome}
                  label={t(`${kind}.${outcome}`, { rows: counts[outcome] })}
                />,
              ]
            : [],
        )}
      </ul>
    </nav>
  );
}

function Choice({ href, isChosen, label }: { href: string; isChosen: boolean; label: string }) {
  return (
    <li>
      <a
        href={href}
        aria-current={isChosen ? "true" : undefined}
        className="inline-flex min-h-11 items-center rounded-md border-[1.5px] border-line-strong px-3.5 py-1.5 text-ink leading-snug no-underline hover:border-accent hover:bg-accent-soft aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent"
      >
        {label}
      </a>
    </li>
  );
}
