import { useLocale, useTranslations } from "next-intl";
import { Details } from "@/components/ui/details";
import type { KeptOffering } from "@/lib/lists/kept";
import type { Plan } from "@/lib/plans/plan";
import type { ClientBounds } from "@/lib/plans/steps";
import { plainText } from "@/lib/texts/texts";
import { ConflictList } from "./conflict-list";
import { PlanFacts } from "./plan-facts";
import { PlanPicture } from "./plan-picture";
import { PlanTable } from "./plan-table";
import { WeekTable } from "./week-table";

type Props = { plan: Plan; bounds: ClientBounds; offerings: KeptOffering[] };

/** A plan: its figures, what stands in its way, and the same as a picture and as tables. */
export function PlanView({ plan, bounds, offerings }: Props) {
  const t = useTranslations("plans");
  const locale = useLocale();
  const byId = new Map(offerings.map((offering) => [offering.id, offering]));
  const nameOf = (id: string) => {
    const offering = byId.get(id);
    return offering ? plainText(offering.title, locale, offering.original) : "";
  };
  const shared = { plan, bounds, nameOf };

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 print:gap-4">
      <PlanFacts plan={plan} bounds={bounds} />
      <ConflictList {...shared} />
      {plan.steps.length > 0 && (
        <>
          <PlanPicture {...shared} />
          <PlanTable {...shared} slugOf={(id) => byId.get(id)?.slug ?? ""} estimated={(id) => byId.get(id)?.hours === null} />
          <Details summary={t("weeks.show")} className="print:hidden">
            <WeekTable {...shared} />
          </Details>
        </>
      )}
    </div>
  );
}
