import { useLocale, useTranslations } from "next-intl";
import { StandingLine } from "@/components/providers/standing-line";
import { address } from "@/lib/i18n/address";
import type { RegisterRecord } from "@/lib/register/record/queries";
import { textIn } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";

/** Who it is, how it stands on the day, and where else it can be read of. */
export function OrganisationHead({ record, clocks }: { record: RegisterRecord; clocks: string }) {
  const t = useTranslations("register.organisation");
  const locale = useLocale();
  const { slug, providerType, town, standing, isProvider } = record;
  const name = textIn(record.name, locale);

  return (
    <header className="mt-4 flex flex-wrap items-end justify-between gap-x-10 gap-y-4">
      <div className="min-w-0 max-w-[60rem]">
        <h1 className="text-[clamp(1.6rem,1.1rem+2.8vw,3rem)] [overflow-wrap:anywhere]" lang={name?.foreign ? name.language : undefined}>
          {name?.text ?? slug}
        </h1>
        <p className="mt-2 mb-3 text-ink-2">
          {[providerType && labelOf("providerTypes", providerType, locale), town].filter(Boolean).join(" · ")}
        </p>
        <StandingLine standing={standing} />
      </div>
      <ul className="text-sm print:hidden">
        {isProvider && (
          <li>
            <a href={address(locale, `providers/${slug}`)} className="inline-block py-1">
              {t("toProvider")}
            </a>
          </li>
        )}
        <li>
          <a href={`/api/v1/register/organisations/${slug}${clocks ? `?${clocks}` : ""}`} className="inline-block py-1">
            {t("api")}
          </a>
        </li>
      </ul>
    </header>
  );
}
