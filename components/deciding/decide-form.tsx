import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/form-fields";
import { HiddenField } from "@/components/ui/hidden-field";
import type { DecideChoices } from "@/lib/decisions/choices/queries";
import type { DecisionKind } from "@/lib/decisions/kinds/kinds";
import type { FormState } from "@/lib/form";
import type { Texts } from "@/lib/texts/texts";
import { AccreditFields } from "./accredit-fields";
import { DecisionChoice, Effect, End, From, Key, OfAccreditation, WhatOf } from "./decide-fields";
import type { Given } from "./given";
import { RecordDays, RecordFields } from "./record-fields";
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
          {kind === "record" ? <RecordDays given={given} /> : <From kind={kind} given={given} />}
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
        <WordsFields given={given} reader={kind !== "record"} />
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
      return <AccreditFields given={given} bodies={choices.bodies} labels={choices.labels} authority={authority} />;
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
    case "record":
      return <RecordFields given={given} choices={choices} />;
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
