import { useLocale, useTranslations } from "next-intl";
import { InEachLanguage } from "@/components/providers/in-each-language";
import { type FactChange, partsOf } from "@/lib/decisions/decision";
import { plainText, type Texts } from "@/lib/texts/texts";

/** What a decision records: a name in each of its languages, an identifier, or who follows. */
export function FactTitle({ change, titles }: { change: FactChange; titles: Map<string, Texts> }) {
  const t = useTranslations("deciding.run.change");
  const schemes = useTranslations("provider.contact.schemes");
  const locale = useLocale();

  if (change.of === "name") return change.holds ? <InEachLanguage texts={change.holds.name} /> : t("nameGone");
  if (change.of === "identifier") {
    const [scheme, value] = partsOf(change.key);
    return t(change.holds ? "identifier" : "identifierGone", { scheme: schemes(scheme as "vat"), value });
  }
  const name = plainText(titles.get(change.key), locale);
  return change.holds ? t(`succession.${change.holds.kind}`, { name }) : t("successionGone", { name });
}
