import { useLocale, useTranslations } from "next-intl";
import { OutwardLink } from "@/components/ui/outward-link";
import { Section } from "@/components/ui/section";
import { ToneMark } from "@/components/ui/tone-mark";
import { formatDay, formatList, formatNumber } from "@/lib/i18n/format";
import type { OfferingView, VerificationEntry } from "@/lib/offerings/queries";
import { labelOf } from "@/lib/vocabularies/vocabulary";
import { LocalText } from "./local-text";
import { NotStated } from "./not-stated";

const fields = ["level", "credits", "quality"] as const;
const cell = "py-2.5 pe-5 max-sm:block max-sm:py-0.5";

/** Declared and verified are two things: who said it, and who else found it true. */
export function Verified({ view }: { view: OfferingView }) {
  const t = useTranslations("offering.verified");

  return (
    <Section id="verified" title={t("title")}>
      <p className="mb-3 max-w-[62ch] text-ink-2">{t("lead")}</p>
      <table className="w-full max-w-[50rem] text-start max-sm:block">
        <thead className="max-sm:sr-only">
          <tr className="border-line border-b text-ink-2 text-sm">
            {(["what", "declared", "verified"] as const).map((column) => (
              <th key={column} scope="col" className="py-2 pe-5 text-start font-semibold">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {fields.map((field) => (
            <tr key={field} className="border-line border-b align-top max-sm:block max-sm:py-2">
              <th scope="row" className={`text-start font-semibold ${cell}`}>
                {t(field)}
              </th>
              <td className={cell}>
                <Declared view={view} field={field} />
                <p className="text-ink-2 text-sm">
                  <LocalText texts={view.provider.name} quiet />
                </p>
              </td>
              <td className={cell}>
                <Verification found={view.verifications.filter((one) => one.field === field)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Declared({ view, field }: { view: OfferingView; field: VerificationEntry["field"] }) {
  const t = useTranslations("offering.glance");
  const locale = useLocale();
  const { eqf, ects, quality } = view.version.content;
  if (field === "level") return eqf === null ? <NotStated /> : t("eqf", { level: eqf });
  if (field === "credits") return ects === null ? <NotStated /> : t("ects", { ects: formatNumber(ects, locale) });
  if (quality.length === 0) return <NotStated />;
  return formatList(
    quality.map((code) => labelOf("qualityStandards", code, locale)),
    locale,
  );
}

function Verification({ found }: { found: VerificationEntry[] }) {
  const t = useTranslations("offering.verified");
  const locale = useLocale();
  if (found.length === 0) {
    return (
      <span className="flex items-baseline gap-2 text-ink-2">
        <ToneMark tone="none" />
        {t("notYet")}
      </span>
    );
  }

  return found.map((one) => (
    <div key={`${one.on} ${Object.values(one.by).join()}`} className="flex items-baseline gap-2">
      <ToneMark tone="good" />
      <div>
        <p>{valueText(one)}</p>
        <p className="text-ink-2 text-sm">
          <LocalText texts={one.by} quiet />, {formatDay(one.on, locale, "long")}
        </p>
        {one.evidenceUrl !== null && (
          <OutwardLink href={one.evidenceUrl} className="text-sm">
            {t("evidence")}
          </OutwardLink>
        )}
      </div>
    </div>
  ));

  function valueText({ field, value }: VerificationEntry): string {
    if (field === "level" && /^[1-8]$/.test(value)) return t("levelFound", { level: value });
    if (field === "credits" && Number(value) > 0) return t("creditsFound", { ects: formatNumber(Number(value), locale) });
    return field === "quality" ? labelOf("qualityStandards", value, locale) : value;
  }
}
