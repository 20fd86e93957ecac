import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { HandedBy, HandedList } from "@/components/guidance/handed-list";
import { PaperFoot } from "@/components/layout/paper-foot";
import { SharedItems } from "@/components/lists/shared-items";
import { TakeAlong } from "@/components/lists/take-along";
import { ButtonLink } from "@/components/ui/button";
import { Nothing } from "@/components/ui/nothing";
import { today } from "@/lib/clock";
import { env } from "@/lib/env";
import { countLinkRead } from "@/lib/guidance/lists/sharing/commands";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { chosenQuery } from "@/lib/lists/chosen";
import { findListByLink, type SharedList } from "@/lib/lists/queries";
import { findPlan } from "@/lib/plans/queries";
import "@/components/lists/print.css";

type Props = PageProps<"/[locale]/lists/[token]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, token } = await params;
  const [t, list] = await Promise.all([getTranslations({ locale, namespace: "lists.shared" }), findListByLink(token)]);
  // The address is a secret: it is not told to where a link leads.
  return {
    title: list?.service ? t("forYou") : list?.title || t("untitled"),
    robots: { index: false, follow: false },
    referrer: "same-origin",
  };
}

export default async function SharedListPage({ params }: Props) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const list = (await findListByLink(token)) ?? notFound();
  const [t, plan] = await Promise.all([getTranslations("lists"), list.service ? findPlan(list.items, list.service.bounds) : null]);
  if (list.service) await countLinkRead(token);
  const day = today();
  const url = new URL(address(locale, `lists/${token}`), env.SITE_URL).href;
  const slugs = list.items.map(({ offering }) => offering.slug);

  return (
    <main id="main" className="wrap pb-8">
      <h1 className="mt-8 text-3xl [overflow-wrap:anywhere]">{list.service ? t("shared.forYou") : list.title || t("shared.untitled")}</h1>
      {list.service && <HandedBy service={list.service.name} day={list.sharedOn} />}
      <Facts list={list} locale={locale} />
      {slugs.length === 0 ? (
        <Nothing action={<ButtonLink href={address(locale, "offerings")}>{t("toSearch")}</ButtonLink>}>{t("shared.gone")}</Nothing>
      ) : (
        <>
          <TakeAlong slugs={slugs} query={`?${new URLSearchParams({ list: token })}`} />
          <p className="mt-1 text-sm print:hidden">
            <a href={address(locale, `lists${chosenQuery(slugs)}`)} rel="nofollow" className="inline-flex min-h-9 items-center">
              {t("shared.copy")}
            </a>
          </p>
        </>
      )}
      {list.service && plan ? (
        <HandedList items={list.items} plan={plan} bounds={list.service.bounds} day={day} url={url} />
      ) : (
        <>
          <SharedItems items={list.items} day={day} />
          <PaperFoot url={url} day={day} />
        </>
      )}
    </main>
  );
}

async function Facts({ list, locale }: { list: SharedList; locale: string }) {
  const t = await getTranslations("lists.shared");
  const changed = list.items.filter(({ changes }) => changes.length > 0).length;

  return (
    <p className="mt-2 max-w-[62ch] text-ink-2">
      {t("on", { day: formatDay(list.sharedOn, locale, "long"), until: formatDay(list.expiresOn, locale, "long") })}{" "}
      {list.changedOn !== list.sharedOn && t("changedOn", { day: formatDay(list.changedOn, locale, "long") })}{" "}
      {list.items.length > 0 && t(changed === 0 ? "none" : "some", { count: changed })}
    </p>
  );
}
