import { useLocale, useTranslations } from "next-intl";
import { Nothing } from "@/components/ui/nothing";
import { Section } from "@/components/ui/section";
import { ToneMark } from "@/components/ui/tone-mark";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";
import type { Attention } from "@/lib/offerings/attention";
import { countKept, type KeptOffering, titleOfKept } from "@/lib/offerings/kept/list";
import { textIn } from "@/lib/texts/texts";
import { placeOf } from "./attention-marks";

const examples = 3;

/** The catalogue at a glance: how much there is in each state, and what waits for somebody. */
export function DeskSummary({ offerings, provider }: { offerings: KeptOffering[]; provider: string }) {
  const t = useTranslations("editor.summary");
  const states = useTranslations("editor.state");
  const locale = useLocale();
  const { states: counts, needing } = countKept(offerings);
  const kinds = [...needing].filter(([, of]) => of.length > 0);
  const list = (query: string) => address(locale, `manage/offerings?${query}`);

  return (
    <>
      <Section id="catalogue" title={t("title")} aside={<a href={address(locale, "manage/offerings")}>{t("all")}</a>}>
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
          {[...counts].map(([state, count]) => (
            <li key={state}>
              <a
                href={list(`state=${state}`)}
                className="flex h-full flex-col rounded-md border border-line bg-raised px-4 py-3 text-ink no-underline hover:border-accent"
              >
                <span className="font-semibold text-2xl tabular-nums">{formatNumber(count, locale)}</span>
                <span className="text-ink-2 text-sm">{states(state)}</span>
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="attention" title={t("attention")}>
        {kinds.length === 0 && <Nothing className="">{t("nothing")}</Nothing>}
        <ul className="divide-y divide-line border-line border-y empty:hidden">
          {kinds.map(([kind, of]) => (
            <Kind key={kind} kind={kind} offerings={of} provider={provider} />
          ))}
        </ul>
      </Section>
    </>
  );
}

function Kind({ kind, offerings, provider }: { kind: Attention; offerings: KeptOffering[]; provider: string }) {
  const t = useTranslations("editor");
  const locale = useLocale();

  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-1 py-3 [overflow-wrap:anywhere] md:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]">
      <span className="flex items-baseline gap-2">
        <ToneMark tone={kind === "missing" || kind === "notCovered" || kind === "audited" ? "bad" : "warn"} />
        <a href={address(locale, `manage/offerings?attention=${kind}`)} className="font-semibold">
          {t(`attention.kind.${kind}`)} ({formatNumber(offerings.length, locale)})
        </a>
      </span>
      <span className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {offerings.slice(0, examples).map((offering) => {
          const shown = textIn(offering.title, locale, offering.original);
          return (
            <a key={offering.id} href={address(locale, placeOf(kind, offering, provider))} lang={shown?.language}>
              {shown?.text ?? titleOfKept(offering)}
            </a>
          );
        })}
      </span>
    </li>
  );
}
