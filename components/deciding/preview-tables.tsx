import { useLocale, useTranslations } from "next-intl";
import { RestrictionTitle } from "@/components/accreditations/restriction-list";
import { LocalText } from "@/components/offerings/local-text";
import { type Tone, ToneMark } from "@/components/ui/tone-mark";
import { type PreviewReason, previewReasons } from "@/lib/decisions/preview/preview";
import type { PreviewRow, PreviewTurn } from "@/lib/decisions/preview/queries";
import { address } from "@/lib/i18n/address";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";

const cell = "py-2.5 pe-4 align-baseline max-md:block max-md:py-0.5 max-md:pe-0";
const head = "py-2 pe-4 text-start font-semibold";

function toneOf(reason: PreviewReason): Tone {
  if (reason === "appears" || reason === "cleared") return "good";
  return reason === "warned" ? "warn" : "bad";
}

/** What begins, ends and takes effect, in the order of its days. */
export function TurnTable({ turns }: { turns: PreviewTurn[] }) {
  const t = useTranslations("deciding.preview");
  const locale = useLocale();

  return (
    <table className="w-full border-line border-y max-md:block">
      <thead className="max-md:sr-only">
        <tr className="border-line border-b text-ink-2 text-sm">
          {(["when", "provider", "what"] as const).map((column) => (
            <th key={column} scope="col" className={head}>
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line max-md:block">
        {turns.map((turn, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two turns can say the same of one day.
          <tr key={place} className="max-md:block max-md:py-2">
            <td className={`${cell} whitespace-nowrap max-md:whitespace-normal`}>{t(turn.how, { day: formatDay(turn.on, locale) })}</td>
            <th scope="row" className={`${cell} text-start font-normal`}>
              <a href={address(locale, `oversight/providers/${turn.provider.slug}`)}>
                <LocalText texts={turn.provider.name} quiet />
              </a>
            </th>
            <td className={cell}>
              <TurnWhat turn={turn} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TurnWhat({ turn }: { turn: PreviewTurn }) {
  const t = useTranslations("deciding.preview.thing");
  const locale = useLocale();
  if (turn.of === "registration") return t("registration", { status: turn.status });
  if (turn.of === "accreditation") return t("accreditation", { title: plainText(turn.title, locale) });
  return <RestrictionTitle restriction={turn.restriction} />;
}

/** How many offerings are seen otherwise, and why. */
export function ReasonTable({ rows }: { rows: PreviewRow[] }) {
  const t = useTranslations("deciding.preview");
  const locale = useLocale();
  const counts = previewReasons.map((reason) => [reason, rows.filter((row) => row.reason === reason).length] as const);

  return (
    <table className="mb-8 border-line border-y">
      <thead>
        <tr className="border-line border-b text-ink-2 text-sm">
          <th scope="col" className={head}>
            {t("column.reason")}
          </th>
          <th scope="col" className="py-2 ps-6 text-end font-semibold">
            {t("column.count")}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {counts
          .filter(([, count]) => count > 0)
          .map(([reason, count]) => (
            <tr key={reason}>
              <th scope="row" className="py-2 text-start font-normal">
                <span className="flex items-baseline gap-2">
                  <ToneMark tone={toneOf(reason)} />
                  {t(`reason.${reason}`)}
                </span>
              </th>
              <td className="ps-6 text-end tabular-nums">{formatNumber(count, locale)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** The offerings that are seen otherwise on that day. */
export function PreviewedTable({ rows }: { rows: PreviewRow[] }) {
  const [t, list, marks] = [
    useTranslations("deciding.preview"),
    useTranslations("deciding.run.list"),
    useTranslations("deciding.run.mark"),
  ];
  const locale = useLocale();

  return (
    <table className="w-full border-line border-y max-md:block">
      <thead className="max-md:sr-only">
        <tr className="border-line border-b text-ink-2 text-sm">
          {[list("offering"), t("column.provider"), list("change"), t("column.reason")].map((column) => (
            <th key={column} scope="col" className={head}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line max-md:block">
        {rows.map(({ offering, provider, was, now, reason }) => (
          <tr key={offering.offeringId} className="max-md:block max-md:py-2">
            <th scope="row" className={`${cell} text-start font-normal [overflow-wrap:anywhere]`}>
              <a href={address(locale, `offerings/${offering.slug}`)}>
                <LocalText texts={offering.title} original={offering.original} quiet />
              </a>
            </th>
            <td className={`${cell} text-sm`}>
              <LocalText texts={provider.name} quiet />
            </td>
            <td className={`${cell} text-sm`}>{list("step", { was: marks(was), now: marks(now) })}</td>
            <td className={`${cell} text-sm`}>
              <span className="flex items-baseline gap-2">
                <ToneMark tone={toneOf(reason)} />
                {t(`reason.${reason}`)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
