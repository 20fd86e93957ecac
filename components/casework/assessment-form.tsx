import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AnswersRead } from "@/components/applications/answers-read";
import { broadFields } from "@/components/offerings/fields";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField, OptionsField } from "@/components/ui/form-fields";
import type { Answers } from "@/lib/applications/answers/answers";
import { type AssessmentDraft, verdicts } from "@/lib/casework/assessment";
import type { CriteriaContent, Criterion } from "@/lib/criteria/criteria";
import type { Question } from "@/lib/criteria/form/form";
import type { FormState } from "@/lib/form";
import { plainText } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";

type Props = {
  content: CriteriaContent;
  /** What the applicant answered, shown beside the criterion that it serves. */
  answers: Answers;
  given: Partial<AssessmentDraft>;
  button: string;
  /** Where it can be kept half done: what the button for that says. */
  keep?: string;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** A verdict on each criterion, and for what it is enough; of an assessor or a moderator. */
export function AssessmentForm({ content, answers, given, button, keep, action }: Props) {
  const [t, desk] = [useTranslations("casework.assess"), useTranslations("desk")];
  const locale = useLocale();
  const levels = ["1", "2", "3", "4", "5", "6", "7", "8"].map((level) => ({ value: level, label: t("level", { level }) }));

  return (
    <ActionForm action={action} problemsTitle={desk("problems")} className="mt-8 grid max-w-3xl gap-10">
      {content.standards.map((standard) => (
        <section key={standard.code} aria-labelledby={`standard-${standard.code}`}>
          <h2 id={`standard-${standard.code}`} className="mb-4 text-2xl">
            {standard.code}. {plainText(standard.title, locale)}
          </h2>
          <div className="grid gap-7">
            {standard.criteria.map((criterion) => (
              <CriterionFields key={criterion.code} criterion={criterion} given={given}>
                <Stated questions={content.form.questions.filter(({ criterion: served }) => served === criterion.code)} answers={answers} />
              </CriterionFields>
            ))}
          </div>
        </section>
      ))}
      <section aria-labelledby="scope">
        <h2 id="scope" className="mb-4 text-2xl">
          {t("scope")}
        </h2>
        <div className="grid gap-5">
          <OptionsField many name="levels" label={t("levels")} chosen={(given.levels ?? []).map(String)} options={levels} beside="narrow" />
          <OptionsField
            many
            name="field"
            label={t("fields")}
            hint={t("fieldsHint")}
            chosen={given.fields ?? []}
            options={broadFields.map((code) => ({ value: code, label: labelOf("fields", code, locale) }))}
            beside="wide"
          />
        </div>
      </section>
      <div className="flex flex-wrap gap-3">
        <Button type="submit">{button}</Button>
        {keep && (
          <Button type="submit" name="keep" value="yes" look="quiet">
            {keep}
          </Button>
        )}
      </div>
    </ActionForm>
  );
}

function Stated({ questions, answers }: { questions: Question[]; answers: Answers }) {
  const t = useTranslations("casework.assess");
  if (questions.length === 0) return null;
  return (
    <div className="my-1 rounded-md bg-raised px-4 py-3">
      <p className="mb-2 font-semibold text-sm">{t("stated")}</p>
      <AnswersRead questions={questions} answers={answers} />
    </div>
  );
}

type Fields = { criterion: Criterion; given: Partial<AssessmentDraft>; children: ReactNode };

function CriterionFields({ criterion, given, children }: Fields) {
  const t = useTranslations("casework.assess");
  const locale = useLocale();
  const { code, title, guidance, mandatory, question } = criterion;
  const answer = given.answers?.[code];
  const offered = verdicts.filter((verdict) => question === "scale" || verdict !== "partly");

  return (
    <div className="grid gap-2 border-line border-b pb-6">
      <OptionsField
        name={`verdict-${code}`}
        label={
          <>
            {code} {plainText(title, locale)} {mandatory && <span className="font-normal text-ink-2 text-sm">({t("mandatory")})</span>}
          </>
        }
        hint={plainText(guidance, locale)}
        chosen={answer?.verdict ? [answer.verdict] : []}
        options={offered.map((verdict) => ({ value: verdict, label: t(`verdict.${verdict}`) }))}
        beside="narrow"
      />
      {children}
      <AreaField name={`comment-${code}`} label={t("comment", { code })} rows={2} defaultValue={answer?.comment ?? ""} />
    </div>
  );
}
