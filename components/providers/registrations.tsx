import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LocalText } from "@/components/offerings/local-text";
import { OutwardLink } from "@/components/ui/outward-link";
import { Section } from "@/components/ui/section";
import { type Tone, ToneMark } from "@/components/ui/tone-mark";
import { lastDay, type RegistrationEntry } from "@/lib/accreditations/accreditation";
import { contains, type Day } from "@/lib/days/days";
import { formatDay } from "@/lib/i18n/format";
import { hasText } from "@/lib/texts/texts";

const tones: Record<string, Tone> = { registered: "good", suspended: "bad", withdrawn: "bad" };

type Props<R> = { registrations: R[]; day: Day; basis?: (registration: R) => ReactNode };

/** What each authority holds, the newest first; `basis` says how long and by what. Applications and refusals are not public. */
export function Registrations<R extends RegistrationEntry>({ registrations, day, basis }: Props<R>) {
  const t = useTranslations("provider.registration");
  const shown = registrations.filter(({ status }) => status in tones).toReversed();

  return (
    <Section id="registration" title={t("title")}>
      <ul className="max-w-[46rem]">
        {shown.map((one) => (
          <Registration
            key={`${one.status} ${one.valid.from} ${Object.values(one.authority).join()}`}
            registration={one}
            day={day}
            basis={basis?.(one)}
          />
        ))}
      </ul>
    </Section>
  );
}

function Registration({ registration, day, basis }: { registration: RegistrationEntry; day: Day; basis: ReactNode }) {
  const t = useTranslations("provider.registration");
  const locale = useLocale();
  const { status, valid, authority, decision } = registration;
  const holds = contains(valid, day);
  const end = lastDay(valid);
  const from = valid.from === null ? "" : formatDay(valid.from, locale, "long");

  return (
    <li className="flex items-baseline gap-2.5 border-line border-t py-3">
      <ToneMark tone={holds ? (tones[status] ?? "none") : "none"} />
      <div className="min-w-0">
        <p>
          <strong className="font-semibold">{t(`status.${status as "registered"}`)}</strong> · <LocalText texts={authority} quiet />
        </p>
        {basis ?? (
          <p className="text-ink-2 text-sm">
            {end === null ? t("since", { from }) : t("period", { from, until: formatDay(end, locale, "long") })}
          </p>
        )}
        {hasText(decision.statement) && (
          <p className="mt-1 text-sm">
            <LocalText texts={decision.statement} />
          </p>
        )}
        {!basis && decision.documentUrl && (
          <OutwardLink href={decision.documentUrl} className="text-sm">
            {t("decision", { day: formatDay(decision.decidedOn, locale, "long") })}
          </OutwardLink>
        )}
      </div>
    </li>
  );
}
