import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { KeptFilters } from "@/components/offerings-desk/kept-filters";
import { KeptTable } from "@/components/offerings-desk/kept-table";
import { ButtonLink } from "@/components/ui/button";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { type KeptOffering, type KeptQuery, keptQuery, selectKept } from "@/lib/offerings/kept/list";
import { type LastChange, listKept, listLastChanges } from "@/lib/offerings/kept/queries";

type Props = PageProps<"/[locale]/manage/offerings">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "editor.list" });
  return { title: t("title"), robots: { index: false } };
}

export default async function OwnOfferingsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("manage/offerings");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "offering.read")) notFound();
  const t = await getTranslations("editor.list");
  const asked = await searchParams;
  const query = keptQuery.parse(asked);
  const all = await listKept(actor, query.statement);
  const { found, items, pages, page } = selectKept(all, query);
  const changes = await listLastChanges(items.map(({ id }) => id));
  const here = address(locale, "manage/offerings");

  return (
    <DeskPage
      person={person}
      part="offerings"
      title={t("title")}
      done={asked.done}
      actions={
        mayAtAll(actor, "offering.write") && (
          <>
            <ButtonLink href={address(locale, "manage/offerings/new")}>{t("new")}</ButtonLink>
            <ButtonLink href={address(locale, "manage/imports")} look="quiet">
              {t("import")}
            </ButtonLink>
          </>
        )
      }
    >
      {all.length === 0 ? (
        <Nothing>{t("none")}</Nothing>
      ) : (
        <>
          <KeptFilters query={query} />
          <p role="status" className="mt-6 mb-3 font-semibold">
            {t("found", { count: found.length })}
          </p>
          {found.length === 0 ? (
            <Nothing className="">
              {t("nothing")} <a href={here}>{t("showAll")}</a>
            </Nothing>
          ) : (
            <KeptTable
              offerings={items}
              changes={new Map(items.map((one) => [one.id, shownChange(one, changes.get(one.id), t, locale)]))}
              provider={person.acting?.slug ?? ""}
            />
          )}
          <div className="mt-6">
            <Pagination page={page} pages={pages} href={(to) => `${here}?${addressOf({ ...query, page: to })}`} />
          </div>
        </>
      )}
    </DeskPage>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"editor.list">>>;

function shownChange({ changedAt }: KeptOffering, change: LastChange | undefined, t: Words, locale: string) {
  const kind = change?.actor.split(":")[0];
  const by = change?.name ?? (kind === "key" ? t("by.key") : kind === "operator" ? t("by.operator") : null);
  return { day: formatDay(dayOf(changedAt), locale), by };
}

function addressOf(query: KeptQuery): URLSearchParams {
  const chosen = Object.entries(query).filter(([name, value]) => value && !(name === "sort" && value === "changed"));
  return new URLSearchParams(chosen.map(([name, value]) => [name, String(value)]));
}
