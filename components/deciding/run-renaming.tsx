import { useLocale, useTranslations } from "next-intl";
import { InEachLanguage } from "@/components/providers/in-each-language";
import type { DryRun } from "@/lib/decisions/dry-run/queries";
import { formatDay } from "@/lib/i18n/format";

/** What readers see otherwise once a fact is recorded: where it is a name, what stands on how many pages from which day on. */
export function RunRenaming({ run: { name, statuses } }: { run: DryRun }) {
  const t = useTranslations("deciding.run.renaming");
  const locale = useLocale();
  if (!name) return <p className="max-w-[68ch]">{t("register")}</p>;

  return (
    <>
      <dl className="grid gap-4 sm:grid-cols-2">
        <div className="rounded-lg border border-line bg-raised p-4">
          <dt className="text-ink-2 text-sm">{t("was")}</dt>
          <dd className="mt-1 font-semibold">
            <InEachLanguage texts={name.was} />
          </dd>
        </div>
        <div className="rounded-lg border border-line bg-raised p-4">
          <dt className="text-ink-2 text-sm">{t("now", { from: formatDay(name.from, locale, "long") })}</dt>
          <dd className="mt-1 font-semibold">
            <InEachLanguage texts={name.now} />
          </dd>
        </div>
      </dl>
      <p className="mt-4 max-w-[68ch]">{t("pages", { count: statuses.published })}</p>
    </>
  );
}
