import { useLocale, useTranslations } from "next-intl";
import { tableLook as look } from "@/components/ui/table-look";
import { country } from "@/lib/country/country";
import { address } from "@/lib/i18n/address";
import { formatDay, formatNumber, formatPrice } from "@/lib/i18n/format";
import { hoursOfWeek } from "@/lib/plans/plan";
import type { PlanProps } from "./shown";

type Props = PlanProps & { slugOf: (id: string) => string; estimated: (id: string) => boolean };

/** The steps of a plan in their order, with the figures that its picture shows. */
export function PlanTable({ plan, nameOf, slugOf, estimated }: Props) {
  const t = useTranslations("plans.table");
  const locale = useLocale();
  const money = (amount: number) => formatPrice({ amount, currency: country.currency }, locale);
  const number = (value: number) => formatNumber(Math.round(value * 10) / 10, locale);

  return (
    <table className={`${look.table} print:break-inside-avoid`}>
      <caption className="sr-only">{t("caption")}</caption>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {(["offering", "when", "work", "cost", "ects", "level"] as const).map((name) => (
            <th key={name} scope="col" className={look.headCell}>
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {plan.steps.map(({ id, from, until, session, hours, price, ects, eqf }) => {
          return (
            <tr key={id} className={`${look.row} break-inside-avoid`}>
              <th scope="row" className={look.name}>
                <a href={address(locale, `offerings/${slugOf(id)}`)} className="font-semibold">
                  {nameOf(id)}
                </a>
              </th>
              <td className={look.cell}>
                {t("dates", { from: formatDay(from, locale), until: formatDay(until, locale) })}
                {session === null && <span className="block text-ink-2 text-sm">{t("ownPace")}</span>}
              </td>
              <td className={`${look.cell} tabular-nums lg:whitespace-nowrap print:whitespace-nowrap`}>
                <Label>{t("work")}</Label>
                {hours === null ? t("unstated") : t(estimated(id) ? "hoursAtMost" : "hours", { hours: number(hours) })}
                {hours !== null && (
                  <span className="block text-ink-2 text-sm">{t("perWeek", { hours: number(hoursOfWeek(hours, from, until)) })}</span>
                )}
              </td>
              <td className={`${look.cell} tabular-nums`}>
                <Label>{t("cost")}</Label>
                {price === null ? t("unstated") : money(price)}
              </td>
              <td className={`${look.cell} tabular-nums`}>
                <Label>{t("ects")}</Label>
                {ects === null ? "–" : number(ects)}
              </td>
              <td className={`${look.cell} tabular-nums`}>
                <Label>{t("level")}</Label>
                {eqf}
              </td>
            </tr>
          );
        })}
      </tbody>
      {/* On paper a foot would stand on each sheet, as if it summed up what is above it. */}
      <tfoot className="print:[display:table-row-group]">
        <tr className={`${look.row} font-semibold`}>
          <th scope="row" colSpan={2} className={`${look.name} font-semibold`}>
            {t("inAll")}
          </th>
          <td className={`${look.cell} tabular-nums`}>
            <Label>{t("work")}</Label>
            {t("hours", { hours: number(plan.minutes / 60) })}
          </td>
          <td className={`${look.cell} tabular-nums`}>
            <Label>{t("cost")}</Label>
            {money(plan.cost)}
          </td>
          <td className={`${look.cell} tabular-nums`}>
            <Label>{t("ects")}</Label>
            {plan.ects === null ? "–" : number(plan.ects)}
          </td>
          <td className={`${look.cell} tabular-nums`}>
            <Label>{t("level")}</Label>
            {plan.level ?? "–"}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function Label({ children }: { children: string }) {
  const t = useTranslations("common");
  return <span className="text-ink-2 text-sm sm:hidden">{t("labelled", { label: children })} </span>;
}
