import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { addDays } from "@/lib/days/days";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import type { ProviderView, Succession } from "@/lib/providers/queries";
import { textIn } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";
import { StandingLine } from "./standing-line";

/** What it is called and was called, what it is, and how it stands today. */
export function ProviderHead({ provider }: { provider: ProviderView }) {
  const t = useTranslations("provider.head");
  const locale = useLocale();
  const name = textIn(provider.name, locale);

  return (
    <header className="mt-4 max-w-[60rem]">
      <h1 className="text-[clamp(2rem,1.5rem+2.2vw,3rem)] [overflow-wrap:anywhere]" lang={name?.foreign ? name.language : undefined}>
        {name?.text ?? provider.slug}
      </h1>
      <OtherNames provider={provider} />
      <p className="mt-2 mb-3 text-ink-2">
        {[provider.providerType && labelOf("providerTypes", provider.providerType, locale), provider.town].filter(Boolean).join(" · ")}
      </p>
      <StandingLine standing={provider.standing} />
      <p className="mt-1 ps-6 text-sm print:hidden">
        <a href={address(locale, `register/${provider.slug}`)}>{t("register")}</a>
      </p>
      {provider.earlierNames.map((earlier) => (
        <p key={`${earlier.from} ${Object.values(earlier.name).join()}`} className="mt-1 text-ink-2 text-sm">
          {t("earlier", { until: formatDay(addDays(earlier.until ?? "", -1), locale, "long") })} <LocalText texts={earlier.name} quiet />
        </p>
      ))}
      {provider.successions.map((succession) => (
        <SuccessionLine key={`${succession.slug} ${succession.on}`} succession={succession} />
      ))}
    </header>
  );
}

/** The names in the other languages, when they differ from the one above. */
function OtherNames({ provider }: { provider: ProviderView }) {
  const shown = textIn(provider.name, useLocale())?.text;
  const others = Object.entries(provider.name).filter(([, name]) => name && name !== shown);
  const distinct = [...new Map(others.map(([language, name]) => [name, language]))];
  if (distinct.length === 0) return null;

  return (
    <p className="mt-1 text-ink-2">
      {distinct.map(([name, language], position) => (
        <span key={language}>
          {position > 0 && " · "}
          <span lang={language}>{name}</span>
        </span>
      ))}
    </p>
  );
}

export function SuccessionLine({ succession, folder = "providers" }: { succession: Succession; folder?: "providers" | "register" }) {
  const t = useTranslations("provider.head");
  const locale = useLocale();
  const { kind, later, on, slug, provider, name } = succession;
  const text = <LocalText texts={name} quiet />;

  return (
    <p className="mt-1 text-ink-2 text-sm">
      {t(later ? `successor.${kind}` : `predecessor.${kind}`, { day: formatDay(on, locale, "long") })}{" "}
      {provider ? <a href={address(locale, `${folder}/${slug}`)}>{text}</a> : text}
    </p>
  );
}
