import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cache } from "react";
import { ClockFields } from "@/components/register/clock-fields";
import { ClockSentence } from "@/components/register/clock-sentence";
import { RegisterFilters, registerForm } from "@/components/register/register-filters";
import { ChosenOfRegister, NobodyFound, OrganisationList, SortOfRegister } from "@/components/register/register-result";
import { WrongParameters } from "@/components/register/wrong-parameters";
import { Button } from "@/components/ui/button";
import { QuestionBox } from "@/components/ui/question-box";
import { address } from "@/lib/i18n/address";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { pageMetadata } from "@/lib/i18n/metadata";
import { instant } from "@/lib/register/instant";
import { searchRegister } from "@/lib/register/search/queries";
import { parseRegisterQuery, registerParams } from "@/lib/register/search/query";
import { nameLabels } from "@/lib/terms/queries";

type Props = PageProps<"/[locale]/register">;

/** The page and its title ask the same: once. */
const find = cache(async (params: string, locale: string) => {
  const now = instant();
  const { query, problems } = parseRegisterQuery(JSON.parse(params), now);
  return { query, problems, today: now.today, result: await searchRegister(query, isLocale(locale) ? locale : defaultLocale) };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  const { query, result, today } = await find(JSON.stringify(await searchParams), locale);
  const t = await getTranslations({ locale, namespace: "register" });
  const found = t(query.q === "" ? "search.found" : "search.foundFor", { count: result.total, words: query.q });
  const href = registerParams(query, today).toString();

  return pageMetadata({
    locale,
    path: href ? `register?${href}` : "register",
    title: href === "" ? t("title") : query.page > 1 ? `${found}, ${t("search.onPage", { page: query.page })}` : found,
    description: t("description"),
    noindex: href !== "",
  });
}

export default async function RegisterPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { query, problems, result, today } = await find(JSON.stringify(await searchParams), locale);
  const [t, labels] = await Promise.all([getTranslations("register"), nameLabels(locale)]);

  return (
    <main id="main" className="wrap pb-8">
      <div className="grid items-end gap-x-10 gap-y-5 py-8 lg:grid-cols-[minmax(0,1fr)_auto] print:hidden">
        <QuestionBox
          label={t("search.question")}
          placeholder={t("search.questionHint")}
          submit={t("search.find")}
          defaultValue={query.q}
          maxLength={200}
          form={registerForm}
        />
        <fieldset className="grid items-end gap-3 sm:grid-cols-[11rem_11rem_auto]">
          <legend className="sr-only">{t("clocks.title")}</legend>
          <ClockFields clocks={query} today={today} form={registerForm} />
          <Button type="submit" look="quiet" form={registerForm}>
            {t("clocks.show")}
          </Button>
        </fieldset>
      </div>
      <WrongParameters problems={problems} />
      <div className="grid items-start gap-x-12 gap-y-6 md:grid-cols-[17rem_minmax(0,1fr)]">
        <div className="print:hidden">
          <RegisterFilters query={query} facets={result.facets} labels={labels} />
        </div>
        <div className="min-w-0">
          <div className="mb-4">
            <ClockSentence clocks={query} today={today} back={address(locale, "register")} />
          </div>
          <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
            <div role="status" className="min-w-0">
              <h1 className="text-3xl">
                {t(query.q === "" ? "search.found" : "search.foundFor", { count: result.total, words: query.q })}
              </h1>
            </div>
            {result.total > 0 && <SortOfRegister query={query} />}
          </div>
          <ChosenOfRegister query={query} today={today} labels={labels} />
          {result.total === 0 ? (
            <NobodyFound query={query} today={today} labels={labels} />
          ) : (
            <OrganisationList query={query} result={result} today={today} />
          )}
        </div>
      </div>
    </main>
  );
}
