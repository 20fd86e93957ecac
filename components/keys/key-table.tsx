import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { tableLook as look } from "@/components/ui/table-look";
import { ToneMark } from "@/components/ui/tone-mark";
import type { Day } from "@/lib/days/days";
import { formatDay } from "@/lib/i18n/format";
import { type KeyState, keyState } from "@/lib/keys/key";
import type { ListedKey } from "@/lib/keys/queries";

type Row = ListedKey & { createdOn: Day; usedOn: Day | null };

const tones = { valid: "good", expired: "warn", revoked: "none" } as const satisfies Record<KeyState, string>;

/** Keys with what one must know to keep or end them; what is over stays for the record. */
export function KeyTable({ keys, today, revoke }: { keys: Row[]; today: Day; revoke: (id: string) => Promise<void> }) {
  const t = useTranslations("keys");
  const locale = useLocale();

  return (
    <table className={look.table}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {(["name", "scope", "state", "used", "end"] as const).map((name) => (
            <th key={name} scope="col" className={look.headCell}>
              {t(`list.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => {
          const state = keyState(key, today);
          return (
            <tr key={key.id} className={look.row}>
              <th scope="row" className={look.name}>
                <strong className="font-semibold">{key.name}</strong>
                <span className="block text-ink-2 text-sm">
                  <code>{key.start}…</code>
                </span>
                <span className="block text-ink-2 text-sm">
                  {t("list.made", {
                    day: formatDay(key.createdOn, locale),
                    named: key.createdBy ? "yes" : "no",
                    name: key.createdBy ?? "",
                  })}
                </span>
              </th>
              <td className={look.cell}>{t(`scope.${key.scope}.name`)}</td>
              <td className={`${look.cell} sm:whitespace-nowrap`}>
                <span className="inline-flex items-baseline gap-2">
                  <ToneMark tone={tones[state]} />
                  {t(`state.${state}`)}
                </span>
                <span className="block text-ink-2 text-sm">{t("list.until", { day: formatDay(key.expiresOn, locale) })}</span>
              </td>
              <td className={`${look.cell} sm:whitespace-nowrap`}>
                <span className="text-ink-2 text-sm sm:hidden">{t("list.used")}: </span>
                {key.usedOn ? formatDay(key.usedOn, locale) : t("list.never")}
              </td>
              <td className={look.cell}>
                {state === "valid" && (
                  <Details summary={t("list.revoke", { name: key.name })}>
                    <form action={revoke.bind(null, key.id)} className="mt-2 max-w-64">
                      <p className="mb-3 text-sm">{t("list.revokeText")}</p>
                      <Button type="submit" look="quiet">
                        {t("list.revokeNow")}
                      </Button>
                    </form>
                  </Details>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
