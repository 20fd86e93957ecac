import { useLocale, useTranslations } from "next-intl";
import { DecisionLines, StatusNotice } from "@/components/accreditations/status-notice";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import type { Notice } from "@/lib/offerings/notice";
import type { OfferingView } from "@/lib/offerings/queries";
import { hasText } from "@/lib/texts/texts";
import { LocalText } from "./local-text";

/** Why the offering is not in the catalogue: what happened, since when, by which decision, and what it means for learners. */
export function OfferingNotice({ notice, view }: { notice: Notice; view: OfferingView }) {
  const t = useTranslations("offering.notice");
  const common = useTranslations("common.notice");
  const locale = useLocale();
  const { kind, since, decision, documentUrl, reason } = notice;
  const day = since === null ? null : formatDay(since, locale, "long");

  return (
    <StatusNotice title={t(`${kind}.title`)} tone={kind === "superseded" || kind === "not-yet" ? "warn" : "bad"}>
      <p className="mt-2">
        {day !== null && <strong>{kind === "not-yet" ? t("from", { day }) : common("since", { day })} </strong>}
        {t(`${kind}.what`)}
      </p>
      {reason && hasText(reason) && (
        <p className="mt-2">
          {t("reason")} <LocalText texts={reason} />
        </p>
      )}
      {kind === "superseded" && view.successor && (
        <p className="mt-2 font-semibold">
          {t("successor")}{" "}
          <a href={address(locale, `offerings/${view.successor.slug}`)}>
            <LocalText texts={view.successor.title} />
          </a>
        </p>
      )}
      <DecisionLines decision={decision} documentUrl={documentUrl} lead={kind === "lapsed" ? "accreditedBy" : "decidedBy"} />
      {kind !== "not-yet" && (
        <>
          <h3 className="mt-4">{t("meaning")}</h3>
          <ul className="mt-1 list-disc space-y-1 ps-5">
            <li>{t(`${kind}.enrolled`)}</li>
            <li>{t("certified")}</li>
          </ul>
        </>
      )}
    </StatusNotice>
  );
}

/** Above a version that is no longer, or not yet, the one in force. */
export function VersionNotice({ view }: { view: OfferingView }) {
  const t = useTranslations("offering.versionNotice");
  const locale = useLocale();
  if (view.version.number === view.current.number) return null;

  return (
    <p role="note" className="mt-6 max-w-[52rem] rounded-e-md border-warn border-s-8 bg-warn-soft px-5 py-3">
      {t("text", { number: view.version.number, current: view.current.number })}{" "}
      <a href={address(locale, `offerings/${view.slug}`)}>{t("toCurrent")}</a>
    </p>
  );
}
