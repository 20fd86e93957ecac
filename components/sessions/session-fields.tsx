import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AreaField, ChoiceField, OptionsField, TextField } from "@/components/ui/form-fields";
import type { Place } from "@/db/schema";
import { country } from "@/lib/country/country";
import type { SessionFacts } from "@/lib/offerings/sessions/commands";
import { labelOf, languageName, vocabulary } from "@/lib/vocabularies/vocabulary";

type Props = {
  /** The session as it stands, or what a new one begins with. */
  session: Partial<SessionFacts>;
  /** The original language of the offering, which is asked first. */
  original: string;
};

/** Rows that are offered beside those that are filled in, for what repeats. */
const spare = { windows: 2, places: 1 };

/** All that a session says, for people who may write it. */
export function SessionFields({ session, original }: Props) {
  const t = useTranslations("sessions.form");

  return (
    <>
      <Group title={t("when")}>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField type="date" name="startsOn" label={t("startsOn")} hint={t("startsOnHint")} defaultValue={session.startsOn ?? ""} />
          <TextField type="date" name="endsOn" label={t("endsOn")} hint={t("endsOnHint")} defaultValue={session.endsOn ?? ""} />
        </div>
        <Windows windows={session.windows ?? []} />
        <Schedule session={session} original={original} />
      </Group>
      <Group title={t("where")}>
        <Places places={(session.places ?? []) as Place[]} />
        <Ways session={session} />
      </Group>
      <Group title={t("seatsAndPrice")}>
        <Seats session={session} />
        <Prices session={session} />
      </Group>
      <Group title={t("record")}>
        <TextField
          name="externalId"
          label={t("externalId")}
          hint={t("externalIdHint")}
          maxLength={200}
          defaultValue={session.externalId ?? ""}
        />
        <TextField type="url" name="url" label={t("url")} defaultValue={session.url ?? ""} />
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="border-line border-t pt-5">
      <legend className="float-start mb-4 w-full font-bold text-lg">{title}</legend>
      <div className="clear-both grid gap-5">{children}</div>
    </fieldset>
  );
}

function rows<R>(filled: R[], more: number): { row: R | undefined; position: number }[] {
  return Array.from({ length: filled.length + more }, (_, position) => ({ row: filled[position], position }));
}

function Windows({ windows }: { windows: SessionFacts["windows"] }) {
  const t = useTranslations("sessions.form");
  return rows(windows, spare.windows).map(({ row, position }) => (
    <div key={position} className="grid gap-5 sm:grid-cols-2">
      <TextField
        type="date"
        name={`window.${position}.opensOn`}
        label={t("opensOn", { number: position + 1 })}
        defaultValue={row?.opensOn ?? ""}
      />
      <TextField
        type="date"
        name={`window.${position}.closesOn`}
        label={t("closesOn", { number: position + 1 })}
        defaultValue={row?.closesOn ?? ""}
      />
    </div>
  ));
}

function Schedule({ session, original }: Props) {
  const t = useTranslations("sessions.form");
  const locale = useLocale();
  const times = (session.times ?? {}) as Record<string, string>;
  const languages = [original, ...country.languages.filter((language) => language !== original)];

  return (
    <>
      <ChoiceField name="schedule" label={t("schedule")} defaultValue={session.schedule ?? ""}>
        <option value="">{t("notStated")}</option>
        {vocabulary("schedules").map(({ code }) => (
          <option key={code} value={code}>
            {labelOf("schedules", code, locale)}
          </option>
        ))}
      </ChoiceField>
      {languages.map((language) => (
        <AreaField
          key={language}
          name={`times.${language}`}
          lang={language}
          rows={2}
          maxLength={500}
          label={t("times", { language: languageName(language, locale) })}
          hint={language === original ? t("timesHint") : undefined}
          defaultValue={times[language] ?? ""}
        />
      ))}
    </>
  );
}

function Places({ places }: { places: Place[] }) {
  const t = useTranslations("sessions.form");
  const towns = country.places.flatMap(({ names }) => names).sort();

  return (
    <>
      <datalist id="towns">
        {[...new Set(towns)].map((town) => (
          <option key={town} value={town} />
        ))}
      </datalist>
      {rows(places, spare.places).map(({ row, position }) => (
        <div key={position} className="grid gap-5 sm:grid-cols-[1fr_7rem_1.5fr]">
          <TextField
            name={`place.${position}.town`}
            list="towns"
            label={t("town", { number: position + 1 })}
            defaultValue={row?.town ?? ""}
          />
          <TextField name={`place.${position}.postalCode`} label={t("postalCode")} defaultValue={row?.postalCode ?? ""} />
          <TextField name={`place.${position}.address`} label={t("address")} defaultValue={row?.address ?? ""} />
        </div>
      ))}
    </>
  );
}

function Ways({ session }: { session: Partial<SessionFacts> }) {
  const t = useTranslations("sessions.form");
  const locale = useLocale();
  const languages = [...new Set([...country.languages, ...(session.languages ?? [])])];

  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <OptionsField
        name="modes"
        many
        label={t("modes")}
        hint={t("modesHint")}
        chosen={session.modes ?? []}
        options={vocabulary("modes").map(({ code }) => ({ value: code, label: labelOf("modes", code, locale) }))}
      />
      <OptionsField
        name="languages"
        many
        label={t("languages")}
        hint={t("languagesHint")}
        chosen={session.languages ?? []}
        options={languages.map((code) => ({ value: code, label: languageName(code, locale) }))}
      />
    </div>
  );
}

function Seats({ session }: { session: Partial<SessionFacts> }) {
  const t = useTranslations("sessions.form");
  return (
    <div className="grid items-end gap-5 sm:grid-cols-2">
      <TextField name="seats" inputMode="numeric" label={t("seats")} defaultValue={session.seats ?? ""} />
      <TextField
        name="seatsLeft"
        inputMode="numeric"
        label={t("seatsLeft")}
        hint={t("seatsLeftHint")}
        defaultValue={session.seatsLeft ?? ""}
      />
    </div>
  );
}

function Prices({ session }: { session: Partial<SessionFacts> }) {
  const t = useTranslations("sessions.form");
  const locale = useLocale();
  const currency = session.prices?.[0]?.currency ?? country.currency;

  return (
    <>
      <input type="hidden" name="currency" value={currency} />
      <p className="text-ink-2 text-sm">{t("pricesHint", { currency })}</p>
      <div className="grid gap-5 sm:grid-cols-3">
        {vocabulary("learnerGroups").map(({ code }) => (
          <TextField
            key={code}
            name={`price.${code}`}
            inputMode="decimal"
            label={labelOf("learnerGroups", code, locale)}
            defaultValue={session.prices?.find(({ learnerGroup }) => learnerGroup === code)?.amount ?? ""}
          />
        ))}
      </div>
    </>
  );
}
