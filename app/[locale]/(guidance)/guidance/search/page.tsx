import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { FoundList } from "@/components/guidance/found-list";
import { SearchFor } from "@/components/guidance/search-for";
import { ResultPage } from "@/components/offerings/result-list";
import { SearchResults } from "@/components/offerings/search-results";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { answerSearch, withWays } from "@/lib/catalogue/answer/queries";
import { clientSearch } from "@/lib/catalogue/place";
import { listsOf } from "@/lib/guidance/lists/queries";
import { clientFactsOf, findSearchedFor } from "@/lib/guidance/search/queries";
import { boundsAsFilters } from "@/lib/guidance/search/search";
import { noteUse } from "@/lib/guidance/uses/commands";
import { keepFoundAction } from "./actions";

type Props = PageProps<"/[locale]/guidance/search">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "guidance.search" });
  return { title: t("title"), robots: { index: false } };
}

export default async function ClientSearchPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("guidance/search");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "guidance.use")) notFound();
  const { list: given, done, added, ...asked } = await searchParams;
  const list = await findSearchedFor(actor, [given].flat()[0]);
  const at = clientSearch(locale, list?.id);
  const [t, search, own, found] = await Promise.all([
    getTranslations("guidance.search"),
    getTranslations("search"),
    listsOf(actor),
    answerSearch(asked, locale, true),
  ]);
  const bounds = list ? boundsAsFilters(list, found.query) : undefined;
  if (bounds && Object.keys(asked).length === 0) redirect(at.hrefOf(found.query, bounds));
  const { query, result } = found;
  const [answer, facts] = await Promise.all([withWays(found, locale), clientFactsOf(result.items.map(({ id }) => id))]);
  if (query.page === 1 && done === undefined) await noteUse(actor, "search");

  return (
    <DeskPage
      person={person}
      part="guidanceSearch"
      title={t("title")}
      intro={t("intro")}
      done={done}
      doneValues={{ count: Number([added].flat()[0]) || 0, list: list?.title ?? "" }}
    >
      <SearchFor list={list} own={own} query={query} at={at} bounds={bounds} />
      <SearchResults
        answer={answer}
        at={at}
        heading={<h2 className="text-2xl">{search(query.q === "" ? "found" : "foundFor", { count: result.total, words: query.q })}</h2>}
      >
        <ResultPage query={query} result={result} at={at}>
          <FoundList
            items={result.items}
            facts={facts}
            list={list}
            own={own}
            action={keepFoundAction.bind(null, at.hrefOf(query, { page: query.page }))}
          />
        </ResultPage>
      </SearchResults>
    </DeskPage>
  );
}
