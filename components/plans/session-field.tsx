import { useLocale, useTranslations } from "next-intl";
import { ChoiceField } from "@/components/ui/form-fields";
import type { SessionRecord } from "@/lib/catalogue/session-record";
import type { Day } from "@/lib/days/days";
import { formatDay, formatList, formatPrice } from "@/lib/i18n/format";
import type { PlannedItem } from "@/lib/plans/steps";
import { isCurrent, sessionState } from "@/lib/sessions/session";

/** Which session a plan goes by: one that is current, or the one that was chosen although it is no more. */
export function SessionField({ item: { offering, sessionId }, day, title }: { item: PlannedItem; day: Day; title: string }) {
  const t = useTranslations("plans.session");
  const wordsOf = useSessionWords(day);
  const offered = offering.sessions.filter((session) => isCurrent(session, day) || session.id === sessionId);

  return (
    <ChoiceField
      name={`session.${offering.slug}`}
      label={
        <>
          {t("label")} <span className="sr-only">{title}</span>
        </>
      }
      defaultValue={sessionId ?? ""}
    >
      <option value="">{t(offered.length === 0 ? "noneThere" : "none")}</option>
      {offered.map((session) => (
        <option key={session.id} value={session.id}>
          {wordsOf(session)}
        </option>
      ))}
    </ChoiceField>
  );
}

/** A session in a line: when, where, at what price, and whether one can enrol. */
export function useSessionWords(day: Day): (session: SessionRecord) => string {
  const [t, common, search] = [useTranslations("plans.session"), useTranslations("common.session"), useTranslations("search")];
  const locale = useLocale();

  return (session) => {
    const { startsOn, endsOn, places } = session;
    const state = sessionState(session, day);
    const price = session.prices.find(({ learnerGroup }) => learnerGroup === "everyone");
    const dates = [startsOn, endsOn !== startsOn ? endsOn : null].flatMap((one) => (one === null ? [] : [formatDay(one, locale)]));
    return [
      dates.length > 0 ? dates.join(" – ") : t("undated"),
      formatList([...new Set(places.map(({ town }) => town))], locale),
      price ? (price.amount === 0 ? search("free") : formatPrice(price, locale)) : "",
      common(state.state, { on: "on" in state ? formatDay(state.on, locale) : "" }),
    ]
      .filter(Boolean)
      .join(" · ");
  };
}
