import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { country } from "@/lib/country/country";
import type { Day } from "@/lib/days/days";
import { formatList, formatNumber, formatPrice } from "@/lib/i18n/format";
import type { OfferingView } from "@/lib/offerings/queries";
import { hoursOf } from "@/lib/offerings/workload";
import { isCurrent } from "@/lib/sessions/session";
import { levelName } from "@/lib/terms/term";
import { plainText } from "@/lib/texts/texts";
import { labelOf, type VocabularyName } from "@/lib/vocabularies/vocabulary";
import { LevelPicture } from "./level-picture";
import { NotStated } from "./not-stated";

/** Level, workload, assessment, place and cost in one look. The words beside the picture say the same as it does. */
export function Glance({ view, day }: { view: OfferingView; day: Day }) {
  const t = useTranslations("offering.glance");
  const { content } = view.version;

  return (
    <section aria-label={t("label")} className="mt-8">
      <div className="grid break-inside-avoid overflow-hidden rounded-lg border border-line bg-raised shadow-soft md:grid-cols-[minmax(15rem,1.15fr)_3fr]">
        <div className="flex items-center justify-center border-line bg-accent-soft p-4 max-md:border-b md:border-e">
          <LevelPicture eqf={view.version.eqf} ects={content.ects} hours={content.hours} seed={view.id} />
        </div>
        <dl className="-mb-px -me-px grid grid-cols-2 lg:grid-cols-6">
          <Level view={view} />
          <Workload view={view} />
          <Assessment view={view} />
          <Where view={view} day={day} />
          <Cost view={view} day={day} />
        </dl>
      </div>
    </section>
  );
}

/** How many of the columns a cell takes: two rows that end together, on a phone and on a wide screen. */
const spans = { third: "lg:col-span-2", whole: "col-span-2", half: "max-[24rem]:col-span-2 lg:col-span-3" } as const;

type CellProps = { label: string; value: ReactNode; span: keyof typeof spans; children?: ReactNode };

function Cell({ label, value, span, children }: CellProps) {
  return (
    <div className={`border-line border-e border-b p-4 ${spans[span]}`}>
      <dt className="text-ink-2 text-sm">{label}</dt>
      <dd className="font-display font-semibold text-lg leading-tight [overflow-wrap:anywhere] sm:text-xl">{value}</dd>
      {children && <dd className="mt-1 space-y-0.5 text-ink-2 text-sm">{children}</dd>}
    </div>
  );
}

function useLabels() {
  const locale = useLocale();
  return (name: VocabularyName, codes: string[]) => codes.map((code) => labelOf(name, code, locale)).join(", ");
}

function Level({ view }: { view: OfferingView }) {
  const t = useTranslations("offering.glance");
  const locale = useLocale();
  const { eqf, content } = view.version;
  const verified = view.verifications.find(({ field, value }) => field === "level" && value === String(eqf));

  return (
    <Cell span="third" label={t("level")} value={t("eqf", { level: eqf })}>
      {view.levels.length > 0 && <p>{view.levels.map((one) => levelName(one, locale)).join(" · ")}</p>}
      {verified && <p>{t("verifiedBy", { by: plainText(verified.by, locale) })}</p>}
      {content.cycle && <p>{labelOf("cycles", content.cycle, locale)}</p>}
      <p className="print:hidden">
        <a href="#element-eqf">{t("whatIsThis")}</a>
      </p>
    </Cell>
  );
}

function Workload({ view }: { view: OfferingView }) {
  const t = useTranslations("offering.glance");
  const locale = useLocale();
  const { content } = view.version;
  const hours = hoursOf(content, country.hoursPerEcts);
  const amount = (value: number) => formatNumber(value, locale);
  const inHours = hours && ("stated" in hours ? t("hours", { hours: amount(hours.stated) }) : null);

  return (
    <Cell
      span="third"
      label={t("workload")}
      value={content.ects === null ? (inHours ?? <NotStated />) : t("ects", { ects: amount(content.ects) })}
    >
      {content.ects !== null && inHours && <p>{inHours}</p>}
      {hours && "estimated" in hours && (
        <p>{t("hoursEstimated", { from: amount(hours.estimated.from), to: amount(hours.estimated.to) })}</p>
      )}
      <p className="print:hidden">
        <a href="#element-workload">{t("whatIsThis")}</a>
      </p>
    </Cell>
  );
}

function Assessment({ view }: { view: OfferingView }) {
  const t = useTranslations("offering.glance");
  const locale = useLocale();
  const labels = useLabels();
  const { assessment, supervision } = view.version.content;

  return (
    <Cell span="whole" label={t("assessment")} value={assessment.length > 0 ? labels("assessments", assessment) : <NotStated />}>
      {supervision && <p>{labelOf("supervisions", supervision, locale)}</p>}
    </Cell>
  );
}

function Where({ view, day }: { view: OfferingView; day: Day }) {
  const t = useTranslations("offering.glance");
  const locale = useLocale();
  const labels = useLabels();
  const { modes } = view.version.content;
  const towns = [
    ...new Set(view.sessions.filter((session) => isCurrent(session, day)).flatMap(({ places }) => places.map(({ town }) => town))),
  ];

  return (
    <Cell span="half" label={t("how")} value={modes.length > 0 ? labels("modes", modes) : <NotStated />}>
      {towns.length > 0 && <p>{formatList(towns, locale)}</p>}
    </Cell>
  );
}

/** What one pays without any claim: where sessions differ, from the lowest on. */
function Cost({ view, day }: { view: OfferingView; day: Day }) {
  const t = useTranslations("offering.glance");
  const locale = useLocale();
  const labels = useLabels();
  const current = view.sessions.filter((session) => isCurrent(session, day));
  const prices = current
    .flatMap((session) => session.prices.filter(({ learnerGroup }) => learnerGroup === "everyone"))
    .sort((a, b) => a.amount - b.amount);
  const [lowest] = prices;
  const price = lowest && (lowest.amount === 0 ? t("free") : formatPrice(lowest, locale));
  const differ = prices.some(({ amount }) => amount !== lowest?.amount);
  const reduced = current.some((session) => session.prices.some(({ learnerGroup }) => learnerGroup !== "everyone"));
  const { funding } = view.version.content;

  return (
    <Cell span="half" label={t("cost")} value={price ? differ ? t("from", { price }) : price : <NotStated />}>
      {reduced && <p>{t("reduced")}</p>}
      {funding.length > 0 && <p>{labels("fundings", funding)}</p>}
    </Cell>
  );
}
