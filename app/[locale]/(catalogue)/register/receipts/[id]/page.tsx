import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Fact, FactList } from "@/components/offerings/about";
import { LocalText } from "@/components/offerings/local-text";
import { AnswerView } from "@/components/register/answer-view";
import { ReceiptCheck } from "@/components/register/receipt-check";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Section } from "@/components/ui/section";
import { ToneMark } from "@/components/ui/tone-mark";
import { dayOf, today } from "@/lib/clock";
import { env } from "@/lib/env";
import { address } from "@/lib/i18n/address";
import { formatDay, formatTime } from "@/lib/i18n/format";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { pageMetadata } from "@/lib/i18n/metadata";
import { toDate } from "@/lib/register/moment";
import { questionParams } from "@/lib/register/question";
import { findReceipt, type Receipt } from "@/lib/register/receipts/queries";
import { scopeOf } from "@/lib/register/sentence";
import "@/components/register/print.css";

type Props = PageProps<"/[locale]/register/receipts/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const receipt = (await findReceipt(id)) ?? notFound();
  const t = await getTranslations({ locale, namespace: "register.receipt" });
  return pageMetadata({
    locale,
    path: `register/receipts/${receipt.id}`,
    title: t("title", { id }),
    description: t("name"),
    noindex: true,
  });
}

export default async function ReceiptPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const receipt = (await findReceipt(id)) ?? notFound();
  const t = await getTranslations("register");
  const { document, holds, kid, givenAt } = receipt;
  const known = toDate(document.asKnownAt);
  const on = (moment: Date) => formatDay(dayOf(moment), locale, "long");

  return (
    <main id="main" className="wrap pb-8">
      <Breadcrumb label={t("breadcrumb")} steps={[{ href: address(locale, "register"), name: t("title") }]} />
      <header className="mt-4">
        <h1 className="text-3xl [overflow-wrap:anywhere]">{t("receipt.title", { id })}</h1>
        <p className="mt-1 text-ink-2">{t("receipt.name")}</p>
      </header>
      <p
        className={`mt-5 flex max-w-[62rem] items-baseline gap-3 rounded-e-md border-s-8 px-4 py-3 font-semibold ${holds ? "border-good bg-good-soft" : "border-bad bg-bad-soft"}`}
      >
        <ToneMark tone={holds ? "good" : "bad"} />
        {t(holds ? "receipt.holds" : "receipt.broken")}
      </p>
      <p className="mt-2 max-w-[66ch] text-ink-2 text-sm">
        {t("receipt.given", { day: on(givenAt), time: formatTime(givenAt, locale) })}{" "}
        {document.question.asKnownOn.length > 10 && t("receipt.unchanged", { day: on(known), time: formatTime(known, locale) })}
      </p>
      <p className="hidden text-sm print:block">
        {t("receipt.permanent")} {new URL(address(locale, `register/receipts/${id}`), env.SITE_URL).toString()}
      </p>
      <Asked receipt={receipt} locale={locale} />
      <section aria-labelledby="answer-title" className="mt-10">
        <h2 id="answer-title" className="mb-3 text-2xl">
          {t("answer.title")}
        </h2>
        <AnswerView document={document} today={today()} />
      </section>
      <p className="mt-4 text-sm [overflow-wrap:anywhere]">
        {t("receipt.key")} <code>{kid}</code>
      </p>
      <ReceiptCheck receipt={receipt} site={env.SITE_URL} />
    </main>
  );
}

async function Asked({ receipt, locale }: { receipt: Receipt; locale: string }) {
  const t = await getTranslations("register.receipt");
  const { question, asKnownAt } = receipt.document;
  const { provider, validOn, asKnownOn } = question;
  const isDay = asKnownOn.length === 10;
  const moment = toDate(asKnownAt);
  const known = isDay ? formatDay(asKnownOn, locale, "long") : `${formatDay(dayOf(moment), locale, "long")}, ${formatTime(moment, locale)}`;
  const href = `${address(locale, `register/${provider.slug}`)}?${new URLSearchParams([...questionParams(question), ["ask", "1"]])}`;

  return (
    <Section
      id="question"
      title={t("question")}
      aside={
        <a href={`${href}#answer`} rel="nofollow" className="print:hidden">
          {t("again")}
        </a>
      }
    >
      <FactList>
        <Fact label={t("provider")}>
          <a href={address(locale, `register/${provider.slug}`)}>
            {Object.keys(provider.name).length === 0 ? provider.slug : <LocalText texts={provider.name} quiet />}
          </a>
        </Fact>
        <Fact label={t("scope")}>{scopeOf(question, isLocale(locale) ? locale : defaultLocale) || t("anything")}</Fact>
        <Fact label={t("validOn")}>{formatDay(validOn, locale, "long")}</Fact>
        <Fact label={t("asKnownOn")}>{known}</Fact>
      </FactList>
    </Section>
  );
}
