import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ChoiceField, OptionsField, TextField } from "@/components/ui/form-fields";
import { HiddenField } from "@/components/ui/hidden-field";
import { addDays } from "@/lib/days/days";
import type { DecideChoices } from "@/lib/decisions/choices/queries";
import type { DecisionKind } from "@/lib/decisions/kinds/kinds";
import type { FormState } from "@/lib/form";
import { formatDay } from "@/lib/i18n/format";
import { plainText, type Texts } from "@/lib/texts/texts";
import { AccreditFields } from "./accredit-fields";
import type { Given } from "./given";
import { ScopeChoice, ScopeParts } from "./scope-choice";
import { WordsFields } from "./words-fields";

type Props = {
  kind: DecisionKind;
  given: Given;
  draftId: string;
  choices: DecideChoices;
  authority: Texts;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
};

/** The short form of one kind of decision; what is stated of every decision stands at its end. */
export function DecideForm({ kind, given, draftId, choices, authority, action }: Props) {
  const [t, desk] = [useTranslations("deciding"), useTranslations("desk")];

  return (
    <ActionForm action={action} problemsTitle={desk("problems")} className="group/form mt-8 grid gap-8">
      <HiddenField name="kind" value={kind} />
      <HiddenField name="draft" value={draftId} />
      <Part title={t("part.what")}>
        <What kind={kind} given={given} choices={choices} authority={authority} />
      </Part>
      {kind !== "extend" && (
        <Part title={t("part.when")}>
          <From kind={kind} given={given} />
          {["accredit", "limit", "suspend"].includes(kind) && <End given={given} />}
          {kind === "correct" && (
            <OfAccreditation>
              <End given={given} />
            </OfAccreditation>
          )}
          {["limit", "suspend"].includes(kind) && (
            <TextField
              name="reviewOn"
              type="date"
              label={t("field.reviewOn")}
              hint={t("field.reviewOnHint")}
              defaultValue={given.one("reviewOn")}
            />
          )}
        </Part>
      )}
      <Part title={t("part.words")} wide>
        <WordsFields given={given} />
      </Part>
      <div>
        <Button type="submit">{t("decide.button")}</Button>
        <p className="mt-2 text-ink-2 text-sm">{t("decide.buttonHint")}</p>
      </div>
    </ActionForm>
  );
}

function Part({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  return (
    <section className={wide ? "min-w-0" : "min-w-0 max-w-2xl"}>
      <h2 className="mb-4 text-xl">{title}</h2>
      <div className="grid gap-5">{children}</div>
    </section>
  );
}

function What({ kind, given, choices, authority }: Pick<Props, "kind" | "given" | "choices" | "authority">) {
  const t = useTranslations("deciding");
  switch (kind) {
    case "register":
      return <p className="max-w-[62ch]">{t("what.register")}</p>;
    case "accredit":
      return <AccreditFields given={given} bodies={choices.bodies} authority={authority} />;
    case "extend":
      return (
        <>
          <Key given={given} choices={choices} />
          <End given={given} />
        </>
      );
    case "limit":
      return (
        <>
          <ScopeChoice given={given} />
          <Effect given={given} />
        </>
      );
    case "suspend":
      return <ScopeChoice given={given} />;
    case "reinstate":
      return <DecisionChoice given={given} choices={choices} />;
    case "withdraw":
      return (
        <>
          <WhatOf given={given} label={t("field.whatWithdraw")} of={["registration", "accreditation"]} />
          <OfAccreditation>
            <Key given={given} choices={choices} />
          </OfAccreditation>
        </>
      );
    case "correct":
      return (
        <>
          <WhatOf given={given} label={t("field.whatCorrect")} of={["decision", "statedWrong"]} />
          <div className="hidden group-has-[input[value=decision]:checked]/form:block">
            <DecisionChoice given={given} choices={choices} />
          </div>
          <OfAccreditation>
            <Key given={given} choices={choices} />
            <ScopeParts given={given} />
          </OfAccreditation>
        </>
      );
  }
}

/** Asked for once it is about an accreditation. */
function OfAccreditation({ children }: { children: ReactNode }) {
  return <div className="hidden gap-5 group-has-[input[value=accreditation]:checked]/form:grid">{children}</div>;
}

function From({ kind, given }: { kind: DecisionKind; given: Given }) {
  const t = useTranslations("deciding.field");
  const correct = kind === "correct";
  return (
    <TextField
      name="from"
      type="date"
      label={t(correct ? "fromCorrect" : "from")}
      hint={t(correct ? "fromCorrectHint" : "fromHint")}
      defaultValue={given.one("from")}
    />
  );
}

/** A day is asked for where one is needed; what is hidden says nothing. */
function End({ given }: { given: Given }) {
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

function Effect({ given }: { given: Given }) {
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
function WhatOf({
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

function Key({ given, choices }: { given: Given; choices: DecideChoices }) {
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

function DecisionChoice({ given, choices }: { given: Given; choices: DecideChoices }) {
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
