import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { ToneMark } from "@/components/ui/tone-mark";
import type { Day } from "@/lib/days/days";
import { formatDay } from "@/lib/i18n/format";
import { type KeyState, keyState } from "@/lib/keys/key";
import type { ListedKey } from "@/lib/keys/queries";

type Row = ListedKey & { createdOn: Day; usedOn: Day | null };

const tones = { valid: "good", expired: "warn", revoked: "none" } as const satisfies Record<KeyState, string>;
const cell = "py-3 pe-5 align-top";

/** Keys with what one must know to keep or end them; what is over stays for the record. */
export function KeyTable({ keys, today, revoke }: { keys: Row[]; today: Day; revoke: (id: string) => Promise<void> }) {
  const t = useTranslations("keys");
  const locale = useLocale();

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard.
    <section tabIndex={0} aria-label={t("list.table")} className="overflow-x-auto">
      <table className="w-full min-w-[44rem] text-start">
        <thead className="border-line-strong border-b text-ink-2 text-sm">
          <tr>
            {(["name", "scope", "state", "used", "end"] as const).map((name) => (
              <th key={name} scope="col" className="py-2 pe-5 text-start font-semibold">
                {t(`list.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => {
            const state = keyState(key, today);
            return (
              <tr key={key.id} className="border-line border-b">
                <th scope="row" className={`${cell} text-start font-normal`}>
                  <strong className="font-semibold">{key.name}</strong>
                  <span className="block text-ink-2 text-sm">
                    <code>{key.start}…</code>
                  </span>
                  <span className="block text-ink-2 text-sm">
                    {t("list.made", { day: formatDay(key.createdOn, locale), name: key.createdBy ?? "–" })}
                  </span>
                </th>
                <td className={cell}>{t(`scope.${key.scope}.name`)}</td>
                <td className={`${cell} whitespace-nowrap`}>
                  <span className="inline-flex gap-2">
                    <ToneMark tone={tones[state]} />
                    {t(`state.${state}`)}
                  </span>
                  <span className="block text-ink-2 text-sm">{t("list.until", { day: formatDay(key.expiresOn, locale) })}</span>
                </td>
                <td className={`${cell} whitespace-nowrap`}>{key.usedOn ? formatDay(key.usedOn, locale) : t("list.never")}</td>
                <td className={cell}>
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
    </section>
  );
}
