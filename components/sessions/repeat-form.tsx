import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CheckOption } from "@/components/ui/check-option";
import { FieldGroup, InputField } from "@/components/ui/field";
import { formatDay } from "@/lib/i18n/format";
import type { SessionFacts } from "@/lib/offerings/sessions/commands";

type Props = { sessions: SessionFacts[]; chosen: string[]; weeks: string; times: string };

/** A form that only asks: its answer is the days that would come of it. */
export function RepeatForm({ sessions, chosen, weeks, times }: Props) {
  const t = useTranslations("sessions.repeat");
  const locale = useLocale();
  const days = ({ startsOn, endsOn }: SessionFacts) =>
    [startsOn, endsOn === startsOn ? null : endsOn].flatMap((day) => (day ? [formatDay(day, locale)] : [])).join(" – ");

  return (
    <form method="get" className="max-w-2xl">
      <FieldGroup legend={t("from")} hint={t("fromHint")}>
        <div className="max-h-72 overflow-y-auto">
          {sessions.map((session) => (
            <CheckOption
              key={session.id}
              name="from"
              value={session.id}
              label={`${days(session)} · ${session.externalId}`}
              checked={chosen.includes(session.id)}
            />
          ))}
        </div>
      </FieldGroup>
      <div className="grid gap-5 border-line border-t py-4 sm:grid-cols-2">
        <InputField id="weeks" name="weeks" type="number" min={1} max={520} defaultValue={weeks} label={t("weeks")} hint={t("weeksHint")} />
        <InputField id="times" name="times" type="number" min={1} max={60} defaultValue={times} label={t("times")} hint={t("timesHint")} />
      </div>
      <Button type="submit" look="quiet">
        {t("show")}
      </Button>
    </form>
  );
}
