import { useLocale, useTranslations } from "next-intl";
import { OutwardLink } from "@/components/ui/outward-link";
import { Panel } from "@/components/ui/panel";
import { ToneMark } from "@/components/ui/tone-mark";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import type { OfferingView, VerificationEntry } from "@/lib/offerings/queries";
import { qualityName } from "@/lib/terms/term";
import { LocalText } from "./local-text";
import { NotStated } from "./not-stated";

const fields = ["level", "credits", "quality"] as const;

/** Declared and verified are two things: who said it, and who else found it true. A table whose columns stand under each other. */
export function Verified({ view }: { view: OfferingView }) {
  const t = useTranslations("offering.verified");

  return (
    <Panel id="verified" title={t("title")}>
      <p className="mb-2 text-ink-2 text-sm">{t("lead")}</p>
      <table className="block text-sm">
        <thead className="sr-only">
          <tr>
            {(["what", "declared", "verified"] as const).map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block print:grid print:grid-cols-3 print:gap-x-6">
          {fields.map((field) => (
            <tr key={field} className="block break-inside-avoid border-line border-t py-2.5">
              <th scope="row" className="block text-start font-semibold">
                {t(field)}
              </th>
              <td className="block">
                <Declared view={view} field={field} />
                <span className="block text-ink-2">
                  {t("declared")} <LocalText texts={view.provider.name} quiet />
                </span>
              </td>
              <td className="block pt-1">
                <Verification found={view.verifications.filter((one) => one.field === field)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Declared({ view, field }: { view: OfferingView; field: VerificationEntry["field"] }) {
  const t = useTranslations("offering.glance");
  const locale = useLocale();
  const { eqf, ects, quality } = view.version.content;
  if (field === "level") return eqf === null ? <NotStated /> : t("eqf", { level: eqf });
  if (field === "credits") return ects === null ? <NotStated /> : t("ects", { ects: formatNumber(ects, locale) });
  return quality.length === 0 ? <NotStated /> : quality.map((code) => qualityName(view.labels, code, locale)).join("; ");
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
      <div className="min-w-0">
        <p className="font-semibold">{valueText(one)}</p>
        <p className="text-ink-2">
          {t("verified")} <LocalText texts={one.by} quiet />, {formatDay(one.on, locale, "long")}
        </p>
        {one.evidenceUrl !== null && <OutwardLink href={one.evidenceUrl}>{t("evidence")}</OutwardLink>}
      </div>
    </div>
  ));

  function valueText({ field, value }: VerificationEntry): string {
    if (field === "level" && /^[1-8]$/.test(value)) return t("levelFound", { level: value });
    if (field === "credits" && Number(value) > 0) return t("creditsFound", { ects: formatNumber(Number(value), locale) });
    return field === "quality" ? qualityName([], value, locale) : value;
  }
}
