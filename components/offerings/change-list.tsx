import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { type Change, type ChangedValue, comparedFields, type FieldKind } from "@/lib/offerings/what-changed";
import { labelOf, languageName } from "@/lib/vocabularies/vocabulary";

/** The differences between two versions, each as it was and as it is: struck or underlined and named, not only coloured. */
export function ChangeList({ changes }: { changes: Change[] }) {
  const t = useTranslations("offering.history");
  const locale = useLocale();
  if (changes.length === 0) return <p className="text-ink-2">{t("noDifference")}</p>;

  return (
    <ul>
      {changes.map((change) => (
        <li key={`${change.field} ${change.language}`} className="break-inside-avoid border-line border-t py-3">
          <h3 className="mb-1.5">
            {t(`fields.${change.field}`)}
            {change.language && <span className="font-normal text-ink-2 text-sm"> · {languageName(change.language, locale)}</span>}
          </h3>
          <div className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
            <Side change={change} side="was" />
            <Side change={change} side="now" />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Side({ change, side }: { change: Change; side: "was" | "now" }) {
  const t = useTranslations("offering.history");
  const values = change[side];

  return (
    <div className="min-w-0">
      <p className="font-semibold text-ink-2 text-xs uppercase tracking-wide">{t(side)}</p>
      {values.length === 0 ? (
        <p className="text-ink-2">{t("notStated")}</p>
      ) : (
        <ul className="space-y-1" lang={change.language ?? undefined}>
          {values.map((value) => (
            <li key={`${value.value} ${value.note}`} className="whitespace-pre-line [overflow-wrap:anywhere]">
              <Value change={change} value={value} side={side} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Value({ change, value, side }: { change: Change; value: ChangedValue; side: "was" | "now" }) {
  const locale = useLocale();
  const kind: FieldKind = comparedFields[change.field];
  const text = shown();
  if (!value.changed) return text;
  return side === "was" ? (
    <del className="text-bad decoration-[1.5px]">{text}</del>
  ) : (
    <ins className="bg-good-soft font-semibold text-good decoration-[1.5px] underline-offset-4">{text}</ins>
  );

  function shown(): string {
    if (typeof kind === "object") return labelOf(kind.coded, value.value, locale);
    if (kind === "languages") return languageName(value.value, locale);
    if (kind === "number") return formatNumber(Number(value.value), locale);
    return value.note ? `${value.value} (${labelOf("outcomeTypes", value.note, locale)})` : value.value;
  }
}
