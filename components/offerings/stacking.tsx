import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { address } from "@/lib/i18n/address";
import { formatList, formatNumber } from "@/lib/i18n/format";
import type { OfferingView } from "@/lib/offerings/queries";
import type { StackedOffering } from "@/lib/offerings/stacking/queries";
import { hasText, plainText } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";
import { LocalText } from "./local-text";
import { NotStated } from "./not-stated";
import { StackPicture } from "./stack-picture";

/** What it counts for: the wholes that it is part of, and what is part of it. The receiving organisation decides; the register shows. */
export function Stacking({ view }: { view: OfferingView }) {
  const t = useTranslations("offering.stacking");
  const locale = useLocale();
  const { content } = view.version;
  const { into, parts } = view.stacking;
  const own = parts[view.reference] ?? [];

  return (
    <Section id="stacking" title={t("title")}>
      <p>{content.stacking ? labelOf("stackings", content.stacking, locale) : <NotStated />}</p>
      {hasText(content.stackingNote) && (
        <p className="mt-1 max-w-[62ch]">
          <LocalText texts={content.stackingNote} original={content.originalLanguage} />
        </p>
      )}
      {into.map((whole) => (
        <Whole key={whole.reference} whole={whole} parts={withOwn(parts[whole.reference] ?? [], view)} own={view.reference} />
      ))}
      {own.length > 0 && (
        <div className="mt-6">
          <h3 className="mb-3">{t("partsTitle", { count: own.length })}</h3>
          <StackPicture parts={own} own={null} missing={null} label={t("partsPicture", { parts: spoken(own, locale) })} />
          <Parts parts={own} own={null} />
        </div>
      )}
      {(into.length > 0 || own.length > 0) && <p className="mt-4 max-w-[62ch] text-ink-2 text-sm">{t("whoDecides")}</p>}
    </Section>
  );
}

/** The offering itself is a stone of its pictures even while it is out of the catalogue or shown in an old version. */
function withOwn(parts: StackedOffering[], { reference, slug, version, provider }: OfferingView): StackedOffering[] {
  const { title, originalLanguage, ects, hours, eqf } = version.content;
  const own = { reference, slug, title, original: originalLanguage, provider: provider.name, ects, hours, eqf, visible: true };
  return [...parts.filter((part) => part.reference !== reference), own];
}

function spoken(parts: StackedOffering[], locale: string): string {
  return formatList(
    parts.map((part) => plainText(part.title, locale, part.original)),
    locale,
  );
}

function Whole({ whole, parts, own }: { whole: StackedOffering; parts: StackedOffering[]; own: string }) {
  const t = useTranslations("offering.stacking");
  const locale = useLocale();
  const mine = parts.find(({ reference }) => reference === own);
  const known = parts.reduce((sum, { ects }) => sum + (ects ?? Number.NaN), 0);
  const amount = (value: number) => formatNumber(value, locale);
  const gap = whole.ects !== null && Number.isFinite(known) && known < whole.ects ? t("other", { ects: amount(whole.ects - known) }) : null;
  const title = hasText(whole.title) ? plainText(whole.title, locale, whole.original) : whole.reference;

  return (
    <div className="mt-6 grid items-start gap-x-8 gap-y-4 sm:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)]">
      <StackPicture parts={parts} own={own} missing={gap} label={t("picture", { whole: title, parts: spoken(parts, locale) })} />
      <div>
        <p className="text-ink-2 text-sm">{t("partOf")}</p>
        <h3 className="text-lg">
          <Named offering={whole} />
        </h3>
        <Facts offering={whole} />
        {whole.ects !== null && mine?.ects != null && (
          <p className="mt-2">{t("share", { own: amount(mine.ects), whole: amount(whole.ects) })}</p>
        )}
        {parts.length > 1 && (
          <>
            <p className="mt-3 text-ink-2 text-sm">{t("together")}</p>
            <Parts parts={parts} own={own} />
          </>
        )}
      </div>
    </div>
  );
}

function Parts({ parts, own }: { parts: StackedOffering[]; own: string | null }) {
  return (
    <ul className="mt-2 space-y-1 text-sm">
      {parts
        .filter(({ reference }) => reference !== own)
        .map((part) => (
          <li key={part.reference}>
            <Named offering={part} /> <Facts offering={part} inline />
          </li>
        ))}
    </ul>
  );
}

/** With a link where the public can see it; one that the register does not hold by its reference. */
function Named({ offering }: { offering: StackedOffering }) {
  const locale = useLocale();
  const name = hasText(offering.title) ? <LocalText texts={offering.title} original={offering.original} /> : offering.reference;
  return offering.visible && offering.slug ? <a href={address(locale, `offerings/${offering.slug}`)}>{name}</a> : name;
}

function Facts({ offering, inline = false }: { offering: StackedOffering; inline?: boolean }) {
  const t = useTranslations("offering.glance");
  const s = useTranslations("offering.stacking");
  const locale = useLocale();
  const facts = [
    ...(offering.ects === null ? [] : [t("ects", { ects: formatNumber(offering.ects, locale) })]),
    ...(offering.ects === null && offering.hours !== null ? [t("hours", { hours: formatNumber(offering.hours, locale) })] : []),
    ...(offering.eqf === null ? [] : [t("eqf", { level: offering.eqf })]),
    plainText(offering.provider, locale),
    ...(offering.slug === null ? [s("unknown")] : offering.visible ? [] : [s("notInCatalogue")]),
  ].filter(Boolean);
  return inline ? <span className="text-ink-2">({facts.join(", ")})</span> : <p className="text-ink-2 text-sm">{facts.join(" · ")}</p>;
}
