import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { LocalText } from "@/components/offerings/local-text";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { TextField } from "@/components/ui/form-fields";
import { tableLook as look } from "@/components/ui/table-look";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import type { ServiceRow } from "@/lib/guidance/services/queries";
import { leastNotice } from "@/lib/guidance/services/service";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";

type FormAction = ComponentProps<typeof ActionForm>["action"];
type Props = { services: ServiceRow[]; end: (slug: string) => FormAction; resume: (slug: string) => () => Promise<void> };

/** The guidance services with who works there, until when, and what the keeper can do about it. */
export function ServiceTable({ services, end, resume }: Props) {
  const t = useTranslations("accounts.services");
  const locale = useLocale();
  const isOver = ({ lastDay }: ServiceRow) => lastDay !== null && lastDay < today();

  return (
    <table className={look.table}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {(["name", "people", "state", "act"] as const).map((column) => (
            <th key={column} scope="col" className={look.headCell}>
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {services.map((service) => (
          <tr key={service.slug} className={look.row}>
            <th scope="row" className={look.name}>
              <span className="font-semibold">
                <LocalText texts={service.name} quiet />
              </span>
              <span className="block text-ink-2 text-sm">
                {service.town} · {service.email}
              </span>
            </th>
            <td className={`${look.cell} text-sm`}>{isOver(service) ? null : <People service={service} />}</td>
            <td className={`${look.cell} text-sm`}>
              {service.lastDay === null
                ? t("goesOn")
                : t(isOver(service) ? "endedOn" : "endsOn", { day: formatDay(service.lastDay, locale) })}
            </td>
            <td className={look.cell}>
              {isOver(service) ? null : service.lastDay === null ? (
                <EndForm service={service} action={end(service.slug)} />
              ) : (
                <form action={resume(service.slug)}>
                  <Button type="submit" look="quiet">
                    {t("resume")}
                    <span className="sr-only"> {plainText(service.name, locale)}</span>
                  </Button>
                </form>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function People({ service: { slug, counsellors, leads, invited } }: { service: ServiceRow }) {
  const t = useTranslations("accounts.services");
  const locale = useLocale();
  return (
    <>
      {t("people", { count: counsellors })}
      {invited > 0 && <span className="block text-ink-2">{t("invited", { count: invited })}</span>}
      {leads === 0 && invited === 0 && (
        <span className="block">
          <span className="text-bad">{t("noLead")}</span>{" "}
          <a href={address(locale, `oversight/accounts/invite?${new URLSearchParams({ organisation: slug })}`)}>{t("inviteHere")}</a>
        </span>
      )}
    </>
  );
}

function EndForm({ service: { slug, name }, action }: { service: ServiceRow; action: FormAction }) {
  const [t, desk] = [useTranslations("accounts.services"), useTranslations("desk")];
  const locale = useLocale();
  const called = plainText(name, locale);
  const summary = (
    <>
      {t("end")}
      <span className="sr-only"> {called}</span>
    </>
  );
  return (
    <Details summary={summary}>
      <ActionForm
        action={action}
        problemsTitle={desk("problems")}
        label={t("endOf", { service: called })}
        className="mt-2 grid max-w-xs gap-3 pb-3"
      >
        <TextField
          name={`${slug}.lastDay`}
          type="date"
          label={t("lastDay")}
          hint={t("endHint")}
          defaultValue={addDays(today(), 2 * leastNotice)}
        />
        <Button type="submit" look="quiet" className="justify-self-start">
          {t("endNow")}
        </Button>
      </ActionForm>
    </Details>
  );
}
