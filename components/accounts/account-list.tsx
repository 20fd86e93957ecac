import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { Button } from "@/components/ui/button";
import { InputField, SelectField } from "@/components/ui/field";
import { tableLook as look } from "@/components/ui/table-look";
import { ToneMark } from "@/components/ui/tone-mark";
import { accountStates, lastSeen } from "@/lib/accounts/account";
import type { AccountQuery } from "@/lib/accounts/overview/list";
import type { AccountRow } from "@/lib/accounts/overview/queries";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { roles } from "@/lib/team/input";

export function AccountFilters({ query }: { query: AccountQuery }) {
  const [t, account] = [useTranslations("accounts"), useTranslations("account.role")];
  const here = address(useLocale(), "oversight/accounts");
  return (
    <search className="mt-7 block">
      <form action={here} aria-label={t("filters")} className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        <InputField id="q" name="q" type="search" label={t("q")} defaultValue={query.q} maxLength={200} />
        <InputField
          id="organisation"
          name="organisation"
          type="search"
          label={t("organisation")}
          defaultValue={query.organisation}
          maxLength={200}
        />
        <SelectField id="role" name="role" label={t("role")} defaultValue={query.role}>
          <option value="">{t("anyRole")}</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {account(role)}
            </option>
          ))}
        </SelectField>
        <SelectField id="state" name="state" label={t("state")} defaultValue={query.state}>
          {accountStates.map((state) => (
            <option key={state} value={state}>
              {t(`is.${state}`)}
            </option>
          ))}
        </SelectField>
        <SelectField id="seen" name="seen" label={t("seen")} defaultValue={query.seen}>
          {lastSeen.map((seen) => (
            <option key={seen} value={seen}>
              {t(`when.${seen}`)}
            </option>
          ))}
        </SelectField>
        <Button type="submit" look="quiet" className="self-end">
          {t("show")}
        </Button>
      </form>
    </search>
  );
}

/** People with what they act for and when they were last here. */
export function AccountTable({ rows }: { rows: AccountRow[] }) {
  const [t, account] = [useTranslations("accounts"), useTranslations("account.role")];
  const locale = useLocale();
  return (
    <table className={look.table}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {(["person", "memberships", "seen"] as const).map((column) => (
            <th key={column} scope="col" className={look.headCell}>
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, email, suspendedAt, lastSeenAt, memberships }) => (
          <tr key={id} className={look.row}>
            <th scope="row" className={look.name}>
              <a href={address(locale, `oversight/accounts/${id}`)} className="font-semibold">
                {name || email}
              </a>
              {name && <span className="block text-ink-2 text-sm">{email}</span>}
              {suspendedAt && (
                <span className="flex items-baseline gap-1.5 font-semibold text-bad text-sm">
                  <ToneMark tone="bad" />
                  {t("suspended")}
                </span>
              )}
            </th>
            <td className={look.cell}>
              <ul className="text-sm">
                {memberships.map((one) => (
                  <li key={one.organisationId}>
                    <LocalText texts={one.name} quiet /> <span className="text-ink-2">({account(one.role)})</span>
                  </li>
                ))}
              </ul>
            </td>
            <td className={`${look.cell} whitespace-nowrap text-ink-2 text-sm`}>
              <span className="sm:sr-only">{t("column.seen")}: </span>
              {lastSeenAt ? formatDay(dayOf(new Date(lastSeenAt)), locale) : t("never")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
