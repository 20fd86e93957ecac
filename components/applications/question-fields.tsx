import { useLocale, useTranslations } from "next-intl";
import { AreaField, OptionsField, TextField } from "@/components/ui/form-fields";
import { type Answers, answerTo, fieldOf } from "@/lib/applications/answers/answers";
import type { Question } from "@/lib/criteria/form/form";
import { plainText } from "@/lib/texts/texts";

/** What the authority asks, each question with the field of its kind, filled with what was answered. */
export function QuestionFields({ questions, answers }: { questions: Question[]; answers: Answers }) {
  return questions.map((question) => <QuestionField key={question.code} question={question} given={answerTo(question, answers)} />);
}

function QuestionField({ question, given }: { question: Question; given: string[] }) {
  const t = useTranslations("application.answers");
  const locale = useLocale();
  const { kind, title, guidance, unit, required, options } = question;
  const counted = kind === "number" && plainText(unit, locale);
  const field = {
    name: fieldOf(question),
    label: (
      <>
        {plainText(title, locale)}
        {counted && <span className="font-normal text-ink-2"> ({counted})</span>}
        {!required && <span className="font-normal text-ink-2 text-sm"> ({t("optional")})</span>}
      </>
    ),
    hint: plainText(guidance, locale),
  };
  const choices =
    kind === "yes-no"
      ? (["yes", "no"] as const).map((value) => ({ value, label: t(value) }))
      : options.map(({ code, title }) => ({ value: code, label: plainText(title, locale) }));

  if (kind === "long-text") return <AreaField {...field} rows={6} defaultValue={given[0]} />;
  if (kind === "text") return <TextField {...field} defaultValue={given[0]} />;
  if (kind === "number") return <TextField {...field} inputMode="decimal" autoComplete="off" defaultValue={given[0]} />;
  if (kind === "day") return <TextField {...field} type="date" defaultValue={given[0]} />;
  return <OptionsField {...field} many={kind === "several-of"} chosen={given} options={choices} />;
}
