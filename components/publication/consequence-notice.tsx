import { useLocale, useTranslations } from "next-intl";
import { formatList, formatNumber } from "@/lib/i18n/format";
import type { OfferingContent } from "@/lib/offerings/content";
import type { Consequences } from "@/lib/offerings/field-rules";

/** What publishing makes of it: another version of the same offering, or another offering; the loudest line of the page. */
export function ConsequenceNotice({
  consequences,
  live,
  next,
  number,
}: {
  consequences: Consequences;
  live: OfferingContent;
  next: OfferingContent;
  number: number;
}) {
  const t = useTranslations("publication.consequence");
  const locale = useLocale();
  const { step, because } = consequences;
  const amount = (ects: number | null) => formatNumber(ects ?? 0, locale);
  const reasons = because.map((field) =>
    field === "ects" ? t("ects", { was: amount(live.ects), now: amount(next.ects) }) : t("outcomes"),
  );
  const isNew = step === "new-offering";

  return (
    <section
      aria-labelledby="consequence"
      className={`mt-6 max-w-[52rem] rounded-e-lg border-s-8 p-5 ${isNew ? "border-warn bg-warn-soft" : "border-accent bg-accent-soft"}`}
    >
      <h2 id="consequence" className="text-xl">
        {isNew ? t("newOffering", { reasons: formatList(reasons, locale) }) : t("newVersion", { number })}
      </h2>
      <p className="mt-2">{t(isNew ? "newOfferingMeaning" : "newVersionMeaning")}</p>
    </section>
  );
}

/** Whom the change concerns, those first whom it concerns most, and whether the authority looks again. */
export function WhoIsTold({ consequences }: { consequences: Consequences }) {
  const t = useTranslations("publication.told");
  const { told, reopensReview, step } = consequences;

  return (
    <ul className="list-disc space-y-2 ps-5">
      {step === "new-offering" && <li>{t("successor")}</li>}
      {told.map((who) => (
        <li key={who}>{t(who)}</li>
      ))}
      <li>{t("history")}</li>
      <li>{t(reopensReview ? "review" : "noReview")}</li>
    </ul>
  );
}

/** What the change of one field does, as a mark beside its name. */
export function EffectMarks({ makes, reopensReview }: { makes: "new-offering" | "new-version"; reopensReview: boolean }) {
  const t = useTranslations("publication.effect");
  const mark = "rounded-sm border border-current/20 px-2 py-0.5 font-semibold text-xs";

  return (
    <>
      {makes === "new-offering" && <span className={`${mark} bg-warn-soft text-warn`}>{t("new-offering")}</span>}
      {makes === "new-version" && <span className={`${mark} bg-sunk text-ink-2`}>{t("new-version")}</span>}
      {reopensReview && <span className={`${mark} bg-accent-soft text-ink`}>{t("review")}</span>}
    </>
  );
}
