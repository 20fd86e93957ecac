import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Details } from "@/components/ui/details";
import { formatList, formatNumber } from "@/lib/i18n/format";
import { type Change, type ChangedValue, comparedFields, type FieldKind } from "@/lib/offerings/what-changed";
import { labelOf, languageName } from "@/lib/vocabularies/vocabulary";

type Props = {
  changes: Change[];
  original: string;
  /** What is to be said of a field beside its name. */
  noteFor?: (field: Change["field"]) => ReactNode;
  /** Where nothing was before, only what is now. */
  onlyNow?: boolean;
  /** Quality labels by what they are called. */
  labels?: Record<string, string>;
};

/** The differences between two versions, each as it was and as it is: struck or underlined and named, not only coloured. */
export function ChangeList({ changes, original, noteFor, onlyNow = false, labels = {} }: Props) {
  const t = useTranslations("offering.history");
  if (changes.length === 0) return <p className="text-ink-2">{t("noDifference")}</p>;

  return (
    <ul>
      {[...Map.groupBy(changes, ({ field }) => field)].map(([field, ofField]) => (
        <li key={field} className="break-inside-avoid border-line border-t py-4">
          <div className="mb-1.5 flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <h3>{t(`fields.${field}`)}</h3>
            {noteFor?.(field)}
          </div>
          <Field changes={ofField.map((one) => withNames(one, labels))} original={original} onlyNow={onlyNow} />
        </li>
      ))}
    </ul>
  );
}

/** A label's code stands for its name, which the fixed lists do not have. */
function withNames(change: Change, labels: Record<string, string>): Change {
  if (change.field !== "quality") return change;
  const named = (values: ChangedValue[]) => values.map((one) => ({ ...one, value: labels[one.value] ?? one.value }));
  return { ...change, was: named(change.was), now: named(change.now) };
}

/** The change in the reader's language, else in the original; the same in other languages on request. */
function Field({ changes, original, onlyNow }: Omit<Props, "noteFor" | "labels">) {
  const t = useTranslations("offering.history");
  const locale = useLocale();
  const first = changes.find(({ language }) => language === locale) ?? changes.find(({ language }) => language === original) ?? changes[0];
  const others = changes.filter((change) => change !== first);
  const name = (code: string | null) => (code === null ? "" : languageName(code, locale));
  if (!first) return null;

  return (
    <>
      {first.language !== null && first.language !== locale && <p className="text-ink-2 text-sm">{name(first.language)}</p>}
      <WasAndNow change={first} onlyNow={onlyNow} />
      {others.length > 0 && (
        <Details
          className="mt-2"
          summary={t("otherLanguages", {
            languages: formatList(
              others.map(({ language }) => name(language)),
              locale,
            ),
          })}
        >
          {others.map((change) => (
            <div key={change.language} className="mt-2">
              <p className="text-ink-2 text-sm">{name(change.language)}</p>
              <WasAndNow change={change} onlyNow={onlyNow} />
            </div>
          ))}
        </Details>
      )}
    </>
  );
}

function WasAndNow({ change, onlyNow }: { change: Change; onlyNow: boolean | undefined }) {
  if (onlyNow) return <Side change={change} side="now" bare />;
  return (
    <div className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
      <Side change={change} side="was" />
      <Side change={change} side="now" />
    </div>
  );
}

function Side({ change, side, bare = false }: { change: Change; side: "was" | "now"; bare?: boolean }) {
  const t = useTranslations("offering.history");
  const locale = useLocale();
  const values = change[side];

  return (
    <div className="min-w-0">
      {!bare && <p className="font-semibold text-ink-2 text-xs uppercase tracking-wide">{t(side)}</p>}
      {values.length === 0 ? (
        <p className="text-ink-2">{t("notStated")}</p>
      ) : (
        <ul className="space-y-1">
          {values.map((value) => (
            <li key={`${value.value} ${value.note}`} className="whitespace-pre-line [overflow-wrap:anywhere]">
              <Value change={change} value={bare ? { ...value, changed: false } : value} side={side} />
              {value.note && <span className="text-ink-2 text-sm"> · {labelOf("outcomeTypes", value.note, locale)}</span>}
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
  const lang = change.language === null || change.language === locale ? {} : { lang: change.language };
  if (!value.changed) return <span {...lang}>{shown()}</span>;
  return side === "was" ? (
    <del className="text-bad decoration-[1.5px]" {...lang}>
      {shown()}
    </del>
  ) : (
    <ins className="bg-good-soft font-semibold text-good decoration-[1.5px] underline-offset-4" {...lang}>
      {shown()}
    </ins>
  );

  function shown(): string {
    if (typeof kind === "object") return labelOf(kind.coded, value.value, locale);
    if (kind === "languages") return languageName(value.value, locale);
    return kind === "number" ? formatNumber(Number(value.value), locale) : value.value;
  }
}
