import { useLocale, useTranslations } from "next-intl";
import { PaperFoot } from "@/components/layout/paper-foot";
import { SharedItems } from "@/components/lists/shared-items";
import { PlanView } from "@/components/plans/plan-view";
import { Section } from "@/components/ui/section";
import type { Texts } from "@/db/schema";
import type { Day } from "@/lib/days/days";
import { formatDay } from "@/lib/i18n/format";
import type { ListItem } from "@/lib/lists/queries";
import type { Plan } from "@/lib/plans/plan";
import type { ClientBounds } from "@/lib/plans/steps";
import { plainText } from "@/lib/texts/texts";

type Props = {
  service: Texts;
  since: Day;
  items: ListItem[];
  plan: Plan;
  bounds: ClientBounds;
  day: Day;
  url: string | null;
};

/** What a client gets, by link or on paper: who put it together, the offerings and the plan. What the counsellor calls it stays at the desk. */
export function HandedList({ service, since, items, plan, bounds, day, url }: Props) {
  const [t, plans] = [useTranslations("lists.shared"), useTranslations("plans")];
  const locale = useLocale();

  return (
    <>
      <p className="mt-2 max-w-[62ch] text-lg print:text-base">
        {t("by", { service: plainText(service, locale), day: formatDay(since, locale, "long") })}
      </p>
      <SharedItems items={items} day={day} />
      {plan.steps.length > 0 && (
        <Section id="plan" title={plans("title")}>
          <PlanView plan={plan} bounds={bounds} offerings={items.map(({ offering }) => offering)} />
        </Section>
      )}
      <PaperFoot url={url} day={day} />
    </>
  );
}
