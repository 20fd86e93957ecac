import { useLocale, useTranslations } from "next-intl";
import { type Tone, ToneMark } from "@/components/ui/tone-mark";
import { type AuditState, lateOn, type Passage, turnOf } from "@/lib/audits/audit";
import type { Day } from "@/lib/days/days";
import { formatDay } from "@/lib/i18n/format";

/** The way of an audit so far, each step with its clock. */
export function AuditPath({ state, day }: { state: AuditState; day: Day }) {
  const t = useTranslations("audits");
  const late = lateOn(state, day);

  return (
    <section aria-labelledby="path" className="mt-6 rounded-lg border border-line bg-raised p-5 shadow-soft">
      <h2 id="path" className="mb-3 font-bold font-text text-lg tracking-normal">
        {t("path.title")}
      </h2>
      <ol className="grid gap-x-6 gap-y-3 sm:grid-cols-2 xl:grid-cols-4">
        {state.path.map((passage, place) => {
          const isNow = place === state.path.length - 1;
          const times = state.path.slice(0, place).filter(({ stage }) => stage === passage.stage).length;
          return (
            <li key={`${passage.stage} ${times}`} aria-current={isNow ? "step" : undefined} className="flex min-w-0 gap-2.5">
              <ToneMark tone={toneOf(passage, isNow, late !== null)} />
              <div className="min-w-0">
                <p className="font-semibold [overflow-wrap:anywhere]">{t(`stage.${passage.stage}`)}</p>
                <Clock passage={passage} due={isNow ? turnOf(state).dueOn : passage.dueOn} late={isNow && late !== null} />
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Clock({ passage, due, late }: { passage: Passage; due: Day | null; late: boolean }) {
  const t = useTranslations("audits.path");
  const locale = useLocale();
  const since = formatDay(passage.enteredOn, locale);
  if (passage.leftOn || due === null) return <p className="text-ink-2 text-sm">{since}</p>;
  return (
    <p className={late ? "font-semibold text-sm text-warn" : "text-ink-2 text-sm"}>
      {t(late ? "overdue" : "due", { since, day: formatDay(due, locale) })}
    </p>
  );
}

function toneOf({ stage }: Passage, isNow: boolean, late: boolean): Tone {
  if (!isNow || stage === "closed") return "good";
  return late ? "warn" : "none";
}
