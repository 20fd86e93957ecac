import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PaperFoot } from "@/components/layout/paper-foot";
import { AddByAddress } from "@/components/lists/add-by-address";
import { KeptCard } from "@/components/lists/kept-card";
import { RemoveLink } from "@/components/lists/remove-link";
import { TakeAlong } from "@/components/lists/take-along";
import { ChooseTick, Choosing } from "@/components/offerings/choosing";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Nothing } from "@/components/ui/nothing";
import { Notice } from "@/components/ui/notice";
import { today } from "@/lib/clock";
import { env } from "@/lib/env";
import { address } from "@/lib/i18n/address";
import { pageMetadata } from "@/lib/i18n/metadata";
import { chosenQuery, mostKept, readChosen } from "@/lib/lists/chosen";
import { listKept } from "@/lib/lists/offerings/queries";
import { plainText } from "@/lib/texts/texts";
import "@/components/lists/print.css";

type Props = PageProps<"/[locale]/lists">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ locale }, { o }] = await Promise.all([params, searchParams]);
  const t = await getTranslations({ locale, namespace: "lists" });
  return pageMetadata({ locale, path: `lists${chosenQuery(readChosen(o))}`, title: t("title"), description: t("lead"), noindex: true });
}

export default async function ListPage({ params, searchParams }: Props) {
  const [{ locale }, { o }] = await Promise.all([params, searchParams]);
  setRequestLocale(locale);
  const chosen = readChosen(o);
  const [t, offerings] = await Promise.all([getTranslations("lists"), listKept({ slugs: chosen.slice(0, mostKept) })]);
  const day = today();
  const slugs = offerings.map(({ slug }) => slug);
  const hrefOf = (of: string[]) => address(locale, `lists${chosenQuery(of)}`);

  return (
    <main id="main" className="wrap pb-8">
      <Breadcrumb label={t("breadcrumb")} steps={[{ href: address(locale, "offerings"), name: t("find") }]} />
      <h1 className="mt-4 text-3xl">{t("title")}</h1>
      {offerings.length > 0 && <p className="mt-2 font-semibold">{t("count", { count: offerings.length })}</p>}
      <p className="mt-2 max-w-[62ch] text-ink-2 print:hidden">
        {t("lead")} {t("browser")}
      </p>
      <div className="mt-4 space-y-3 empty:hidden">
        {chosen
          .slice(0, mostKept)
          .filter((slug) => !slugs.includes(slug))
          .map((slug) => (
            <Notice key={slug}>{t("unknown", { slug })}</Notice>
          ))}
        {chosen.length > mostKept && <Notice>{t("tooMany", { most: mostKept, count: chosen.length - mostKept })}</Notice>}
      </div>
      {offerings.length === 0 ? (
        <Nothing action={<ButtonLink href={address(locale, "offerings")}>{t("toSearch")}</ButtonLink>}>{t("empty")}</Nothing>
      ) : (
        <>
          <TakeAlong slugs={slugs} query={chosenQuery(slugs)} share />
          <Choosing keep={false}>
            <ol className="mt-6">
              {offerings.map((offering) => {
                const title = plainText(offering.title, locale, offering.original);
                return (
                  <li key={offering.id}>
                    <KeptCard offering={offering} day={day}>
                      <p className="mt-2 flex flex-wrap gap-x-6 print:hidden">
                        <ChooseTick slug={offering.slug} title={title} />
                        <RemoveLink slug={offering.slug} href={hrefOf(slugs.filter((slug) => slug !== offering.slug))}>
                          {t("remove")} <span className="sr-only">{title}</span>
                        </RemoveLink>
                      </p>
                    </KeptCard>
                  </li>
                );
              })}
            </ol>
          </Choosing>
        </>
      )}
      <AddByAddress slugs={slugs} />
      {offerings.length > 0 && <PaperFoot url={new URL(hrefOf(slugs), env.SITE_URL).href} day={day} />}
    </main>
  );
}
