import { useLocale, useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import type { LeftBehind } from "@/lib/imports/left-behind/queries";
import type { ShownImport } from "@/lib/imports/queries";
import { type ImportState, isUnderWay } from "@/lib/imports/state";
import type { UndoCounts } from "@/lib/imports/undo/queries";
import type { ProblemCode } from "@/lib/result";
import { FileKept } from "./file-kept";
import { LiveProgress } from "./live-progress";

type Actions = Record<"real" | "stop" | "resume", () => Promise<void>>;

type Props = {
  shown: ShownImport;
  state: ImportState;
  mayWrite: boolean;
  mayUndo: boolean;
  badRows: number;
  undo: UndoCounts | undefined;
  left: LeftBehind | undefined;
  actions: Actions;
};

/** Where a file stands and what can be done with it now. */
export function ImportSummary(props: Props) {
  const { shown, state } = props;
  const t = useTranslations("files.result");
  const locale = useLocale();
  const facts = shown.facts as { remembered?: string | null } | null;

  return (
    <div className="mt-6 space-y-5">
      {isUnderWay(state) ? <UnderWay {...props} /> : state === "failed" ? <Failed {...props} /> : null}
      {facts?.remembered && <p className="text-sm">{t("remembered", { name: facts.remembered })}</p>}
      {shown.retryOfId && (
        <p className="text-sm">
          {t("retry")} <a href={address(locale, `manage/imports/${shown.retryOfId}`)}>{t("retryLink")}</a>
        </p>
      )}
      {state === "stopped" && (
        <Notice>
          {t("stoppedText", { done: formatNumber(shown.doneRows, locale), total: formatNumber(shown.totalRows ?? 0, locale) })}
        </Notice>
      )}
      {state === "undone" && shown.undoneAt && (
        <Notice>
          {t("undoneText", {
            day: formatDay(dayOf(shown.undoneAt), locale),
            undone: props.undo?.undone ?? 0,
            kept: formatNumber(props.undo?.changedSince ?? 0, locale),
          })}
        </Notice>
      )}
      {shown.failure === "undoKeepsFailing" && <UndoFailed />}
      {props.left && props.left.offerings > 0 && <Left left={props.left} dryRun={shown.dryRun} />}
      {!isUnderWay(state) && <Buttons {...props} />}
      {!isUnderWay(state) && shown.finishedAt && <FileKept hasFile={shown.hasFile} endedAt={shown.finishedAt} />}
    </div>
  );
}

function UnderWay({ shown, state, mayWrite, actions, undo }: Props) {
  const t = useTranslations("files");
  const locale = useLocale();
  const label = state === "queued" ? "waiting" : state === "undoing" ? "undoing" : shown.dryRun ? "reading" : "importing";
  const [done, total] =
    state === "undoing" && undo
      ? [undo.undone, undo.undone + undo.created + undo.drafts + undo.updated]
      : [shown.doneRows, shown.totalRows];

  return (
    <>
      <LiveProgress
        address={address(locale, `manage/imports/${shown.id}/progress`)}
        begun={{ doneRows: done, totalRows: total, isUnderWay: true }}
        label={t(`result.${label}`)}
        locale={locale}
        of={t("list.of", { done: "{done}", total: "{total}" })}
      />
      <p className="text-sm">
        {t("result.leave")}{" "}
        <noscript>
          <a href={address(locale, `manage/imports/${shown.id}`)}>{t("result.refresh")}</a>
        </noscript>
      </p>
      {mayWrite && state !== "undoing" && (
        <form action={actions.stop}>
          <Button type="submit" look="quiet">
            {t("result.stop")}
          </Button>
        </form>
      )}
    </>
  );
}

function Failed({ shown }: Props) {
  const [t, problems] = [useTranslations("files.result"), useTranslations("problems")];
  return (
    <div role="alert" className="max-w-[68ch] rounded-md border-2 border-bad bg-bad-soft px-5 py-4">
      <p className="mb-1 font-bold text-bad">{t("failedTitle")}</p>
      <p>{problems((shown.failure ?? "fileUnreadable") as ProblemCode)}</p>
      <p className="mt-2">{t("failedHelp")}</p>
    </div>
  );
}

function UndoFailed() {
  const problems = useTranslations("problems");
  return (
    <div role="alert" className="max-w-[68ch]">
      <Notice>{problems("undoKeepsFailing")}</Notice>
    </div>
  );
}

/** Offerings that are not in the file, and what has to be confirmed for them elsewhere. */
function Left({ left, dryRun }: { left: LeftBehind; dryRun: boolean }) {
  const t = useTranslations("files.left");
  const locale = useLocale();
  return (
    <Notice>
      <p>{t(dryRun ? "would" : "did", { offerings: left.offerings })}</p>
      {left.scheduled > 0 && <p className="mt-2">{t("scheduled", { offerings: left.scheduled })}</p>}
      <p className="mt-2">
        <a href={address(locale, "manage/statements")}>{t(dryRun ? "wouldLink" : "link")}</a>
      </p>
    </Notice>
  );
}

function Buttons({ shown, state, mayWrite, mayUndo, badRows, actions }: Props) {
  const t = useTranslations("files.result");
  const locale = useLocale();
  const at = (rest: string) => address(locale, `manage/imports/${shown.id}/${rest}`);
  const hasReport = state !== "failed" && shown.doneRows > 0;

  return (
    <div className="flex flex-wrap gap-3 print:hidden">
      {mayWrite && state === "dry" && hasReport && (
        <form action={actions.real}>
          <Button type="submit">{t("import")}</Button>
        </form>
      )}
      {mayWrite && state === "stopped" && (
        <form action={actions.resume}>
          <Button type="submit">{t("resume")}</Button>
        </form>
      )}
      {mayWrite && badRows > 0 && state !== "undone" && (
        <ButtonLink href={at("repair")} look="quiet">
          {t("repair", { rows: badRows })}
        </ButtonLink>
      )}
      {hasReport && (
        <ButtonLink href={at("report")} look="quiet" download>
          {t("report")}
        </ButtonLink>
      )}
      {mayUndo && !shown.dryRun && (state === "done" || state === "stopped") && (
        <ButtonLink href={at("undo")} look="quiet">
          {t("undo")}
        </ButtonLink>
      )}
    </div>
  );
}
