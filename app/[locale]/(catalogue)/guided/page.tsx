import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { QuestionForm } from "@/components/guided/question-form";
import { WhatItAsks } from "@/components/guided/what-it-asks";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { appliedFilters, type SearchQuery } from "@/lib/catalogue/query";
import { searchCatalogue } from "@/lib/catalogue/search";
import { isTouchedBy } from "@/lib/catalogue/touched";
import { type Answers, answerParams, questions, readAnswers, readStep, searchOf, toSearch } from "@/lib/guided/guided";
import { address } from "@/lib/i18n/address";
import { pageMetadata } from "@/lib/i18n/metadata";
import { tell } from "@/lib/insight/telling";
import { ofSearch } from "@/lib/sources/sources";

type Props = PageProps<"/[locale]/guided">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ locale }, given] = await Promise.all([params, searchParams]);
  const t = await getTranslations({ locale, namespace: "guided" });
  const step = readStep(given.step);
  const asked = questions[step];
  return pageMetadata({
    locale,
    path: "guided",
    title: step === 0 || !asked ? t("title") : `${t(`${asked}.question`)} – ${t("title")}`,
    description: t("lead"),
    noindex: step > 0 || answerParams(readAnswers(given)).length > 0,
  });
}

/** A few plain questions that end in a normal search. The address holds all answers, and nothing else does. */
export default async function GuidedPage({ params, searchParams }: Props) {
  const [{ locale }, given] = await Promise.all([params, searchParams]);
  setRequestLocale(locale);
  const step = readStep(given.step);
  const answers = readAnswers(given);
  const query = toSearch(answers);
  const isDone = step === questions.length;
  const [t, found, without] = await Promise.all([
    getTranslations("guided"),
    count(query, locale),
    isDone ? countWithout(answers, locale) : undefined,
  ]);
  tell({ ...ofSearch(found.source), isTouchedBy: async (takenUp) => isDone || (await isTouchedBy(query, takenUp)) });

  return (
    <main id="main" className="wrap pb-8">
      <Breadcrumb label={t("breadcrumb")} steps={[{ href: address(locale, "offerings"), name: t("find") }]} />
      <h1 className="mt-4 text-3xl">{t("title")}</h1>
      {step === 0 && <p className="mt-3 max-w-[60ch] text-lg text-ink-2">{t("lead")}</p>}
      <div className="mt-4 flex flex-wrap items-baseline gap-x-6 gap-y-1">
        {!isDone && <Progress step={step} answers={answers} locale={locale} />}
        <p role="status" className="text-ink-2">
          {t("fits", { count: found.total })}
        </p>
      </div>
      {without ? (
        <WhatItAsks answers={answers} total={found.total} without={without} names={{ providers: {}, labels: {}, skills: {} }} />
      ) : (
        <QuestionForm step={step} answers={answers} />
      )}
    </main>
  );
}

async function count(query: SearchQuery, locale: string) {
  return await searchCatalogue(query, locale, { perPage: 1, marked: false, counted: [] });
}

/** How many would be found without the answer to each question that has one. */
async function countWithout(answers: Answers, locale: string) {
  const narrowing = questions.filter((question) => {
    const search = searchOf(question, answers);
    return search.q !== "" || appliedFilters(search).length > 0;
  });
  const counted = await Promise.all(
    narrowing.map(async (question) => [question, (await count(toSearch(answers, question), locale)).total] as const),
  );
  return Object.fromEntries(counted);
}

async function Progress({ step, answers, locale }: { step: number; answers: Answers; locale: string }) {
  const t = await getTranslations("guided");
  const back = address(locale, `guided?${new URLSearchParams([...answerParams(answers), ["step", String(step - 1)]])}`);

  return (
    <>
      <p className="font-semibold">{t("progress", { at: step + 1, of: questions.length })}</p>
      {step > 0 && (
        <a href={back} className="inline-flex min-h-8 items-center">
          {t("back")}
        </a>
      )}
    </>
  );
}
