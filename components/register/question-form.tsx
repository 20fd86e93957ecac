import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { Day } from "@/lib/days/days";
import { address } from "@/lib/i18n/address";
import type { Question } from "@/lib/register/question";
import { vocabulary } from "@/lib/vocabularies/vocabulary";
import { ClockFields } from "./clock-fields";

/** "Was it accredited for … on … as known on …?": a GET form, whose address is the question. */
export function QuestionForm({ slug, question, today }: { slug: string; question: Question; today: Day }) {
  const t = useTranslations("register.question");
  const locale = useLocale();
  const all = vocabulary("fields");
  const label = (labels: Record<string, string>) => labels[locale] ?? labels.en;

  return (
    <form
      action={`${address(locale, `register/${slug}`)}#answer`}
      aria-labelledby="question"
      className="rounded-lg border border-line bg-raised p-5 shadow-soft print:hidden"
    >
      <h2 id="question" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mt-1 mb-4 max-w-[66ch] text-ink-2 text-sm">{t("lead")}</p>
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[8rem_minmax(0,1fr)_11rem_11rem_auto]">
        <input type="hidden" name="ask" value="1" />
        <SelectField id="eqf" name="eqf" label={t("eqf")} defaultValue={question.eqf === null ? "" : String(question.eqf)}>
          <option value="">{t("anyLevel")}</option>
          {vocabulary("eqfLevels").map(({ code }) => (
            <option key={code} value={code}>
              {t("level", { level: code })}
            </option>
          ))}
        </SelectField>
        <SelectField id="field" name="field" label={t("field")} defaultValue={question.field ?? ""}>
          <option value="">{t("anyField")}</option>
          {all
            .filter(({ code }) => code.length === 2)
            .map(({ code: broad, labels }) => (
              <optgroup key={broad} label={label(labels)}>
                {all
                  .filter(({ code }) => code.startsWith(broad))
                  .map(({ code, labels }) => (
                    <option key={code} value={code}>
                      {`${code} ${label(labels)}`}
                    </option>
                  ))}
              </optgroup>
            ))}
        </SelectField>
        <ClockFields clocks={question} today={today} />
        <Button type="submit">{t("submit")}</Button>
      </div>
    </form>
  );
}
