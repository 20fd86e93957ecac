import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OverseenTable } from "@/components/deciding/overseen-table";
import { DeskPage } from "@/components/desk/desk-page";
import { ListSearch } from "@/components/desk/list-search";
import { ButtonLink } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { Pagination } from "@/components/ui/pagination";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { type OverseenQuery, overseenQuery, overseenStatuses } from "@/lib/decisions/overview/list";
import { listOverseen } from "@/lib/decisions/overview/queries";
import { address } from "@/lib/i18n/address";

type Props = PageProps<"/[locale]/oversight/providers">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "deciding.list" });
  return { title: t("title"), robots: { index: false } };
}

export default async function OverseenPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/providers");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "decision.read")) notFound();
  const t = await getTranslations("deciding.list");
  const asked = await searchParams;
  const query = overseenQuery.parse(asked);
  const { rows, total, pages, page } = await listOverseen(actor, query, locale);
  const here = address(locale, "oversight/providers");
  const isAll = query.q === "" && query.status === "all";

  return (
    <DeskPage
      person={person}
      part="providers"
      title={t("title")}
      intro={t("intro")}
      done={asked.done}
      actions={
        <ButtonLink href={address(locale, "oversight/preview")} look="quiet">
          {t("preview")}
        </ButtonLink>
      }
    >
      {total === 0 && isAll ? (
        <p className="mt-8 max-w-[62ch]">{t("none")}</p>
      ) : (
        <>
          <ListSearch here={here} label={t("q")} words={query.q} show={t("show")}>
            <SelectField id="status" name="status" label={t("status")} defaultValue={query.status}>
              {overseenStatuses.map((status) => (
                <option key={status} value={status}>
                  {t(`is.${status}`)}
                </option>
              ))}
            </SelectField>
          </ListSearch>
          <p role="status" className="mt-6 mb-3 font-semibold">
            {t("found", { count: total })}
          </p>
          {total === 0 ? (
            <p>
              {t("nothing")} <a href={here}>{t("all")}</a>
            </p>
          ) : (
            <OverseenTable rows={rows} />
          )}
          <div className="mt-6">
            <Pagination page={page} pages={pages} href={(to) => `${here}?${addressOf({ ...query, page: to })}`} />
          </div>
        </>
      )}
    </DeskPage>
  );
}

function addressOf(query: OverseenQuery): URLSearchParams {
  const chosen = Object.entries(query).filter(([name, value]) => value && !(name === "status" && value === "all"));
  return new URLSearchParams(chosen.map(([name, value]) => [name, String(value)]));
}
