import { useLocale, useTranslations } from "next-intl";
import type { Act, Done } from "@/lib/audits/act";
import { formatDay } from "@/lib/i18n/format";

/** What was done, in its order. Who of the authority did it, the authority alone is told. */
export function AuditHistory({ acts, names }: { acts: Done[]; names?: Map<string, string> }) {
  const t = useTranslations("audits");
  const locale = useLocale();

  return (
    <ol className="max-w-[68ch]">
      {acts.map((act, place) => (
        <li key={keyOf(act, acts, place)} className="grid gap-x-6 border-line border-t py-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
          <time dateTime={act.on} className="text-ink-2 text-sm">
            {formatDay(act.on, locale)}
          </time>
          <div className="min-w-0">
            <p className="font-semibold">
              {t(
                `act.${act.kind}`,
                valuesOf(act, names, (day) => formatDay(day, locale)),
              )}
            </p>
            {names && <p className="text-ink-2 text-sm">{names.get(act.personId)}</p>}
            {textOf(act) && <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">{textOf(act)}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Acts have no name of their own: the same on one day are told apart by how many came before. */
function keyOf(act: Done, acts: Done[], place: number): string {
  return `${act.kind} ${act.on} ${acts.slice(0, place).filter(({ kind }) => kind === act.kind).length}`;
}

function valuesOf(act: Act, names: Map<string, string> | undefined, shown: (day: string) => string) {
  return {
    day: "dueOn" in act ? shown(act.dueOn) : "",
    finding: "finding" in act ? act.finding : 0,
    action: "action" in act ? act.action : 0,
    name: act.kind === "assigned" ? (names?.get(act.auditorId) ?? "") : "",
  };
}

function textOf(act: Act): string {
  if (act.kind === "asked") return act.items.map((item) => `• ${item}`).join("\n");
  if (act.kind === "announced" || act.kind === "handedIn") return act.text;
  if (act.kind === "extended" || act.kind === "proceeded" || act.kind === "ended") return act.reason;
  return "";
}
