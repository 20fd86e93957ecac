import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ListSearch } from "@/components/desk/list-search";
import { OverseenTable } from "@/components/feedback/overseen-table";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { overseenFeedbackQuery } from "@/lib/feedback/overseen/list";
import { listOverseenFeedback } from "@/lib/feedback/overseen/queries";
import { address } from "@/lib/i18n/address";

type Props = PageProps<"/[locale]/oversight/feedback">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "feedback.oversee" });
  return { title: t("title"), robots: { index: false } };
}

export default async function OverseenFeedbackPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/feedback");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "feedback.oversee")) notFound();
  const [t, asked] = await Promise.all([getTranslations("feedback.oversee"), searchParams]);
  const query = overseenFeedbackQuery.parse(asked);
  const { rows, total, page, pages } = await listOverseenFeedback(actor, query, today());
  const here = address(locale, "oversight/feedback");

  return (
    <DeskPage person={person} part="oversightFeedback" title={t("title")} intro={t("intro")}>
      {total === 0 && query.q === "" ? (
        <Nothing>{t("none")}</Nothing>
      ) : (
        <>
          <ListSearch here={here} label={t("q")} words={query.q} show={t("show")} />
          {total === 0 ? (
            <Nothing action={<a href={here}>{t("all")}</a>}>{t("nothing")}</Nothing>
          ) : (
            <>
              <p role="status" className="mt-6 mb-3 font-semibold">
                {t("found", { count: total })}
              </p>
              <OverseenTable offerings={rows} />
            </>
          )}
          <div className="mt-6">
            <Pagination page={page} pages={pages} href={(to) => `${here}?${new URLSearchParams({ q: query.q, page: String(to) })}`} />
          </div>
        </>
      )}
    </DeskPage>
  );
}
