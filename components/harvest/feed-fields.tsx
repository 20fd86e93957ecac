import { useTranslations } from "next-intl";
import { ChoiceField, TextField } from "@/components/ui/form-fields";
import type { HarvestSource } from "@/db/schema";
import { formats } from "@/lib/harvest/formats";
import { keptMapping } from "@/lib/harvest/input";

const schedules = ["hourly", "daily", "weekly", "by-hand"] as const;

/** What a provider says of a feed, when it is added and afterwards. */
export function FeedFields({ feed, mappings }: { feed?: HarvestSource; mappings: string[] }) {
  const t = useTranslations("harvest");

  return (
    <>
      <TextField
        name="name"
        label={t("form.name")}
        hint={t("form.nameHint")}
        defaultValue={feed?.name}
        maxLength={200}
        autoComplete="off"
      />
      <TextField name="url" type="url" label={t("form.url")} hint={t("form.urlHint")} defaultValue={feed?.url} autoComplete="off" />
      <ChoiceField name="format" label={t("form.format")} defaultValue={feed?.format ?? "json"}>
        {formats.map((format) => (
          <option key={format} value={format}>
            {t(`format.${format}`)}
          </option>
        ))}
      </ChoiceField>
      <ChoiceField
        name="mapping"
        label={t("form.mapping")}
        hint={t("form.mappingHint")}
        defaultValue={keptMapping.parse(feed?.mapping)?.name ?? ""}
      >
        <option value="">{t("form.noMapping")}</option>
        {mappings.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </ChoiceField>
      <ChoiceField name="schedule" label={t("form.schedule")} defaultValue={feed?.schedule ?? "daily"}>
        {schedules.map((schedule) => (
          <option key={schedule} value={schedule}>
            {t(`schedule.${schedule}`)}
          </option>
        ))}
      </ChoiceField>
      <TextField
        name="graceDays"
        inputMode="numeric"
        label={t("form.graceDays")}
        hint={t("form.graceDaysHint")}
        defaultValue={feed?.graceDays ?? 14}
        autoComplete="off"
      />
    </>
  );
}
