import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LanguageNote } from "@/components/offerings/local-text";
import { Stone } from "@/components/offerings/stone";
import { StateLabel, StateUntil } from "@/components/sessions/state-label";
import { ToneMark } from "@/components/ui/tone-mark";
import type { Day } from "@/lib/days/days";
import { address } from "@/lib/i18n/address";
import { formatDay, formatList, formatPrice } from "@/lib/i18n/format";
import type { KeptOffering } from "@/lib/lists/kept";
import { nextSession } from "@/lib/sessions/next";
import { isInvitation, sessionState } from "@/lib/sessions/session";
import { plainText, textIn } from "@/lib/texts/texts";
import { labelOf, languageName } from "@/lib/vocabularies/vocabulary";

type Props = { offering: KeptOffering; day: Day; children?: ReactNode };

/** An offering of a list. One that has left the catalogue stays in it and says so: its reader counts on it. `children` are what is said and done below it. */
export function KeptCard({ offering, day, children }: Props) {
  const locale = useLocale();
  const title = textIn(offering.title, locale, offering.original);
  const { provider } = offering;

  return (
    <article className="grid break-inside-avoid grid-cols-2 gap-x-7 gap-y-3 border-line border-t py-6 sm:grid-cols-[10rem_minmax(0,1fr)_13rem] print:grid-cols-[3.4cm_minmax(0,1fr)_4.6cm] print:py-3">
      <div className="max-sm:order-2">
        <Stone eqf={offering.eqf} ects={offering.ects} hours={offering.hours} seed={offering.id} />
      </div>
      <div className="min-w-0 max-sm:order-1 max-sm:col-span-2 print:order-none print:col-span-1">
        <h2 className="font-bold font-text text-lg leading-snug tracking-normal">
          <a
            href={address(locale, `offerings/${offering.slug}`)}
            lang={title?.foreign ? title.language : undefined}
            className="text-ink [overflow-wrap:anywhere] hover:text-accent"
          >
            {title?.text ?? offering.slug}
          </a>
          {title?.foreign && <LanguageNote language={title.language} />}
        </h2>
        <p className="mt-1 text-ink-2 text-sm">
          {[plainText(provider.name, locale), provider.town].filter(Boolean).join(", ")}
          <span className="block">
            {[
              ...offering.modes.map((mode) => labelOf("modes", mode, locale)),
              formatList(
                offering.languages.map((language) => languageName(language, locale)),
                locale,
              ),
            ].join(" · ")}
          </span>
        </p>
        <Notice offering={offering} />
        {children}
      </div>
      <Next offering={offering} day={day} />
    </article>
  );
}

function Notice({ offering: { notice, teachOut } }: { offering: KeptOffering }) {
  const t = useTranslations("offering.notice");
  const compare = useTranslations("compare");
  if (notice === null && !teachOut) return null;

  return (
    <p className="mt-2 flex items-baseline gap-2 font-semibold text-sm">
      <ToneMark tone={notice ? "bad" : "warn"} />
      <span>{notice ? t(`${notice}.title`) : compare("teachOut")}</span>
    </p>
  );
}

/** When it next begins, and at what price; nothing of this where it is out of the catalogue. */
function Next({ offering, day }: { offering: KeptOffering; day: Day }) {
  const t = useTranslations("search");
  const locale = useLocale();
  const next = offering.notice === null ? nextSession(offering.sessions, day) : undefined;
  if (!next) return <p className="text-ink-2 text-sm max-sm:order-3 sm:text-end print:text-end">{t("noSession")}</p>;

  const state = sessionState(next, day);
  const price = next.prices.find(({ learnerGroup }) => learnerGroup === "everyone");
  const towns = [...new Set(next.places.map(({ town }) => town))];
  return (
    <div className="text-sm max-sm:order-3 sm:text-end print:text-end">
      {!(offering.teachOut && isInvitation(state)) && (
        <p className="mb-1.5">
          <StateLabel state={state} />
          <span className="block">
            <StateUntil state={state} />
          </span>
        </p>
      )}
      {next.startsOn !== null && (
        <p className="text-ink-2">
          {t("starts")} <strong className="whitespace-nowrap text-ink">{formatDay(next.startsOn, locale)}</strong>
        </p>
      )}
      {towns.length > 0 && <p className="text-ink-2">{formatList(towns, locale)}</p>}
      {price && <p className="text-ink-2">{price.amount === 0 ? t("free") : formatPrice(price, locale)}</p>}
    </div>
  );
}
