import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/lib/i18n/format";
import type { SessionState } from "@/lib/sessions/session";

const tones = {
  "enrol-now": "bg-good-soft text-good",
  "closing-soon": "bg-warn-soft text-warn",
  "starts-soon": "bg-warn-soft text-warn",
  "opens-on": "bg-accent-soft text-ink",
  "to-be-scheduled": "bg-sunk text-ink-2",
  ongoing: "bg-sunk text-ink-2",
  ended: "bg-sunk text-ink-2",
  archived: "bg-sunk text-ink-2",
  full: "bg-bad-soft text-bad",
  cancelled: "bg-bad-soft text-bad",
} as const;

/** The one label of a session's state, wherever a session is shown. */
export function StateLabel({ state }: { state: SessionState }) {
  const t = useTranslations("common.session");
  const locale = useLocale();
  const on = "on" in state ? formatDay(state.on, locale) : "";

  return (
    <span className={`inline-block rounded-sm border border-current/20 px-2 py-0.5 font-semibold text-xs ${tones[state.state]}`}>
      {t(state.state, { on })}
    </span>
  );
}

/** Until when the state holds, where it is known: stands beneath the label. */
export function StateUntil({ state }: { state: SessionState }) {
  const t = useTranslations("common.session");
  const locale = useLocale();
  if (!("until" in state) || state.until === null) return null;

  return <span className="inline-block text-ink-2 text-xs">{t("until", { day: formatDay(state.until, locale) })}</span>;
}
