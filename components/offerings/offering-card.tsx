import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KeepOne } from "@/components/lists/keep-one";
import { StateLabel, StateUntil } from "@/components/sessions/state-label";
import { Highlighted } from "@/components/ui/highlighted";
import type { SearchItem } from "@/lib/catalogue/result";
import { address } from "@/lib/i18n/address";
import { formatDay, formatList, formatPrice } from "@/lib/i18n/format";
import { isInvitation } from "@/lib/sessions/session";
import { labelOf, languageName } from "@/lib/vocabularies/vocabulary";
import { Stone } from "./stone";
import { TrustLine } from "./trust-line";

type Props = {
  item: SearchItem;
  /** What a page says of it besides. */
  more?: ReactNode;
  /** What can be done with it, in place of keeping it. */
  acts?: ReactNode;
};

/** One result: the stone, what it is and who gives it, when it next starts. */
export function OfferingCard({ item, more, acts }: Props) {
  const t = useTranslations("search");
  const locale = useLocale();
  const { title, summary, provider } = item;
  const foreign = (language: string) => (language === locale ? {} : { lang: language });

  return (
    <article className="@container border-line border-t py-7">
      <div className="grid grid-cols-2 gap-x-7 gap-y-4 @sm:grid-cols-[10rem_minmax(0,1fr)] @3xl:grid-cols-[10rem_minmax(0,1fr)_13rem]">
        <div className="@max-sm:order-2">
          <Stone eqf={item.eqf} ects={item.ects} hours={item.hours} seed={item.id} />
        </div>
        <div className="min-w-0 @max-sm:order-1 @max-sm:col-span-2">
          <h2 className="font-bold font-text text-lg leading-snug tracking-normal">
            <a href={address(locale, `offerings/${item.slug}`)} className="text-ink hover:text-accent" {...foreign(title.language)}>
              <Highlighted parts={title.parts} />
            </a>
          </h2>
          <p className="mt-1 text-ink-2 text-sm">
            {[provider.name, provider.town].filter(Boolean).join(", ")}
            {title.language !== locale && (
              <span className="ms-2 whitespace-nowrap rounded-sm border border-line bg-sunk px-1.5 py-0.5 text-xs">
                {t("textIn", { language: languageName(title.language, locale) })}
              </span>
            )}
          </p>
          {summary && (
            <p className="mt-2.5 max-w-[62ch]" {...foreign(summary.language)}>
              <Highlighted parts={summary.parts} />
            </p>
          )}
          <Facts item={item} />
          {more}
          {item.accreditation && <TrustLine accreditation={item.accreditation} />}
          <p className="mt-2 flex flex-wrap gap-x-6 print:hidden">{acts ?? <KeepOne slug={item.slug} title={titleOf(item)} />}</p>
        </div>
        <NextSession session={item.session} isEnding={item.accreditation?.warning === "teach-out"} />
      </div>
    </article>
  );
}

/** Its title without marks. */
export function titleOf({ title }: SearchItem): string {
  return title.parts.map(({ text }) => text).join("");
}

function Facts({ item }: { item: SearchItem }) {
  const t = useTranslations("search");
  const locale = useLocale();
  const price = item.session?.price;
  const facts = [
    ...item.modes.map((mode) => labelOf("modes", mode, locale)),
    t("taughtIn", {
      languages: formatList(
        item.languages.map((language) => languageName(language, locale)),
        locale,
      ),
    }),
    ...(price ? [price.amount === 0 ? t("free") : formatPrice(price, locale)] : []),
    ...item.funding.filter((code) => code !== "other").map((code) => labelOf("fundings", code, locale)),
  ];

  return (
    <ul aria-label={t("facts")} className="my-3 flex flex-wrap gap-x-5 gap-y-1 text-ink-2 text-sm">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

/** Where the accreditation lets only those finish who have begun, nobody is invited. */
function NextSession({ session, isEnding }: { session: SearchItem["session"]; isEnding: boolean }) {
  const t = useTranslations("search");
  const locale = useLocale();

  return (
    <div className="text-sm @max-sm:order-3 @sm:@max-3xl:col-start-2 @3xl:text-end">
      {session === null ? (
        <p className="text-ink-2">{t("noSession")}</p>
      ) : (
        <>
          {!(isEnding && isInvitation(session.state)) && (
            <p className="mb-1.5">
              <StateLabel state={session.state} />
              <span className="block">
                <StateUntil state={session.state} />
              </span>
            </p>
          )}
          {session.startsOn !== null && (
            <p className="text-ink-2">
              {t("starts")} <strong className="whitespace-nowrap text-ink">{formatDay(session.startsOn, locale)}</strong>
            </p>
          )}
          {session.towns.length > 0 && (
            <p className="text-ink-2">
              {formatList(session.towns, locale)}
              {session.distance !== null && <span className="block">{t("away", { km: session.distance })}</span>}
            </p>
          )}
          {session.sessions > 1 && <p className="text-ink-2">{t("moreSessions", { count: session.sessions - 1 })}</p>}
        </>
      )}
    </div>
  );
}
