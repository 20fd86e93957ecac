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
  items: ListItem[];
  plan: Plan;
  bounds: ClientBounds;
  day: Day;
  url: string | null;
};

/** Who put a list together for a client, and when. What the counsellor calls it stays at the desk. */
export function HandedBy({ service, day }: { service: Texts; day: Day }) {
  const t = useTranslations("lists.shared");
  const locale = useLocale();
  return (
    <p className="mt-2 max-w-[62ch] text-lg print:text-base">
      {t("by", { service: plainText(service, locale), day: formatDay(day, locale, "long") })}
    </p>
  );
}

/** What a client gets, by link or on paper: the offerings and the plan. */
export function HandedList({ items, plan, bounds, day, url }: Props) {
  const t = useTranslations("plans");

  return (
    <>
      <SharedItems items={items} day={day} />
      {plan.steps.length > 0 && (
        <Section id="plan" title={t("title")}>
          <PlanView plan={plan} bounds={bounds} offerings={items.map(({ offering }) => offering)} />
        </Section>
      )}
      <PaperFoot url={url} day={day} />
    </>
  );
}
