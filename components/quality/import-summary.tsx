import { useLocale, useTranslations } from "next-intl";
import { FileKept } from "@/components/imports/file-kept";
import { LiveProgress } from "@/components/imports/live-progress";
import { Button, ButtonLink } from "@/components/ui/button";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";
import type { ShownQualityImport } from "@/lib/quality/imports/queries";
import type { ProblemCode } from "@/lib/result";

type Actions = Record<"real" | "stop" | "resume", () => Promise<void>>;

/** Where a file stands, and what can be done with it now. */
export function QualityImportSummary({ shown, actions }: { shown: ShownQualityImport; actions: Actions | undefined }) {
  const [t, problems] = [useTranslations("quality.imports"), useTranslations("problems")];
  const locale = useLocale();
  const { id, status, dryRun, kind, doneRows, totalRows } = shown;
  const state = status === "done" && dryRun ? "dry" : status;
  const here = address(locale, `oversight/quality/imports/${id}`);
  const isUnderWay = status === "queued" || status === "running";
  const number = (value: number) => formatNumber(value, locale);

  return (
    <div className="mt-6 space-y-5">
      {isUnderWay ? (
        <>
          <LiveProgress
            address={`${here}/progress`}
            begun={{ doneRows, totalRows, isUnderWay: true }}
            label={t(`state.${status}`)}
            locale={locale}
            of={t("of", { done: "{done}", total: "{total}" })}
          />
          <noscript>
            <a href={here}>{t("refresh")}</a>
          </noscript>
        </>
      ) : (
        <p role="status" className="font-semibold text-lg">
          {[
            t(`state.${state}`),
            kind && t(`kind.${kind as "reports"}`),
            totalRows !== null && t("of", { done: number(doneRows), total: number(totalRows) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
      {status === "failed" && (
        <p role="alert" className="max-w-[68ch] rounded-md border-2 border-bad bg-bad-soft px-5 py-4">
          {problems((shown.failure ?? "fileUnreadable") as ProblemCode)}
        </p>
      )}
      <div className="flex flex-wrap gap-3 print:hidden">
        {actions && isUnderWay && <One action={actions.stop} look="quiet" label={t("stop")} />}
        {actions && shown.hasFile && status === "stopped" && <One action={actions.resume} label={t("resume")} />}
        {actions && shown.hasFile && state === "dry" && <One action={actions.real} label={t("real")} />}
        {!isUnderWay && doneRows > 0 && (
          <ButtonLink href={`${here}/report`} look="quiet" download>
            {t("report")}
          </ButtonLink>
        )}
      </div>
      {!isUnderWay && shown.finishedAt && <FileKept hasFile={shown.hasFile} endedAt={shown.finishedAt} />}
    </div>
  );
}

function One({ action, label, look = "main" }: { action: () => Promise<void>; label: string; look?: "main" | "quiet" }) {
  return (
    <form action={action}>
      <Button type="submit" look={look}>
        {label}
      </Button>
    </form>
  );
}
