import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ListSearch } from "@/components/desk/list-search";
import { ButtonLink } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { SynonymTable } from "@/components/vocabularies/synonym-table";
import { VocabularyTabs } from "@/components/vocabularies/vocabulary-tabs";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { synonymQuery, synonymStates } from "@/lib/synonyms/input";
import { listSynonyms } from "@/lib/synonyms/queries";
import { endSynonymsAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/vocabularies">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "vocabularies" });
  return { title: t("title"), robots: { index: false } };
}

export default async function VocabulariesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/vocabularies");
  const actor = actorOf(person);
  const asked = await searchParams;
  const query = synonymQuery.parse(asked);
  const found = (await listSynonyms(actor, query)) ?? notFound();
  const t = await getTranslations("vocabularies");
  const here = address(locale, "oversight/vocabularies");
  const isKeeper = mayAtAll(actor, "instance.manage");

  return (
    <DeskPage
      person={person}
      part="vocabularies"
      title={t("title")}
      intro={t(isKeeper ? "introKeeper" : "intro")}
      done={asked.done}
      actions={isKeeper && <ButtonLink href={address(locale, "oversight/vocabularies/new")}>{t("new")}</ButtonLink>}
    >
      <VocabularyTabs current="words" />
      <ListSearch here={here} label={t("q")} words={query.q} show={t("show")}>
        <SelectField id="state" name="state" label={t("state")} defaultValue={query.state}>
          {synonymStates.map((state) => (
            <option key={state} value={state}>
              {t(`is.${state}`)}
            </option>
          ))}
        </SelectField>
      </ListSearch>
      <p role="status" className="mt-6 mb-2 font-semibold">
        {t("count", { count: found.total })}
      </p>
      {found.total === 0 ? (
        <Nothing action={<a href={`${here}?state=all`}>{t("all")}</a>}>{t("nothing")}</Nothing>
      ) : (
        <SynonymTable rows={found.rows} end={isKeeper ? (id) => endSynonymsAction.bind(null, id) : null} />
      )}
      <div className="mt-6">
        <Pagination
          page={found.page}
          pages={found.pages}
          href={(page) => `${here}?${new URLSearchParams({ ...query, page: String(page) })}`}
        />
      </div>
    </DeskPage>
  );
}
