import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EffectWarning, Validity } from "@/components/accreditations/accreditation-facts";
import { AnnexValue } from "@/components/offerings/annex-value";
import { CodeNames } from "@/components/offerings/code-names";
import { LocalText } from "@/components/offerings/local-text";
import { NotStated } from "@/components/offerings/not-stated";
import { ToneMark } from "@/components/ui/tone-mark";
import { type Compared, type ComparedRow, townsOf } from "@/lib/comparisons/comparison";
import type { Day } from "@/lib/days/days";
import { address } from "@/lib/i18n/address";
import { formatList } from "@/lib/i18n/format";
import { completenessOf, type Element } from "@/lib/offerings/completeness";
import { hasText, textIn } from "@/lib/texts/texts";
import { Enrolment, Price, Start } from "./next-session";

type Props = { row: ComparedRow; compared: Compared; day: Day };

/** What one offering says in one row; what it does not say is said to be so. */
export function ComparedValue({ row, compared, day }: Props): ReactNode {
  const { content } = compared.view.version;
  switch (row) {
    case "standing":
      return <Standing compared={compared} />;
    case "price":
      return <Price compared={compared} />;
    case "start":
      return <Start compared={compared} />;
    case "enrolment":
      return <Enrolment compared={compared} day={day} />;
    case "where":
      return <Where towns={townsOf(compared, day)} />;
    case "accreditation":
      return <Accreditation compared={compared} />;
    case "provider":
      return <LocalText texts={compared.view.provider.name} quiet />;
    case "outcomes":
      return <Outcomes compared={compared} />;
    case "countsFor":
      return <CountsFor compared={compared} />;
    case "targetGroups":
      return <Coded of="targetGroups" codes={content.targetGroups} />;
    case "funding":
      return <Coded of="fundings" codes={content.funding} />;
    case "credential":
      return <Coded of="credentialFormats" codes={content.credential} />;
    case "validation":
      return <Coded of="validations" codes={content.validation ? [content.validation] : []} />;
    case "accessibility":
      return hasText(content.accessibility) ? (
        <LocalText texts={content.accessibility} original={content.originalLanguage} quiet />
      ) : (
        <NotStated />
      );
    default:
      return <Annex element={row} compared={compared} />;
  }
}

function Annex({ element, compared: { view } }: { element: Element; compared: Compared }) {
  const { elements } = completenessOf(view.version.content);
  const known = elements.find((one) => one.element === element)?.state === "present";
  return known ? <AnnexValue element={element} view={view} /> : <NotStated />;
}

function Coded({ of, codes }: { of: Parameters<typeof CodeNames>[0]["of"]; codes: string[] }) {
  return codes.length > 0 ? <CodeNames of={of} codes={codes} /> : <NotStated />;
}

/** Whether it can be found in the catalogue today; if not, why. */
function Standing({ compared: { place } }: { compared: Compared }) {
  const t = useTranslations("compare");
  const notice = useTranslations("offering.notice");
  const tone = place.notice ? "bad" : place.teachOut || place.warnings.length > 0 ? "warn" : "good";
  const said = place.notice
    ? notice(`${place.notice.kind}.title`)
    : t(place.teachOut ? "teachOut" : place.warnings.length > 0 ? "limited" : "inCatalogue");

  return (
    <p className={`flex items-baseline gap-2 ${tone === "good" ? "" : "font-semibold"}`}>
      <ToneMark tone={tone} />
      <span className="min-w-0">{said}</span>
    </p>
  );
}

function Where({ towns }: { towns: string[] }) {
  const t = useTranslations("compare");
  const locale = useLocale();
  return towns.length > 0 ? formatList(towns, locale) : <span className="text-ink-2">{t("noPlace")}</span>;
}

function Accreditation({ compared: { place } }: { compared: Compared }) {
  const t = useTranslations("offering.reliance");
  const { inForce } = place;
  if (!inForce) {
    return (
      <p className="flex items-baseline gap-2 font-semibold">
        <ToneMark tone="bad" />
        <span>{t("notCovered")}</span>
      </p>
    );
  }

  return (
    <div className="space-y-1">
      <p>
        <LocalText texts={inForce.title} quiet />
      </p>
      <p className="text-ink-2 text-sm">
        <Validity accreditation={inForce} />
      </p>
      <EffectWarning accreditation={inForce} />
    </div>
  );
}

function Outcomes({ compared: { view } }: { compared: Compared }) {
  const locale = useLocale();
  const { outcomes, originalLanguage } = view.version.content;
  if (outcomes.length === 0) return <NotStated />;

  return (
    <ul className="space-y-1.5 text-sm">
      {outcomes.map(({ text }) => {
        const shown = textIn(text, locale, originalLanguage);
        return (
          <li
            key={shown?.text}
            lang={shown?.foreign ? shown.language : undefined}
            className="border-line border-t pt-1.5 first:border-0 first:pt-0"
          >
            {shown?.text}
          </li>
        );
      })}
    </ul>
  );
}

/** The wholes that it is part of; what the register does not know has no name, only the provider's own reference. */
function CountsFor({ compared: { view } }: { compared: Compared }) {
  const t = useTranslations("compare");
  const locale = useLocale();
  const { into } = view.stacking;
  if (into.length === 0) return <span className="text-ink-2">{t("countsForNothing")}</span>;

  return (
    <ul>
      {into.map(({ reference, slug, title, original }) => (
        <li key={reference}>
          {slug ? (
            <a href={address(locale, `offerings/${slug}`)}>
              <LocalText texts={title} original={original} quiet />
            </a>
          ) : (
            reference
          )}
        </li>
      ))}
    </ul>
  );
}
