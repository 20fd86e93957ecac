import { useLocale, useTranslations } from "next-intl";
import { OutwardLink } from "@/components/ui/outward-link";
import { type Tone, ToneMark } from "@/components/ui/tone-mark";
import { addDays, type Day, type Period } from "@/lib/days/days";
import { formatDay } from "@/lib/i18n/format";
import type { ReportDecision, SaidFile, SaidLink } from "@/lib/interop/deqar/said";
import { type ReportState, reportState } from "@/lib/quality/report";
import { languageName } from "@/lib/vocabularies/vocabulary";

const tones: Record<ReportState, Tone> = { "in-force": "good", negative: "bad", ended: "none", "to-come": "none" };

/** What a report is on a day, by shape and word. */
export function ReportMark({ decision, valid, day }: { decision: ReportDecision; valid: Period; day: Day }) {
  const t = useTranslations("quality.standing");
  const state = reportState({ decision, valid }, day);
  return (
    <span className="inline-flex items-baseline gap-2 font-semibold">
      <ToneMark tone={tones[state]} />
      {t(state)}
    </span>
  );
}

/** From when until when; an end that is not stated is said to be so. */
export function ReportValidity({ valid }: { valid: Period }) {
  const t = useTranslations("quality");
  const locale = useLocale();
  const from = valid.from === null ? "" : formatDay(valid.from, locale);
  return valid.until === null ? t("endNotStated", { from }) : t("until", { from, last: formatDay(addDays(valid.until, -1), locale) });
}

/** The agency's papers, each with the languages that it is in. */
export function ReportPapers({ files, links }: { files: SaidFile[]; links: SaidLink[] }) {
  const t = useTranslations("quality.one");
  const locale = useLocale();
  if (files.length + links.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-5 text-sm">
      {files.map(({ url, name, languages }) => (
        <li key={url}>
          <OutwardLink
            href={url}
            {...(languages.length === 1 && languages[0] ? { hrefLang: languages[0] } : {})}
            className="inline-block py-0.5"
          >
            {name ?? t("file")}
          </OutwardLink>
          {languages.length > 0 && <span className="text-ink-2"> ({languages.map((one) => languageName(one, locale)).join(", ")})</span>}
        </li>
      ))}
      {links.map(({ url, name }) => (
        <li key={url}>
          <OutwardLink href={url} className="inline-block py-0.5">
            {name ?? t("link")}
          </OutwardLink>
        </li>
      ))}
    </ul>
  );
}

/** Programmes with level and workload, as the report gives them. */
export function ProgrammeList({ programmes }: { programmes: { name: string; cycle: number | null; ects: number | null }[] }) {
  const t = useTranslations("quality.one");
  return (
    <ul className="list-disc ps-5">
      {programmes.map(({ name, cycle, ects }) => (
        <li key={`${name} ${cycle} ${ects}`} className="[overflow-wrap:anywhere]">
          {t("programme", { name, level: cycle === null ? "none" : String(cycle + 5), ects: ects === null ? "none" : String(ects) })}
        </li>
      ))}
    </ul>
  );
}
