import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PreviewedTable, ReasonTable, TurnTable } from "@/components/deciding/preview-tables";
import { DeskPage } from "@/components/desk/desk-page";
import { Button } from "@/components/ui/button";
import { InputField } from "@/components/ui/field";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { previewQuery } from "@/lib/decisions/preview/input";
import { findPreview } from "@/lib/decisions/preview/queries";
import { address } from "@/lib/i18n/address";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import { pageOf } from "@/lib/page-of";

type Props = PageProps<"/[locale]/oversight/preview">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "deciding.preview" });
  return { title: t("title"), robots: { index: false } };
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/preview");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "decision.read")) notFound();
  const t = await getTranslations("deciding.preview");
  const day = today();
  const query = previewQuery.parse(await searchParams);
  const on = query.on ?? addDays(day, 90);
  const ahead = on > day;
  const { turns, rows, visible } = ahead ? await findPreview(actor, on) : { turns: [], rows: [], visible: { now: 0, later: 0 } };
  const offerings = pageOf(rows, query.page);
  const register = pageOf(turns, query.turns);
  const to = (place: string, at: { page: number; turns: number }) =>
    `${address(locale, "oversight/preview")}?on=${on}&turns=${at.turns}&page=${at.page}#${place}`;
  const number = (count: number) => formatNumber(count, locale);
  const long = (when: string) => formatDay(when, locale, "long");

  return (
    <DeskPage person={person} part="providers" title={t("title")} intro={t("intro")}>
      <form action={address(locale, "oversight/preview")} className="mt-7 flex flex-wrap items-end gap-3">
        <InputField id="on" name="on" type="date" min={addDays(day, 1)} label={t("on")} defaultValue={on} />
        <Button type="submit" look="quiet">
          {t("show")}
        </Button>
      </form>
      {!ahead ? (
        <p role="status" className="mt-6 font-semibold">
          {t("past")}
        </p>
      ) : (
        <>
          <p role="status" className="mt-6 max-w-[62ch] text-lg">
            {t("asked", { day: long(on), today: long(day) })}
          </p>
          <p className="max-w-[62ch]">{t("totals", { now: number(visible.now), later: number(visible.later) })}</p>
          <Section id="register" title={t("register")}>
            {turns.length === 0 ? <p>{t("nothingRegister")}</p> : <TurnTable turns={register.rows} />}
            <div className="mt-6">
              <Pagination page={register.page} pages={register.pages} href={(turns) => to("register", { page: offerings.page, turns })} />
            </div>
          </Section>
          <Section id="catalogue" title={t("catalogue")}>
            {rows.length === 0 ? (
              <p>{t("nothingCatalogue")}</p>
            ) : (
              <>
                <ReasonTable rows={rows} />
                <PreviewedTable rows={offerings.rows} />
                <div className="mt-6">
                  <Pagination
                    page={offerings.page}
                    pages={offerings.pages}
                    href={(page) => to("catalogue", { page, turns: register.page })}
                  />
                </div>
              </>
            )}
          </Section>
        </>
      )}
    </DeskPage>
  );
}
