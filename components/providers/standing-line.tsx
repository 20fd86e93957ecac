import { useLocale, useTranslations } from "next-intl";
import { type Tone, ToneMark } from "@/components/ui/tone-mark";
import type { ProviderStanding } from "@/lib/accreditations/accreditation";
import { formatDay } from "@/lib/i18n/format";

const tones: Record<ProviderStanding["state"], Tone> = {
  accredited: "good",
  limited: "warn",
  suspended: "bad",
  "not-registered": "bad",
  "not-accredited": "bad",
};

/** What a provider is today, by shape and words. */
export function StandingLine({ standing }: { standing: ProviderStanding }) {
  const t = useTranslations("provider.standing");
  const locale = useLocale();
  const day = "until" in standing ? standing.until : standing.since;
  const edge = day === null ? null : formatDay(day, locale, "long");

  return (
    <p className="flex items-baseline gap-2">
      <ToneMark tone={tones[standing.state]} />
      <span>
        <strong className="font-semibold">{t(`${standing.state}.name`)}</strong>{" "}
        {edge !== null ? t(`${standing.state}.edge`, { day: edge }) : "until" in standing ? t("openEnded") : null}
      </span>
    </p>
  );
}
