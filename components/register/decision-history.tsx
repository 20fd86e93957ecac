import { useLocale, useTranslations } from "next-intl";
import { LocalParagraphs, LocalText } from "@/components/offerings/local-text";
import { OutwardLink } from "@/components/ui/outward-link";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { dayOf } from "@/lib/clock";
import { formatDay } from "@/lib/i18n/format";
import type { Paged } from "@/lib/pages/paged";
import { toDate } from "@/lib/register/moment";
import type { DecisionRecord, RegisterRecord } from "@/lib/register/record/queries";
import { hasText } from "@/lib/texts/texts";
import { useChangeWords } from "./use-change-words";

type Props = {
  record: RegisterRecord;
  history: Paged<DecisionRecord> & { firsts: DecisionRecord[] };
  hrefOf: (decision: number) => string;
};

/** Every decision as it was taken, the newest first: none is ever edited, only followed by another. */
export function DecisionHistory({ record, history, hrefOf }: Props) {
  const t = useTranslations("register.decisions");
  const { shown, page, pages, firsts } = history;
  const wordsOf = useChangeWords(record);

  return (
    <Section id="decisions" title={t("title")}>
      <p className="mb-4 max-w-[66ch] text-ink-2">{t("lead")}</p>
      {shown.length === 0 && <p>{t("none")}</p>}
      <ol className="max-w-[58rem]">
        {shown.map((decision) => (
          <li key={decision.id} id={`decision-${decision.number}`} className="scroll-mt-4 border-line border-t py-5 target:bg-accent-soft">
            <Decision decision={decision} changes={wordsOf(decision)} hrefOf={hrefOf} />
          </li>
        ))}
      </ol>
      <Pagination page={page} pages={pages} href={(to) => hrefOf(firsts[to - 1]?.number ?? 0)} />
    </Section>
  );
}

function Decision({ decision, changes, hrefOf }: { decision: DecisionRecord; changes: string[]; hrefOf: Props["hrefOf"] }) {
  const t = useTranslations("register.decisions");
  const locale = useLocale();
  const { number, kind, decidedOn, effectiveFrom, recordedAt, authority, statement, reasons, documentUrl, reviewOn } = decision;
  const day = (one: string) => formatDay(one, locale, "long");
  const knownOn = dayOf(toDate(recordedAt));

  return (
    <article className="grid gap-x-8 gap-y-2 md:grid-cols-[14rem_minmax(0,1fr)] print:grid-cols-[10rem_minmax(0,1fr)]">
      <div>
        <h3 className="text-lg">{t("name", { number })}</h3>
        <p className="font-semibold">{t(`kind.${kind as "register"}`)}</p>
        <p className="text-sm">{day(decidedOn)}</p>
        <p className="text-ink-2 text-sm">
          <LocalText texts={authority} quiet />
        </p>
      </div>
      <div className="min-w-0 space-y-2">
        {decision.supersededBy !== null && (
          <p className="rounded-e-md border-warn border-s-4 bg-warn-soft px-3 py-1.5 text-sm">
            {t("superseded")} <a href={hrefOf(decision.supersededBy)}>{t("name", { number: decision.supersededBy })}</a>
          </p>
        )}
        {hasText(statement) && (
          <p className="max-w-[62ch] text-lg">
            <LocalText texts={statement} />
          </p>
        )}
        {changes.length > 0 && (
          <ul className="max-w-[62ch] list-disc ps-5 marker:text-ink-2">
            {changes.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        {hasText(reasons) && (
          <div className="text-sm">
            <h4 className="font-semibold text-ink-2">{t("reasons")}</h4>
            <LocalParagraphs texts={reasons} />
          </div>
        )}
        <p className="text-ink-2 text-sm">
          {[
            effectiveFrom === decidedOn ? null : t("effective", { day: day(effectiveFrom) }),
            knownOn === decidedOn ? null : t("known", { day: day(knownOn) }),
            reviewOn === null ? null : t("review", { day: day(reviewOn) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <p className="flex flex-wrap gap-x-4 text-sm">
          {decision.supersedes !== null && (
            <span>
              {t("supersedes")} <a href={hrefOf(decision.supersedes)}>{t("name", { number: decision.supersedes })}</a>
            </span>
          )}
          {documentUrl && (
            <OutwardLink href={documentUrl} className="inline-block py-1">
              {t("document")}
            </OutwardLink>
          )}
        </p>
      </div>
    </article>
  );
}
