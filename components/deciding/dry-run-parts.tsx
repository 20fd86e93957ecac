import { useLocale, useTranslations } from "next-intl";
import { LanguageNote } from "@/components/offerings/local-text";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import type { DryRun } from "@/lib/decisions/dry-run/queries";
import { address } from "@/lib/i18n/address";
import type { Texts } from "@/lib/texts/texts";
import { ChangeLines } from "./change-lines";
import { RunDays, RunNumbers } from "./run-numbers";
import { RunRenaming } from "./run-renaming";
import { TouchedTable } from "./touched-table";

const perPage = 50;

/** Everything that a decision touches, in the order in which one asks: what it says, how much, when, which, and what people read. */
export function DryRunParts({ run, page, here }: { run: DryRun; page: number; here: string }) {
  const t = useTranslations("deciding.run");
  const locale = useLocale();
  const pages = Math.max(1, Math.ceil(run.touched.length / perPage));
  const current = Math.min(Math.max(1, Math.floor(page)), pages);

  return (
    <>
      <p className="mt-6 max-w-[62ch] text-lg">{t("intro")}</p>
      <Section id="register" title={t("changes")}>
        <ChangeLines changes={run.decided.changes} titles={run.titles} />
      </Section>
      {run.ordered.order.kind === "record" ? (
        <Section id="readers" title={t("renaming.title")}>
          <RunRenaming run={run} />
        </Section>
      ) : (
        <>
          <Section id="numbers" title={t("numbers")}>
            <RunNumbers run={run} />
          </Section>
          <Section id="days" title={t("when.title")}>
            <RunDays run={run} today={today()} />
          </Section>
        </>
      )}
      {run.touched.length > 0 && (
        <Section id="touched" title={t("list.title")}>
          <TouchedTable touched={run.touched.slice((current - 1) * perPage, current * perPage)} />
          <div className="mt-6">
            <Pagination page={current} pages={pages} href={(to) => `${address(locale, here)}?page=${to}#touched`} />
          </div>
        </Section>
      )}
      {Object.keys(run.ordered.statement).length > 0 && (
        <Section id="read" title={t("read.title")}>
          <InLanguages texts={run.ordered.statement} />
        </Section>
      )}
      <Section id="reasons" title={t("reasons")}>
        <InLanguages texts={run.ordered.reasons} />
      </Section>
    </>
  );
}

/** A text in each language that it has, side by side. */
function InLanguages({ texts }: { texts: Texts }) {
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {country.languages
        .filter((language) => texts[language])
        .map((language) => (
          <div key={language} className="rounded-lg border border-line bg-raised p-4">
            <LanguageNote language={language} />
            <p lang={language} className="wrap-anywhere mt-1 whitespace-pre-line">
              {texts[language]}
            </p>
          </div>
        ))}
    </div>
  );
}
