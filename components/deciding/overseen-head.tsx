import { useLocale, useTranslations } from "next-intl";
import { StandingLine } from "@/components/providers/standing-line";
import { OutwardLink } from "@/components/ui/outward-link";
import { type AccreditationEntry, providerStanding, type RegistrationEntry } from "@/lib/accreditations/accreditation";
import type { Day } from "@/lib/days/days";
import type { OverseenProvider } from "@/lib/decisions/queries";
import { address } from "@/lib/i18n/address";

/** How a provider stands today, how to reach it, and where the public sees it. */
export function OverseenHead({
  provider,
  registrations,
  accreditations,
  day,
}: {
  provider: OverseenProvider;
  registrations: RegistrationEntry[];
  accreditations: AccreditationEntry[];
  day: Day;
}) {
  const t = useTranslations("deciding.provider");
  const locale = useLocale();
  const { slug, town, email, phone, homepage } = provider;

  return (
    <div className="mt-4 rounded-lg border border-line bg-raised p-5 shadow-soft">
      <StandingLine standing={providerStanding(registrations, accreditations, day)} />
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {town && <li>{town}</li>}
        {email && (
          <li>
            <a href={`mailto:${email}`}>{email}</a>
          </li>
        )}
        {phone && <li>{phone}</li>}
        {homepage && (
          <li>
            <OutwardLink href={homepage}>{homepage.replace(/^https?:\/\//, "")}</OutwardLink>
          </li>
        )}
        {!email && !phone && !homepage && <li className="text-ink-2">{t("noContact")}</li>}
      </ul>
      <p className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
        <a href={address(locale, `providers/${slug}`)}>{t("public")}</a>
        <a href={address(locale, `offerings?provider=${slug}`)}>{t("catalogue")}</a>
      </p>
    </div>
  );
}
