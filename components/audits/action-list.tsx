import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Nothing } from "@/components/ui/nothing";
import { type Tone, ToneMark } from "@/components/ui/tone-mark";
import type { Action } from "@/lib/audits/actions/action";
import type { Day } from "@/lib/days/days";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";

type Props = {
  actions: Action[];
  day: Day;
  /** The offering of the finding behind an action, by its address name. */
  offeringOf: (finding: number) => string | null;
  below: (action: Action) => ReactNode;
};

/** What must be done, by when, and how far it has come: what is overdue first, then by day. */
export function ActionList({ actions, day, offeringOf, below }: Props) {
  const t = useTranslations("audits.action");
  const locale = useLocale();
  if (actions.length === 0) return <Nothing className="">{t("none")}</Nothing>;
  const isLate = (one: Action) => one.state === "open" && one.dueOn < day;
  const inOrder = actions.toSorted(
    (a, b) => Number(a.state === "accepted") - Number(b.state === "accepted") || (a.dueOn < b.dueOn ? -1 : 1),
  );

  return (
    <ol className="max-w-[72ch] space-y-6">
      {inOrder.map((action) => (
        <li key={action.number} id={`action-${action.number}`} className="min-w-0 border-line border-t pt-4">
          <h3 className="flex items-baseline gap-2 font-bold font-text text-base tracking-normal">
            <ToneMark tone={toneOf(action, isLate(action))} />
            <span>
              {t("number", { number: action.number })}{" "}
              {isLate(action)
                ? t("late", { day: formatDay(action.dueOn, locale) })
                : t(`is.${action.state}`, { day: formatDay(action.dueOn, locale) })}
            </span>
          </h3>
          <p className="mt-2 whitespace-pre-line [overflow-wrap:anywhere]">{action.what}</p>
          <p className="mt-1 text-sm">
            <a className="inline-flex min-h-6 items-center" href={`#finding-${action.finding}`}>
              {t("about", { finding: action.finding })}
            </a>
          </p>
          <Told action={action} slug={offeringOf(action.finding)} />
          {below(action)}
        </li>
      ))}
    </ol>
  );
}

function toneOf({ state }: Action, late: boolean): Tone {
  if (state === "accepted") return "good";
  return late ? "bad" : state === "stated" ? "none" : "warn";
}

/** What was said of it since, in its order. */
function Told({ action, slug }: { action: Action; slug: string | null }) {
  const t = useTranslations("audits.action");
  const locale = useLocale();
  const told = [
    ...action.statements.map(({ text, version, on }) => ({ on, what: t("stated"), text, version })),
    ...action.notes.map(({ kind, reason, dueOn, on }) => ({
      on,
      what: t(kind, { day: formatDay(dueOn, locale) }),
      text: reason,
      version: null,
    })),
  ].sort((a, b) => (a.on < b.on ? -1 : 1));
  if (told.length === 0) return null;

  return (
    <ul className="mt-3 space-y-2 border-line border-s-2 ps-4 text-sm">
      {told.map(({ on, what, text, version }) => (
        <li key={`${on} ${what} ${text}`}>
          <p>
            <span className="font-semibold">{what}</span> <span className="text-ink-2">{formatDay(on, locale)}</span>
          </p>
          <p className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
          {version !== null && slug && (
            <p>
              <a href={address(locale, `offerings/${slug}?version=${version}`)}>{t("version", { version })}</a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
