import { useLocale, useTranslations } from "next-intl";
import { type Answers, answerTo } from "@/lib/applications/answers/answers";
import type { Question } from "@/lib/criteria/form/form";
import { formatDay, formatList, formatNumber } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";

/** What the authority asked and what the applicant answered, for those who decide and for those who wrote it. */
export function AnswersRead({ questions, answers }: { questions: Question[]; answers: Answers }) {
  const t = useTranslations("application.answers");
  const locale = useLocale();

  return (
    <dl className="grid gap-3">
      {questions.map((question) => {
        const answer = inWords(question, answerTo(question, answers), locale, t);
        return (
          <div key={question.code} className="min-w-0">
            <dt className="text-ink-2 text-sm">{plainText(question.title, locale)}</dt>
            <dd className={`max-w-[68ch] whitespace-pre-line [overflow-wrap:anywhere] ${answer ? "" : "text-ink-2 italic"}`}>
              {answer || t("none")}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function inWords(
  { kind, options, unit }: Question,
  given: string[],
  locale: string,
  t: ReturnType<typeof useTranslations<"application.answers">>,
): string {
  const [one] = given;
  if (one === undefined) return "";
  if (kind === "yes-no") return t(one as "yes" | "no");
  if (kind === "day") return formatDay(one, locale, "long");
  if (kind === "number") return [formatNumber(Number(one), locale), plainText(unit, locale)].filter(Boolean).join(" ");
  if (options.length === 0) return one;
  const chosen = options.filter(({ code }) => given.includes(code));
  return formatList(
    chosen.map(({ title }) => plainText(title, locale)),
    locale,
  );
}
