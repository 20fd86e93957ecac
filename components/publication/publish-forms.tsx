import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextField, TickField } from "@/components/ui/form-fields";
import type { Day } from "@/lib/days/days";
import type { FormState } from "@/lib/form";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

type Props = {
  publish: Action;
  schedule: Action;
  /** The mark of the state that this page shows. */
  shown: string;
  tomorrow: Day;
  scheduledFor: Day | null;
  label: string;
  /** Sessions that have not begun, where a new offering would leave them behind. */
  ahead: number;
};

/** Publish now, or on a day: each form carries the state that was shown above it, and nothing else is published. */
export function PublishForms({ publish, schedule, shown, tomorrow, scheduledFor, label, ahead }: Props) {
  const t = useTranslations("publication.publish");
  const desk = useTranslations("desk");
  const sessions = ahead > 0 && (
    <TickField name="takeSessions" label={t("takeSessions", { count: ahead })} hint={t("takeSessionsHint")} ticked />
  );

  return (
    <div className="grid gap-6 md:grid-cols-2">
      <ActionForm action={publish} problemsTitle={desk("problems")} className="space-y-4 rounded-lg border border-line bg-raised p-5">
        <h3 className="text-lg">{t("now")}</h3>
        <p className="text-ink-2">{t("nowText")}</p>
        <input type="hidden" name="shown" value={shown} />
        {sessions}
        <Button type="submit">{label}</Button>
      </ActionForm>
      <ActionForm action={schedule} problemsTitle={desk("problems")} className="space-y-4 rounded-lg border border-line bg-raised p-5">
        <h3 className="text-lg">{t("later")}</h3>
        <input type="hidden" name="shown" value={shown} />
        <TextField type="date" name="on" label={t("on")} hint={t("onHint")} min={tomorrow} defaultValue={scheduledFor ?? ""} />
        {ahead > 0 && <input type="hidden" name="takeSessions" value="yes" />}
        <Button type="submit" look="quiet">
          {t(scheduledFor ? "reschedule" : "schedule")}
        </Button>
      </ActionForm>
    </div>
  );
}
