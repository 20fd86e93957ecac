import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay, formatTime } from "@/lib/i18n/format";
import type { DailyCheckpoint, Head } from "@/lib/public-log/queries";
import { Data } from "./checked-entry";

const api = "/api/v1/log";

/** The signed head of the log, with the keys by which it is checked. */
export function CheckpointNow({ head, keys }: { head: Head | undefined; keys: string[] }) {
  const t = useTranslations("log.now");
  const locale = useLocale();

  return (
    <Section id="now" title={t("heading")}>
      <p className="max-w-[66ch]">{t("text")}</p>
      {head ? (
        <>
          <p className="mt-3 text-ink-2">
            {t("signed", { day: formatDay(dayOf(head.madeAt), locale, "long"), time: formatTime(head.madeAt, locale), count: head.size })}
          </p>
          <Data label={t("label")}>{head.note}</Data>
          <h3 className="mt-5 font-bold font-text text-base tracking-normal">{keys.length === 1 ? t("key") : t("keys")}</h3>
          <ul className="mt-1">
            {keys.map((key) => (
              <li key={key}>
                <code className="text-sm [overflow-wrap:anywhere]">{key}</code>
              </li>
            ))}
          </ul>
          <p className="mt-3">
            <a href={`${api}/checkpoint`}>{t("raw")}</a>
          </p>
        </>
      ) : (
        <p className="mt-3 font-semibold">{t("waiting")}</p>
      )}
    </Section>
  );
}

/** One checkpoint for each day that is over, each at its own address. */
export function DailyCheckpoints({ days, more }: { days: DailyCheckpoint[]; more: boolean }) {
  const t = useTranslations("log.days");
  const locale = useLocale();

  return (
    <Section id="days" title={t("heading")}>
      <p className="max-w-[66ch]">{days.length > 0 ? t("text") : t("none")}</p>
      {days.length > 0 && (
        <ul className="mt-3 grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
          {days.map(({ day, size }) => (
            <li key={day} className="flex flex-wrap justify-between gap-x-4 border-line border-t py-2">
              <a href={`${api}/checkpoints/${day}`}>{formatDay(day, locale, "long")}</a>
              <span className="text-ink-2 text-sm tabular-nums">{t("size", { count: size })}</span>
            </li>
          ))}
        </ul>
      )}
      {more && (
        <p className="mt-3">
          <a href={`${api}/checkpoints`}>{t("all")}</a>
        </p>
      )}
    </Section>
  );
}

/** Where machines read the log. */
export function ForMachines() {
  const t = useTranslations("log.machines");
  const locale = useLocale();
  const addresses = [
    ["entries", `${api}/entries`],
    ["checkpoint", `${api}/checkpoint`],
    ["inclusion", `${api}/proof/inclusion?position=0`],
    ["consistency", `${api}/proof/consistency?first=0`],
  ] as const;

  return (
    <Section id="machines" title={t("heading")}>
      <p className="max-w-[66ch]">{t("text")}</p>
      <ul className="mt-3">
        {addresses.map(([name, at]) => (
          <li key={name} className="py-1">
            <a href={at}>
              <code className="[overflow-wrap:anywhere]">{at}</code>
            </a>{" "}
            <span className="text-ink-2">{t(name)}</span>
          </li>
        ))}
        <li className="py-1">
          <a href={address(locale, "api#public-log")}>{t("api")}</a>
        </li>
      </ul>
    </Section>
  );
}
