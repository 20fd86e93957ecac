import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ListSearch } from "@/components/desk/list-search";
import { LeftLists } from "@/components/guidance/left-lists";
import { OwnListTable } from "@/components/guidance/own-list-table";
import { ButtonLink } from "@/components/ui/button";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { ownListsQuery } from "@/lib/guidance/lists/input";
import { listColleagues, listLeftLists, listOwnLists } from "@/lib/guidance/lists/queries";
import { address } from "@/lib/i18n/address";
import { assignListAction } from "./actions";

type Props = PageProps<"/[locale]/guidance">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "clients" });
  return { title: t("title"), robots: { index: false } };
}

export default async function ListsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("guidance");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "guidance.use")) notFound();
  const [t, asked] = await Promise.all([getTranslations("clients"), searchParams]);
  const { q, page: wanted } = ownListsQuery.parse(asked);
  const [{ shown, total, kept, page, pages }, left] = await Promise.all([listOwnLists(actor, { q, page: wanted }), listLeftLists(actor)]);
  const here = address(locale, "guidance");
  const start = <ButtonLink href={address(locale, "guidance/lists/new")}>{t("start")}</ButtonLink>;

  return (
    <DeskPage person={person} part="lists" title={t("title")} intro={t("intro")} done={asked.done} actions={kept > 0 && start}>
      {kept === 0 ? (
        <Nothing action={start}>{t("empty")}</Nothing>
      ) : (
        <>
          <ListSearch here={here} label={t("search")} words={q} show={t("show")} />
          {total === 0 ? (
            <Nothing>{t("noneFound")}</Nothing>
          ) : (
            <>
              <p role="status" className="mt-6 mb-2 font-semibold">
                {t("found", { count: total })}
              </p>
              <OwnListTable rows={shown} />
            </>
          )}
          <div className="mt-6">
            <Pagination page={page} pages={pages} href={(to) => `${here}?${new URLSearchParams({ q, page: String(to) })}`} />
          </div>
        </>
      )}
      {left.length > 0 && <LeftLists rows={left} colleagues={await listColleagues(actor, { withSelf: true })} action={assignListAction} />}
    </DeskPage>
  );
}
