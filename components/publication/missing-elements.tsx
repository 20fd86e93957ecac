import { useLocale, useTranslations } from "next-intl";
import { ToneMark } from "@/components/ui/tone-mark";
import { address } from "@/lib/i18n/address";
import { completenessOf } from "@/lib/offerings/completeness";
import type { OfferingContent } from "@/lib/offerings/content";
import { inputOf } from "@/lib/offerings/drafts/parts";
import { isStatedField } from "@/lib/statements/statements";

/** What is not stated, each with a link to where it is: the mandatory ones keep it from being published. */
export function MissingElements({ slug, content }: { slug: string; content: OfferingContent }) {
  const t = useTranslations("publication.missing");
  const names = useTranslations("offering.annex");
  const statements = useTranslations("statements");
  const locale = useLocale();
  const { elements, score } = completenessOf(content);
  const absent = elements.filter(({ state }) => state === "absent");

  return (
    <>
      <p className="mb-3 max-w-[62ch] text-ink-2">
        {t("score", { stated: elements.length - absent.length, all: elements.length, percent: score, missing: absent.length })}
      </p>
      <ul className="grid gap-x-8 gap-y-1.5 sm:grid-cols-2">
        {absent
          .sort((a, b) => Number(b.mandatory) - Number(a.mandatory))
          .map(({ element, mandatory }) => {
            const to = inputOf(element, content.originalLanguage);
            return (
              <li key={element} className="flex items-baseline gap-2">
                <ToneMark tone={mandatory ? "bad" : "none"} />
                <span>
                  <a href={address(locale, `manage/offerings/${slug}/edit/${to ? `${to.part}#${to.input}` : "learn"}`)}>
                    {names(`elements.${element}.name`)}
                  </a>{" "}
                  <span className="text-ink-2 text-sm">{t(mandatory ? "mandatory" : "optional")}</span>
                  {mandatory && isStatedField(element) && (
                    <a href={address(locale, `manage/statements#${element}`)} className="block w-fit py-0.5 text-sm">
                      {statements("forAll")}
                    </a>
                  )}
                </span>
              </li>
            );
          })}
      </ul>
    </>
  );
}
