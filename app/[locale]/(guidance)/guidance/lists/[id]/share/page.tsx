import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ListPage } from "@/components/guidance/list-page";
import { QrCode } from "@/components/layout/qr-code";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ChoiceField } from "@/components/ui/form-fields";
import { Nothing } from "@/components/ui/nothing";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { newSecret } from "@/lib/auth/secret";
import { findHandover, requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { linkShownTo } from "@/lib/guidance/lists/link";
import { findOwnList } from "@/lib/guidance/lists/queries";
import { formatDay } from "@/lib/i18n/format";
import { listDays, usualDays } from "@/lib/lists/input";
import { endSharingAction, shareClientListAction } from "./actions";

type Props = PageProps<"/[locale]/guidance/lists/[id]/share">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "clients.tabs" });
  return { title: t("share"), robots: { index: false }, referrer: "same-origin" };
}

export default async function SharePage({ params, searchParams }: Props) {
  const [{ locale, id }, { done }] = await Promise.all([params, searchParams]);
  setRequestLocale(locale);
  const person = await requirePerson(`guidance/lists/${id}/share`);
  const { list, items } = (await findOwnList(actorOf(person), id)) ?? notFound();
  if (list.isTemplate) notFound();
  const [t, desk, handover] = await Promise.all([getTranslations("clients.share"), getTranslations("desk"), findHandover()]);
  const url = linkShownTo(list, handover, locale);
  const until = list.readHash !== null && list.expiresOn !== null && list.expiresOn >= today() ? list.expiresOn : null;

  return (
    <ListPage person={person} list={list} current="share" done={done}>
      <p className="mt-5 max-w-[68ch]">{t("text")}</p>
      {url && (
        <section aria-labelledby="link" className="mt-6 max-w-3xl rounded-lg border-2 border-accent bg-raised p-5">
          <h2 id="link" className="text-xl">
            {t("link.title")}
          </h2>
          <p className="mt-1 max-w-[62ch] text-ink-2">{t("link.text")}</p>
          <label htmlFor="address" className="mt-4 mb-1 block font-semibold">
            {t("link.label")}
          </label>
          <input
            id="address"
            readOnly
            value={url}
            className="min-h-11 w-full rounded-md border-[1.5px] border-line-strong bg-paper px-3 py-1.5 font-mono text-sm"
          />
          <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
            <QrCode url={url} />
            <p className="min-w-0 max-w-[40ch] flex-1 basis-56">
              {t("link.code")} <a href={url}>{t("link.open")}</a>
            </p>
          </div>
        </section>
      )}
      {until && (
        <Section id="now" title={t("now", { day: formatDay(until, locale, "long") })}>
          {!url && <p className="mb-4 max-w-[62ch]">{t("notShown")}</p>}
          <ActionForm action={endSharingAction.bind(null, id)} problemsTitle={desk("problems")} label={t("end")}>
            <Button type="submit" look="quiet">
              {t("end")}
            </Button>
          </ActionForm>
        </Section>
      )}
      <Section id="make" title={t(until ? "again" : "make")}>
        {items.length === 0 ? (
          <Nothing className="">{t("nothingYet")}</Nothing>
        ) : (
          <ActionForm
            action={shareClientListAction.bind(null, id)}
            problemsTitle={desk("problems")}
            label={t("make")}
            className="grid max-w-xl gap-5"
          >
            {until && <p>{t("againText")}</p>}
            <input type="hidden" name="once" value={newSecret()} />
            <ChoiceField name="days" label={t("days")} defaultValue={String(usualDays)}>
              {listDays.map((count) => (
                <option key={count} value={count}>
                  {t("daysOption", { count })}
                </option>
              ))}
            </ChoiceField>
            <Button type="submit" className="w-full sm:w-auto sm:justify-self-start">
              {t("make")}
            </Button>
          </ActionForm>
        )}
      </Section>
    </ListPage>
  );
}
