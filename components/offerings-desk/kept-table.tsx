import { useLocale, useTranslations } from "next-intl";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import type { KeptState } from "@/lib/offerings/attention";
import { type KeptOffering, titleOfKept } from "@/lib/offerings/kept/list";
import { textIn } from "@/lib/texts/texts";
import { AttentionMarks } from "./attention-marks";

export type ShownChange = { day: string; by: string | null };

const head = "px-3 py-2 text-start font-semibold text-ink-2 text-sm";
const cell = "px-3 py-3 align-top";

/** One's own offerings, one a row. */
export function KeptTable({
  offerings,
  changes,
  provider,
}: {
  offerings: KeptOffering[];
  changes: Map<string, ShownChange>;
  provider: string;
}) {
  const t = useTranslations("editor.list");

  return (
    <table className="w-full border-line border-y">
      <caption className="sr-only">{t("caption")}</caption>
      <thead className="border-line border-b max-sm:sr-only">
        <tr>
          <th scope="col" className={`${head} ps-0`}>
            {t("column.title")}
          </th>
          <th scope="col" className={`${head} hidden sm:table-cell`}>
            {t("column.state")}
          </th>
          <th scope="col" className={`${head} hidden sm:table-cell`}>
            {t("column.completeness")}
          </th>
          <th scope="col" className={`${head} hidden md:table-cell`}>
            {t("column.next")}
          </th>
          <th scope="col" className={`${head} hidden pe-0 xl:table-cell`}>
            {t("column.changed")}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {offerings.map((offering) => (
          <Row key={offering.id} offering={offering} change={changes.get(offering.id)} provider={provider} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ offering, change, provider }: { offering: KeptOffering; change: ShownChange | undefined; provider: string }) {
  const t = useTranslations("editor.list");
  const locale = useLocale();
  const { slug, title, original, externalId, state, publishOn, nextOn } = offering;
  const shown = textIn(title, locale, original);
  // On a phone below the title, in place of a column.
  const standing = (
    <>
      <StateMark state={state} />
      {publishOn && <span className="mt-1 block text-ink-2">{formatDay(publishOn, locale)}</span>}
    </>
  );

  return (
    <tr>
      <th scope="row" className={`${cell} min-w-0 ps-0 text-start font-normal`}>
        <a
          href={address(locale, `manage/offerings/${slug}/edit/learn`)}
          lang={shown?.language}
          className="font-semibold [overflow-wrap:anywhere]"
        >
          {shown?.text ?? titleOfKept(offering)}
        </a>
        <span className="block text-ink-2 text-sm [overflow-wrap:anywhere]">{externalId}</span>
        <span className="mt-1 block text-sm sm:hidden">{standing}</span>
        <AttentionMarks offering={offering} provider={provider} />
      </th>
      <td className={`${cell} hidden text-sm sm:table-cell`}>{standing}</td>
      <td className={`${cell} hidden text-sm sm:table-cell`}>
        <span className="tabular-nums">{t("stated", { stated: offering.stated, all: offering.elements })}</span>
        <span className="mt-1.5 block h-1.5 w-20 overflow-hidden rounded-full bg-sunk" aria-hidden="true">
          <span className="block h-full bg-accent" style={{ width: `${(100 * offering.stated) / offering.elements}%` }} />
        </span>
      </td>
      <td className={`${cell} hidden whitespace-nowrap text-sm md:table-cell`}>
        {nextOn ? formatDay(nextOn, locale) : <span className="text-ink-2">{t("noSession")}</span>}
      </td>
      <td className={`${cell} hidden pe-0 text-sm xl:table-cell`}>
        {change?.day}
        {change?.by && <span className="block text-ink-2">{change.by}</span>}
      </td>
    </tr>
  );
}

const looks: Record<KeptState, string> = {
  draft: "border-line-strong border-dashed",
  live: "border-good bg-good-soft text-good",
  changed: "border-good bg-good-soft text-good",
  scheduled: "border-accent bg-accent-soft text-accent",
  withdrawn: "border-warn bg-warn-soft text-warn",
  archived: "border-line bg-sunk text-ink-2",
};

function StateMark({ state }: { state: KeptState }) {
  const t = useTranslations("editor");
  return (
    <>
      <span className={`inline-block rounded-sm border px-2 py-0.5 font-semibold text-xs ${looks[state]}`}>
        {t(`state.${state === "changed" ? "live" : state}`)}
      </span>
      {state === "changed" && <span className="mt-1 block text-ink-2 max-sm:ms-2 max-sm:inline">{t("list.pending")}</span>}
    </>
  );
}
