import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { OutwardLink } from "@/components/ui/outward-link";
import { ToneMark } from "@/components/ui/tone-mark";
import { lastDay, type RestrictionEntry } from "@/lib/accreditations/accreditation";
import { contains, type Day } from "@/lib/days/days";
import { formatDay } from "@/lib/i18n/format";
import { hasText, plainText } from "@/lib/texts/texts";
import type { RestrictionFact } from "@/lib/visibility/visibility";
import { ScopeList } from "./scope-list";

/** What a restriction says in one line. */
export function RestrictionTitle({ restriction }: { restriction: Pick<RestrictionFact, "effect" | "effectOn"> }) {
  const t = useTranslations("deciding.public.restricted.title");
  const locale = useLocale();
  const { effect, effectOn } = restriction;
  return t(effect, { day: effectOn === null ? "" : formatDay(effectOn, locale, "long") });
}

/** Every restriction with the decision that it cannot outlive: in what words, by whom, until when, and how to contest it. */
export function RestrictionList({ restrictions, day }: { restrictions: RestrictionEntry[]; day: Day }) {
  return (
    <ul className="max-w-[50rem]">
      {restrictions.map((one) => (
        <li key={one.id} className="flex items-baseline gap-2.5 border-line border-t py-4">
          <ToneMark tone={!contains(one.valid, day) ? "none" : one.effect === "hidden" ? "bad" : "warn"} />
          <div className="min-w-0">
            <p className="font-semibold">
              <RestrictionTitle restriction={one} />
            </p>
            <RestrictionDays restriction={one} />
            <Bearing restriction={one} />
            <RestrictionDecision restriction={one} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function RestrictionDays({ restriction: { valid } }: { restriction: RestrictionEntry }) {
  const t = useTranslations("provider.registration");
  const locale = useLocale();
  const from = valid.from === null ? "" : formatDay(valid.from, locale, "long");
  const end = lastDay(valid);
  return (
    <p className="text-ink-2 text-sm">
      {end === null ? t("since", { from }) : t("period", { from, until: formatDay(end, locale, "long") })}
    </p>
  );
}

/** On which part of what the provider offers it bears. */
export function Bearing({ restriction }: { restriction: RestrictionEntry }) {
  const t = useTranslations("deciding.public.restricted");
  const { eqfLevels, fields, settings, offeringId } = restriction;
  const everything = eqfLevels === null && fields === null && settings === null && offeringId === null;

  return (
    <div className="mt-1 text-sm">
      <span className="text-ink-2">{t("bears")}</span>{" "}
      {everything ? (
        t("everything")
      ) : (
        <ScopeList scope={{ eqfLevels, fields, settings, jurisdictions: null }} offering={offeringId !== null} limitedOnly />
      )}
    </div>
  );
}

/** The decision behind it: its words, who decided when, when it is looked at again, and where one contests it. */
export function RestrictionDecision({ restriction }: { restriction: RestrictionEntry }) {
  const t = useTranslations("deciding.public.restricted");
  const common = useTranslations("common.notice");
  const locale = useLocale();
  const { decision, valid } = restriction;
  const end = lastDay(valid);

  return (
    <>
      {hasText(decision.statement) && (
        <blockquote className="wrap-anywhere mt-3 border-current/40 border-s-2 ps-4">
          <LocalText texts={decision.statement} />
        </blockquote>
      )}
      <p className="mt-2 text-sm">
        {t("number", { number: decision.number })}. {common("decidedBy")} <LocalText texts={decision.authority} quiet />,{" "}
        {formatDay(decision.decidedOn, locale, "long")}
      </p>
      {decision.reviewOn && <p className="text-sm">{t("review", { day: formatDay(decision.reviewOn, locale, "long") })}</p>}
      {end && <p className="text-sm">{t("ends", { day: formatDay(end, locale, "long") })}</p>}
      {decision.documentUrl && (
        <p className="text-sm">
          <OutwardLink href={decision.documentUrl}>{common("document")}</OutwardLink>
        </p>
      )}
      <Contest decision={decision} />
    </>
  );
}

function Contest({ decision }: { decision: RestrictionEntry["decision"] }) {
  const t = useTranslations("deciding.public.restricted");
  const locale = useLocale();
  const { email, homepage } = decision.contact;
  if (!email && !homepage) return null;

  return (
    <p className="text-sm">
      {t("contest", { authority: plainText(decision.authority, locale) })}{" "}
      {email ? <a href={`mailto:${email}`}>{email}</a> : <OutwardLink href={homepage ?? ""}>{homepage}</OutwardLink>}
    </p>
  );
}
