import { useLocale, useTranslations } from "next-intl";
import { OutwardLink } from "@/components/ui/outward-link";
import { formatDay } from "@/lib/i18n/format";
import type { OfferingView } from "@/lib/offerings/queries";
import { qualityName } from "@/lib/terms/term";

/** Standards and labels of an offering's quality, a label with who gives it and a mark where it has ended. */
export function QualityNames({ view }: { view: Pick<OfferingView, "version" | "labels"> }) {
  const t = useTranslations("offering.label");
  const locale = useLocale();
  return (
    <ul>
      {view.version.content.quality.map((code) => {
        const label = view.labels.find((one) => one.code === code);
        const name = qualityName(view.labels, code, locale);
        return (
          <li key={code}>
            {label?.url ? <OutwardLink href={label.url}>{name}</OutwardLink> : name}
            {label?.givenBy && <span className="text-ink-2">, {t("by", { by: label.givenBy })}</span>}
            {label?.endedOn && (
              <span className="ms-2 inline-block rounded border border-line-strong px-1.5 text-ink-2 text-sm">
                {t("ended", { day: formatDay(label.endedOn, locale) })}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
