import { useLocale, useTranslations } from "next-intl";
import { Fact, FactList } from "@/components/offerings/about";
import { OutwardLink } from "@/components/ui/outward-link";
import { regionName } from "@/lib/accreditations/scope";
import type { ProviderView } from "@/lib/providers/queries";

/** Where it is, how to reach it, how others number it. */
export function ProviderContact({ provider }: { provider: ProviderView }) {
  const t = useTranslations("provider.contact");
  const locale = useLocale();
  const { street, postalCode, town, nuts, homepage, email, phone, identifiers } = provider;

  return (
    <FactList>
      <Fact label={t("place")}>
        {[street, [postalCode, town].filter(Boolean).join(" ")].filter(Boolean).join(", ")}
        {nuts && <span className="block text-ink-2 text-sm">{regionName(nuts, locale)}</span>}
      </Fact>
      {homepage && (
        <Fact label={t("homepage")}>
          <OutwardLink href={homepage}>{homepage.replace(/^https?:\/\//, "")}</OutwardLink>
        </Fact>
      )}
      {email && (
        <Fact label={t("email")}>
          <a href={`mailto:${email}`}>{email}</a>
        </Fact>
      )}
      {phone && (
        <Fact label={t("phone")}>
          <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>
        </Fact>
      )}
      {identifiers.length > 0 && (
        <Fact label={t("identifiers")}>
          <ul>
            {identifiers.map(({ scheme, value }) => (
              <li key={`${scheme} ${value}`}>
                <span className="text-ink-2 text-sm">{t(`schemes.${scheme as "vat"}`)}</span> {value}
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </FactList>
  );
}
