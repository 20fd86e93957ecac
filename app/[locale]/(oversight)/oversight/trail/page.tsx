import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { TrailFilters } from "@/components/trail/trail-filters";
import { TrailList } from "@/components/trail/trail-list";
import { ButtonLink } from "@/components/ui/button";
import { Nothing } from "@/components/ui/nothing";
import { Notice } from "@/components/ui/notice";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { problemsWithTrail, toParameters, trailQuery } from "@/lib/trail/input";
import { nameTrail } from "@/lib/trail/naming/queries";
import { listTrail } from "@/lib/trail/queries";
import { fromCursor, toCursor } from "@/lib/trail/trail";

type Props = PageProps<"/[locale]/oversight/trail">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "trail" });
  return { title: t("title"), robots: { index: false } };
}

export default async function TrailPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/trail");
  const actor = actorOf(person);
  const { before, ...filter } = trailQuery.parse(await searchParams);
  const found = (await listTrail(actor, filter, fromCursor(before) ?? null)) ?? notFound();
  const [t, said, names] = await Promise.all([getTranslations("trail"), getTranslations("problems"), nameTrail(found.rows)]);
  const problems = problemsWithTrail(filter);
  const to = (rest: string, more = {}) => address(locale, `oversight/trail${rest}?${toParameters({ ...filter, ...more })}`);
  const mayExport = mayAtAll(actor, "trail.export") && problems.length === 0;

  return (
    <DeskPage
      person={person}
      part="trail"
      title={t("title")}
      intro={t("intro")}
      actions={
        mayExport && (
          <ButtonLink href={to("/export")} look="quiet" download>
            {t("export")}
          </ButtonLink>
        )
      }
    >
      <p className="mt-4 text-sm">
        <a href={address(locale, "oversight/trail?type=evidence.viewed")}>{t("whoLooked")}</a>
      </p>
      <TrailFilters query={{ ...filter, before }} />
      {problems.map(({ field, code }) => (
        <p key={field} role="alert" className="mt-5 rounded-md border-2 border-bad bg-bad-soft px-4 py-3 font-semibold text-bad">
          <a href={`#${field}`}>{t(field)}</a>: {said(code)}
        </p>
      ))}
      {found.isMore && (
        <div className="mt-5">
          <Notice>{t("tooMany")}</Notice>
        </div>
      )}
      {found.rows.length === 0 && problems.length === 0 && (
        <Nothing action={<a href={address(locale, "oversight/trail")}>{t("all")}</a>}>{t("nothing")}</Nothing>
      )}
      {found.rows.length > 0 && <TrailList rows={found.rows} names={names} />}
      <nav aria-label={t("pages")} className="mt-6 flex flex-wrap gap-x-6 gap-y-2 empty:hidden">
        {before && <a href={to("")}>{t("newest")}</a>}
        {found.older && (
          <a href={to("", { before: toCursor(found.older) })} rel="next">
            {t("older")}
          </a>
        )}
      </nav>
    </DeskPage>
  );
}
