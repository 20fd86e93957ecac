import { useLocale, useTranslations } from "next-intl";
import { type FilterNames, useFilterLabel } from "@/components/offerings/use-filter-label";
import { ButtonLink } from "@/components/ui/button";
import { appliedFilters, searchHref } from "@/lib/catalogue/query";
import { type Answers, answerParams, partsOf, type Question, questions, searchOf, toSearch } from "@/lib/guided/guided";
import { address } from "@/lib/i18n/address";
import { useAnswerWords } from "./use-answer-words";

type Props = { answers: Answers; total: number; without: Partial<Record<Question, number>>; names: FilterNames };

/** Where all questions are asked: each answer, the filters it stands for, and how many would be found without it. */
export function WhatItAsks({ answers, total, without, names }: Props) {
  const t = useTranslations("guided");
  const locale = useLocale();
  const hrefOf = (left: readonly string[], step: number) =>
    address(locale, `guided?${new URLSearchParams([...answerParams(answers, left), ["step", String(step)]])}`);

  return (
    <div className="mt-8 max-w-[52rem]">
      <h2 className="text-2xl">{t("done")}</h2>
      <p className="mt-2 max-w-[60ch] text-ink-2">{t("doneHint")}</p>
      <ol className="mt-6 border-line border-t">
        {questions.map((question, step) => (
          <li key={question} className="grid gap-x-8 gap-y-1 border-line border-b py-4 sm:grid-cols-[1fr_auto]">
            <div className="min-w-0">
              <h3 className="font-bold text-base">{t(`${question}.question`)}</h3>
              <Answered question={question} answers={answers} names={names} />
            </div>
            <p className="flex flex-wrap items-start gap-x-5 text-sm">
              <a href={hrefOf([], step)} className="inline-flex min-h-8 items-center">
                {t("change")} <span className="sr-only">{t(`${question}.question`)}</span>
              </a>
              {without[question] !== undefined && (
                <a href={hrefOf(partsOf[question], questions.length)} className="inline-flex min-h-8 items-center">
                  {t("leaveOut", { count: without[question] })} <span className="sr-only">{t(`${question}.question`)}</span>
                </a>
              )}
            </p>
          </li>
        ))}
      </ol>
      <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
        <ButtonLink href={address(locale, `offerings${searchHref(toSearch(answers))}`)}>
          {total > 0 ? t("show", { count: total }) : t("showNearest")}
        </ButtonLink>
        <a href={address(locale, "guided")} className="inline-flex min-h-11 items-center">
          {t("again")}
        </a>
      </div>
    </div>
  );
}

function Answered({ question, answers, names }: { question: Question; answers: Answers; names: FilterNames }) {
  const t = useTranslations("guided");
  const said = useAnswerWords(question, answers);
  const search = searchOf(question, answers);
  const labelFor = useFilterLabel(names, search);
  const filters = [
    ...(search.q === "" ? [] : [t("words", { words: search.q })]),
    ...appliedFilters(search).map(({ name, value }) => labelFor(name, value)),
  ];
  if (said.length === 0) return <p className="text-ink-2">{t("skipped")}</p>;

  return (
    <>
      <p>{said.join(" · ")}</p>
      <p className="text-ink-2 text-sm">{filters.length === 0 ? t("noFilter") : t("filters", { filters: filters.join(" · ") })}</p>
    </>
  );
}
