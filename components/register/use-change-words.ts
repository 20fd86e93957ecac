import { useLocale, useTranslations } from "next-intl";
import { scopeInWords } from "@/lib/accreditations/scope";
import { addDays } from "@/lib/days/days";
import { type Change, type FactChange, isFact, partsOf } from "@/lib/decisions/decision";
import { formatDay } from "@/lib/i18n/format";
import type { DecisionRecord, RegisterRecord } from "@/lib/register/record/queries";
import { plainText } from "@/lib/texts/texts";

/** What a decision changed, said change by change. */
export function useChangeWords(record: RegisterRecord) {
  const t = useTranslations("register.change");
  const status = useTranslations("register.answer.status");
  const effects = useTranslations("register.restrictions.effect");
  const schemes = useTranslations("provider.contact.schemes");
  const locale = useLocale();

  return ({ changes }: DecisionRecord): string[] => changes.map(words);

  function words(change: Change): string {
    const from = change.from === null ? "" : formatDay(change.from, locale, "long");
    const last = change.until === null ? "" : formatDay(addDays(change.until, -1), locale, "long");
    const when = { from, last, open: change.until === null ? "open" : "until" };
    if (isFact(change)) return factWords(change, when);
    if (change.of === "registration") {
      return change.holds ? t("registration", { status: status(change.holds.status), ...when }) : t("registrationEnds", when);
    }
    if (change.of === "accreditation") {
      if (!change.holds) return t("accreditationEnds", { title: titleOf(change.key), ...when });
      const { title, effect, effectOn } = change.holds;
      const words = t("accreditation", { title: plainText(title, locale), scope: scopeOf(change.holds), ...when });
      if (effect === "full") return words;
      return `${words} ${t(`effect.${effect}`, { on: effectOn === null ? "" : formatDay(effectOn, locale, "long") })}`;
    }
    if (!change.holds) return t("restrictionEnds", when);
    return t("restriction", { effect: effects(change.holds.effect), scope: scopeOf({ ...change.holds, jurisdictions: null }), ...when });
  }

  function factWords(change: FactChange, when: { from: string; last: string; open: string }): string {
    if (change.of === "name") return t("name", { name: plainText(change.holds?.name, locale), ...when });
    if (change.of === "identifier") {
      const [scheme, value] = partsOf(change.key);
      return t(change.holds ? "identifier" : "identifierEnds", { scheme: schemes(scheme as "vat"), value, ...when });
    }
    const name = plainText(record.successions.find(({ id }) => id === change.key)?.name, locale);
    return change.holds ? t(`succession.${change.holds.kind}`, { name, ...when }) : t("successionEnds", { name, ...when });
  }

  function scopeOf(scope: Parameters<typeof scopeInWords>[0]): string {
    const { levels, fields, settings, regions } = scopeInWords(scope, locale);
    const parts = [levels && t("levels", { levels }), fields && t("fields", { fields }), settings, regions].filter((part) => part !== null);
    return parts.length === 0 ? t("everything") : parts.join("; ");
  }

  function titleOf(key: string): string {
    const all = record.decisions.flatMap(({ changes }) => changes);
    const said = all.find((one) => one.of === "accreditation" && one.key === key && one.holds !== null);
    const title = said?.of === "accreditation" ? said.holds?.title : undefined;
    return plainText(title ?? record.accreditations.find((one) => one.key === key)?.title, locale) || key;
  }
}
