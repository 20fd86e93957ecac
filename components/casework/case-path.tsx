import { useLocale, useTranslations } from "next-intl";
import { type Tone, ToneMark } from "@/components/ui/tone-mark";
import type { CaseState, Passage } from "@/lib/casework/casework";
import { isOverdue } from "@/lib/casework/casework";
import type { CriteriaContent } from "@/lib/criteria/criteria";
import { type Day, daysBetween } from "@/lib/days/days";
import { formatDay, formatList } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";

type Props = {
  state: CaseState;
  day: Day;
  criteria: { number: number; content: CriteriaContent };
  /** Names for those who work in the authority; the applicant is not told who did what. */
  names?: Map<string, string>;
};

/** The way of a case so far: each stage with its clock, who, and what came of it. */
export function CasePath({ state, day, criteria, names = new Map() }: Props) {
  const t = useTranslations("casework");
  const locale = useLocale();

  return (
    <section aria-labelledby="path" className="mt-6 rounded-lg border border-line bg-raised p-5 shadow-soft">
      <h2 id="path" className="mb-3 font-bold font-text text-lg tracking-normal">
        {t("path.title")}
      </h2>
      <ol className="grid gap-x-6 gap-y-3 sm:grid-cols-2 xl:grid-cols-3">
        {[...state.path.entries()].map(([place, passage]) => (
          <li key={place} aria-current={passage.leftOn ? undefined : "step"} className="flex min-w-0 gap-2.5">
            <ToneMark tone={toneOf(passage, state, day)} />
            <div className="min-w-0">
              <p className="font-semibold [overflow-wrap:anywhere]">{t(`stage.${passage.stage}`)}</p>
              <Clock passage={passage} state={state} day={day} />
              {passage.by.some((id) => names.has(id)) && (
                <p className="text-ink-2 text-sm">
                  {t("path.by", {
                    names: formatList(
                      passage.by.flatMap((id) => names.get(id) ?? []),
                      locale,
                    ),
                  })}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
      <p className="mt-4 text-ink-2 text-sm">
        {t("path.set", { title: plainText(criteria.content.title, locale), number: criteria.number })}
      </p>
    </section>
  );
}

function Clock({ passage, state, day }: { passage: Passage; state: CaseState; day: Day }) {
  const t = useTranslations("casework");
  const locale = useLocale();
  const { leftOn, outcome, enteredOn, dueOn } = passage;
  const shown = (one: Day) => formatDay(one, locale);
  const text = () => {
    if (leftOn) return t("path.left", { outcome: outcome ? t(`outcome.${outcome as "passed"}`) : "", day: shown(leftOn) });
    if (state.stage === "closed") return null;
    if (state.stoppedSince) return t("path.stopped", { day: shown(state.stoppedSince) });
    if (isOverdue(state, day)) return t("path.overdue", { since: shown(enteredOn), count: daysBetween(dueOn, day) });
    return t("path.due", { since: shown(enteredOn), day: shown(dueOn) });
  };
  return <p className="text-sm">{text()}</p>;
}

function toneOf({ leftOn, outcome }: Passage, state: CaseState, day: Day): Tone {
  if (!leftOn) return isOverdue(state, day) || state.stoppedSince ? "warn" : "none";
  return outcome === "refused" || outcome === "failed" || outcome === "withdrawn" ? "bad" : outcome === "unused" ? "none" : "good";
}
