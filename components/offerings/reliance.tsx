import { useLocale, useTranslations } from "next-intl";
import {
  AccreditationLinks,
  AccreditationMark,
  EffectWarning,
  StandardAndBody,
  Validity,
} from "@/components/accreditations/accreditation-facts";
import { AccreditationTimeline } from "@/components/accreditations/accreditation-timeline";
import { ScopeList } from "@/components/accreditations/scope-list";
import { AuditedLines } from "@/components/audits/summary-parts";
import { Panel } from "@/components/ui/panel";
import { ToneMark } from "@/components/ui/tone-mark";
import { accreditationState } from "@/lib/accreditations/accreditation";
import type { SummaryView } from "@/lib/audits/public/queries";
import type { Day } from "@/lib/days/days";
import { address } from "@/lib/i18n/address";
import type { OfferingPlace } from "@/lib/offerings/place";
import type { OfferingView } from "@/lib/offerings/queries";
import { questionParams } from "@/lib/register/question";
import { hasText } from "@/lib/texts/texts";
import { covers } from "@/lib/visibility/visibility";
import { LocalText } from "./local-text";
import { CatalogueWide, NotStated } from "./not-stated";
import { QualityNames } from "./quality-names";

type Props = { view: OfferingView; day: Day; place: OfferingPlace; audited: SummaryView[] };

/** Can I rely on it? Which accreditation covers it, for what and until when, and what the provider says of its quality, and what audits of it came to. */
export function Reliance({ view, day, place: { scope, inForce, warnings }, audited }: Props) {
  const t = useTranslations("offering.reliance");
  const locale = useLocale();
  const covering = view.accreditations.filter((one) => covers(one, scope));
  // What holds and yet lets nothing be shown waits for the provider's registration.
  const holds = covering.some((one) => ["in-force", "no-new-starts", "teach-out"].includes(accreditationState(one, day)));

  return (
    <Panel id="reliance" title={t("title")}>
      {inForce ? (
        <div className="space-y-2.5">
          <p className="flex items-baseline gap-2 font-semibold">
            <ToneMark tone={inForce.effect === "full" && warnings.length === 0 ? "good" : "warn"} />
            <span>{t("covered")}</span>
          </p>
          <h3>
            <LocalText texts={inForce.title} />
          </h3>
          <p className="text-sm">
            <Validity accreditation={inForce} />
          </p>
          <EffectWarning accreditation={inForce} />
          <ScopeList scope={inForce} offering={inForce.offeringId !== null} />
          <StandardAndBody accreditation={inForce} />
          <AccreditationLinks accreditation={inForce} />
        </div>
      ) : (
        <div className="space-y-2">
          <p className="flex items-baseline gap-2 font-semibold">
            <ToneMark tone="bad" />
            <span>{t(holds ? "notCounting" : "notCovered")}</span>
          </p>
          {covering.map((one) => (
            <p key={one.id} className="text-sm">
              <LocalText texts={one.title} quiet />. <Validity accreditation={one} /> <AccreditationMark accreditation={one} day={day} />
            </p>
          ))}
        </div>
      )}
      {covering.length > 0 && (
        <div className="mt-4">
          <AccreditationTimeline accreditations={covering} day={day} />
        </div>
      )}
      <Declared view={view} />
      {audited.length > 0 && (
        <div className="mt-4 border-line border-t pt-3 text-sm">
          <h3 className="mb-1">{t("audited")}</h3>
          <AuditedLines rows={audited} own />
        </div>
      )}
      <p className="mt-3 text-sm">
        <a href={`${address(locale, `providers/${view.provider.slug}`)}#accreditations`}>{t("allAccreditations")}</a>
      </p>
      <p className="mt-1 text-sm print:hidden">
        <a href={`${address(locale, `register/${view.provider.slug}`)}?${questionOf(view)}#answer`} rel="nofollow">
          {t("askRegister")}
        </a>
      </p>
    </Panel>
  );
}

/** What the register is asked of the offering: was its provider accredited for it? */
function questionOf({ version: { content } }: OfferingView): URLSearchParams {
  const [field = null] = content.fields;
  return new URLSearchParams([["ask", "1"], ...questionParams({ eqf: content.eqf, field })]);
}

/** The quality assurance as the provider declares it. */
function Declared({ view }: { view: OfferingView }) {
  const t = useTranslations("offering.reliance");
  const { content } = view.version;

  return (
    <div className="mt-4 border-line border-t pt-3 text-sm">
      <h3>{t("declared")}</h3>
      {content.quality.length === 0 ? <NotStated /> : <QualityNames view={view} />}
      {hasText(content.qualityNote) && (
        <p className="mt-1">
          <LocalText texts={content.qualityNote} original={content.originalLanguage} />
        </p>
      )}
      <p className="mt-1 text-ink-2">
        {t("statedBy")} <LocalText texts={view.provider.name} quiet />
      </p>
      <CatalogueWide content={content} fields={["quality", "qualityNote"]} />
    </div>
  );
}
