import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { LocalText } from "@/components/offerings/local-text";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ToneMark } from "@/components/ui/tone-mark";
import { address } from "@/lib/i18n/address";
import type { Candidate, ShownSubject } from "@/lib/quality/queries";

type Action = ComponentProps<typeof ActionForm>["action"];
export type MatchActions = (subject: string, organisation: string) => { confirm: Action; reject: Action };

/** A provider as the report names it, beside whom the register has: found, proposed for a decision, or nobody. */
export function SubjectPanel({ subject, actions }: { subject: ShownSubject; actions: MatchActions | undefined }) {
  const t = useTranslations("quality.one");
  const state = useTranslations("quality.state");
  const is = subject.organisation ? "matched" : subject.candidates.length > 0 ? "proposed" : "unmatched";
  return (
    <li className="rounded-lg border border-line bg-raised p-4 sm:p-5">
      <p className="flex items-baseline gap-2 font-semibold">
        <ToneMark tone={is === "matched" ? "good" : is === "proposed" ? "warn" : "none"} />
        {state(is)}
      </p>
      <div className="mt-3 grid gap-6 md:grid-cols-2">
        <Side title={t("said")}>
          <SaidFacts subject={subject} />
        </Side>
        <div>
          {subject.organisation && <Found subject={subject} />}
          {is === "unmatched" && <p className="text-ink-2">{t("unmatched")}</p>}
          {is === "proposed" && <p className="max-w-[52ch]">{t("proposed")}</p>}
        </div>
      </div>
      {subject.candidates.map((candidate) => (
        <CandidatePanel key={candidate.id} candidate={candidate} actions={actions?.(subject.id, candidate.id)} />
      ))}
    </li>
  );
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1 font-semibold text-ink-2 text-sm">{title}</h3>
      {children}
    </div>
  );
}

function Facts({ facts }: { facts: [string, ReactNode][] }) {
  const labelled = useTranslations("common");
  return (
    <dl>
      {facts.map(([label, value]) => (
        <div key={label} className="py-0.5 [overflow-wrap:anywhere]">
          <dt className="inline text-ink-2">{labelled("labelled", { label })} </dt>
          <dd className="inline">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function SaidFacts({ subject: { said } }: { subject: ShownSubject }) {
  const t = useTranslations("quality.one");
  const list = (values: string[]) => (values.length > 0 ? values.join(" · ") : t("nothing"));
  return (
    <Facts
      facts={[
        [t("name"), list(said.names)],
        [t("place"), list([said.town, said.country].flatMap((one) => one ?? []))],
        [t("website"), said.website ?? t("nothing")],
        [t("identifiers"), list(said.identifiers.map(({ resource, value }) => (resource === null ? value : `${resource} ${value}`)))],
      ]}
    />
  );
}

function Found({ subject: { organisation, matchedBy, scheme, value } }: { subject: ShownSubject }) {
  const t = useTranslations("quality.one");
  const schemes = useTranslations("provider.contact.schemes");
  const locale = useLocale();
  if (!organisation) return null;
  return (
    <Side title={t("holds")}>
      <p className="font-semibold">
        <LocalText texts={organisation.name} quiet />
      </p>
      {matchedBy === "officer" && <p>{t("byOfficer")}</p>}
      {scheme && value && <p className="[overflow-wrap:anywhere]">{t("byIdentifier", { scheme: schemes(scheme as "vat"), value })}</p>}
      <p>
        <a href={address(locale, `register/${organisation.slug}`)} className="inline-block py-0.5">
          {t("provider")}
        </a>
      </p>
    </Side>
  );
}

function CandidatePanel({ candidate, actions }: { candidate: Candidate; actions: ReturnType<MatchActions> | undefined }) {
  const [t, desk, schemes] = [useTranslations("quality.one"), useTranslations("desk"), useTranslations("provider.contact.schemes")];
  const { name, town, country, homepage, identifiers } = candidate;
  const numbers = identifiers.map(({ scheme, value }) => `${schemes(scheme as "vat")} ${value}`);
  return (
    <div className="mt-5 border-line border-t pt-4">
      <Side title={t("holds")}>
        <Facts
          facts={[
            [t("name"), <LocalText key="name" texts={name} quiet />],
            [t("place"), [town, country].filter(Boolean).join(" · ")],
            [t("website"), homepage ?? t("nothing")],
            [t("identifiers"), numbers.length > 0 ? numbers.join(" · ") : t("nothing")],
          ]}
        />
      </Side>
      {actions && (
        <>
          <p className="mt-3 max-w-[62ch] text-ink-2 text-sm">{t("confirmHint")}</p>
          <div className="mt-3 flex flex-wrap gap-3">
            <ActionForm action={actions.confirm} problemsTitle={desk("problems")} label={t("confirm")}>
              <Button type="submit">{t("confirm")}</Button>
            </ActionForm>
            <ActionForm action={actions.reject} problemsTitle={desk("problems")} label={t("reject")}>
              <Button type="submit" look="quiet">
                {t("reject")}
              </Button>
            </ActionForm>
          </div>
        </>
      )}
    </div>
  );
}
