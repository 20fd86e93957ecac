import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { OutwardLink } from "@/components/ui/outward-link";
import { type Tone, ToneMark } from "@/components/ui/tone-mark";
import { type AccreditationEntry, type AccreditationState, accreditationState, lastDay } from "@/lib/accreditations/accreditation";
import type { Day } from "@/lib/days/days";
import { formatDay } from "@/lib/i18n/format";
import { hasText } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";

const tones: Record<AccreditationState, Tone> = {
  "in-force": "good",
  "no-new-starts": "warn",
  "teach-out": "warn",
  "to-come": "none",
  ended: "none",
  withdrawn: "bad",
};

/** What an accreditation is today, by shape and word. */
export function AccreditationMark({ accreditation, day }: { accreditation: AccreditationEntry; day: Day }) {
  const t = useTranslations("provider.timeline.states");
  const state = accreditationState(accreditation, day);

  return (
    <span className="inline-flex items-baseline gap-2 font-semibold">
      <ToneMark tone={tones[state]} />
      {t(state)}
    </span>
  );
}

/** Its validity with its basis: a last day, or stated as open-ended. Never a missing end. */
export function Validity({ accreditation }: { accreditation: AccreditationEntry }) {
  const t = useTranslations("provider.basis");
  const locale = useLocale();
  const { valid } = accreditation;
  const from = valid.from === null ? "" : formatDay(valid.from, locale, "long");
  const end = lastDay(valid);
  return end === null ? t("openEnded", { from }) : t("until", { from, until: formatDay(end, locale, "long") });
}

/** What an effect short of full means for learners; nothing where it is full. */
export function EffectWarning({ accreditation }: { accreditation: AccreditationEntry }) {
  const t = useTranslations("provider.effect");
  const locale = useLocale();
  const { effect, effectOn } = accreditation;
  if (effect === "full") return null;
  const on = effectOn === null ? "" : formatDay(effectOn, locale, "long");
  return <p className="rounded-e-md border-warn border-s-4 bg-warn-soft px-3 py-2 text-sm">{t(effect, { on })}</p>;
}

/** Who decided what it is by which standard. */
export function StandardAndBody({ accreditation }: { accreditation: AccreditationEntry }) {
  const t = useTranslations("provider.accreditation");
  const locale = useLocale();
  const { type, standard, standardLabel, body } = accreditation;

  return (
    <dl className="text-sm">
      <Line label={t("type")}>{labelOf("accreditationTypes", type, locale)}</Line>
      <Line label={t("standard")}>
        {hasText(standardLabel) ? <LocalText texts={standardLabel} quiet /> : labelOf("qualityStandards", standard, locale)}
      </Line>
      <Line label={t("body")}>
        <LocalText texts={body} quiet />
      </Line>
    </dl>
  );
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  const t = useTranslations("common");

  return (
    <div className="py-0.5">
      <dt className="inline text-ink-2">{t("labelled", { label })} </dt>
      <dd className="inline">{children}</dd>
    </div>
  );
}

/** The papers behind it. */
export function AccreditationLinks({ accreditation }: { accreditation: AccreditationEntry }) {
  const t = useTranslations("provider.accreditation");
  const decision = accreditation.decisionUrl ?? accreditation.decision?.documentUrl ?? null;
  if (decision === null && accreditation.reportUrl === null) return null;

  return (
    <ul className="flex flex-wrap gap-x-4 text-sm">
      {decision !== null && (
        <li>
          <OutwardLink href={decision}>{t("decision")}</OutwardLink>
        </li>
      )}
      {accreditation.reportUrl !== null && (
        <li>
          <OutwardLink href={accreditation.reportUrl}>{t("report")}</OutwardLink>
        </li>
      )}
    </ul>
  );
}
