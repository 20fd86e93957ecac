import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChoiceField, OptionsField, TextField } from "@/components/ui/form-fields";
import { addDays } from "@/lib/days/days";
import type { DecideChoices } from "@/lib/decisions/choices/queries";
import type { DecisionKind } from "@/lib/decisions/kinds/kinds";
import { formatDay } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";
import type { Given } from "./given";

/** Asked for once it is about an accreditation. */
export function OfAccreditation({ children }: { children: ReactNode }) {
  return <div className="hidden gap-5 group-has-[input[value=accreditation]:checked]/form:grid">{children}</div>;
}

export function From({ kind, given }: { kind: DecisionKind; given: Given }) {
  const t = useTranslations("deciding.field");
  const words = {
    correct: [t("fromCorrect"), t("fromCorrectHint")],
    record: [t("fromRecord"), t("fromRecordHint")],
    other: [t("from"), t("fromHint")],
  };
  const [label, hint] = words[kind === "correct" || kind === "record" ? kind : "other"];
  return <TextField name="from" type="date" label={label} hint={hint} defaultValue={given.one("from")} />;
}

/** A day is asked for where one is needed; what is hidden says nothing. */
export function End({ given }: { given: Given }) {
  const t = useTranslations("deciding.field");
  return (
    <div className="group grid gap-5">
      <OptionsField
        name="end"
        label={t("end")}
        chosen={given.all("end")}
        options={(["until", "open"] as const).map((value) => ({ value, label: t(`endIs.${value}`) }))}
      />
      <div className="hidden group-has-[input[value=until]:checked]:block">
        <TextField name="until" type="date" label={t("until")} hint={t("untilHint")} defaultValue={given.one("until")} />
      </div>
    </div>
  );
}

const effects = ["warning", "no-new-starts", "teach-out", "hidden"] as const;

export function Effect({ given }: { given: Given }) {
  const t = useTranslations("deciding.field");
  return (
    <div className="group grid gap-5">
      <OptionsField
        name="effect"
        label={t("effect")}
        chosen={given.all("effect")}
        options={effects.map((value) => ({ value, label: t(`effectIs.${value}`), hint: t(`effectMeans.${value}`) }))}
      />
      <div className="hidden group-has-[input[value=no-new-starts]:checked]:block group-has-[input[value=teach-out]:checked]:block">
        <TextField name="effectOn" type="date" label={t("effectOn")} hint={t("effectOnHint")} defaultValue={given.one("effectOn")} />
      </div>
    </div>
  );
}

/** What the address of the form calls differently from the form itself: days or scope of an accreditation are about an accreditation. */
export function WhatOf({
  given,
  label,
  of,
}: {
  given: Given;
  label: string;
  of: ("registration" | "accreditation" | "decision" | "statedWrong")[];
}) {
  const t = useTranslations("deciding.field.whatIs");
  return (
    <OptionsField
      name="what"
      label={label}
      chosen={given.all("what")}
      options={of.map((what) => ({ value: what === "statedWrong" ? "accreditation" : what, label: t(what) }))}
    />
  );
}

export function Key({ given, choices }: { given: Given; choices: DecideChoices }) {
  const t = useTranslations("deciding.field");
  const locale = useLocale();
  return (
    <ChoiceField name="key" label={t("key")} defaultValue={given.one("key")}>
      <option value="">{t("choose")}</option>
      {choices.accreditations.map(({ key, title, from, until }) => (
        <option key={key} value={key}>
          {plainText(title, locale)} ({from && formatDay(from, locale)} – {until && formatDay(addDays(until, -1), locale)})
        </option>
      ))}
    </ChoiceField>
  );
}

export function DecisionChoice({ given, choices }: { given: Given; choices: DecideChoices }) {
  const [t, names] = [useTranslations("deciding.field"), useTranslations("deciding.name")];
  const locale = useLocale();
  return (
    <ChoiceField name="decision" label={t("decision")} hint={t("reverseHint")} defaultValue={given.one("decision")}>
      <option value="">{t("choose")}</option>
      {choices.decisions.map(({ id, number, kind, decidedOn }) => (
        <option key={id} value={id}>
          {number}: {names(kind as "register")}, {formatDay(decidedOn, locale)}
        </option>
      ))}
    </ChoiceField>
  );
}
