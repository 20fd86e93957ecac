import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ScopeList } from "@/components/accreditations/scope-list";
import { LocalText } from "@/components/offerings/local-text";
import { OutwardLink } from "@/components/ui/outward-link";
import { type Tone, ToneMark } from "@/components/ui/tone-mark";
import type { Day } from "@/lib/days/days";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import type { Verdict } from "@/lib/register/answer";
import type { AccreditationDocument, AnswerDocument, RestrictionDocument } from "@/lib/register/document";
import { sentenceOf } from "@/lib/register/sentence";
import { hasText } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";
import { TermLines } from "./term-lines";

const tones: Record<Verdict, { tone: Tone; box: string }> = {
  yes: { tone: "good", box: "border-good bg-good-soft" },
  limited: { tone: "warn", box: "border-warn bg-warn-soft" },
  no: { tone: "bad", box: "border-bad bg-bad-soft" },
};

type Props = { document: AnswerDocument; today: Day; hrefOf?: (decision: number) => string; children?: ReactNode };

/** An answer in one sentence, and beneath it all that it rests on. */
export function AnswerView({ document, today, hrefOf, children }: Props) {
  const t = useTranslations("register.answer");
  const locale = useLocale();
  const { tone, box } = tones[document.answer.verdict];
  const { registrations, accreditations, restrictions } = document.basis;
  const term = { ...(hrefOf ? { hrefOf } : {}) };

  return (
    <div className={`rounded-e-lg border-s-8 p-5 print:border print:border-s-8 ${box}`}>
      <p className="flex max-w-[62ch] items-baseline gap-3 font-semibold text-lg">
        <ToneMark tone={tone} />
        <span>{sentenceOf(document, isLocale(locale) ? locale : defaultLocale, today)}</span>
      </p>
      {children}
      <h3 className="mt-5 mb-2">{t("basis")}</h3>
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-[15rem_minmax(0,1fr)] print:grid-cols-[13rem_minmax(0,1fr)]">
        <Part title={t("registration")} none={t("noRegistration")}>
          {registrations.map((one) => (
            <div key={`${one.status} ${one.from} ${one.authority.slug}`} className="mb-3">
              <p className="font-semibold">
                {t(`status.${one.status as "registered"}`)} · <LocalText texts={one.authority.name} quiet />
              </p>
              <TermLines term={one} {...term} />
            </div>
          ))}
        </Part>
        <Part title={t("accreditation")} none={t("noAccreditation")}>
          {accreditations.map((one) => (
            <Accreditation key={`${one.key} ${one.from}`} accreditation={one}>
              <TermLines term={one} {...term} />
            </Accreditation>
          ))}
        </Part>
      </div>
      {restrictions.length > 0 && (
        <Part title={t("restriction")} none="">
          {restrictions.map((one) => (
            <Restriction key={one.key} restriction={one}>
              <TermLines term={one} {...term} />
            </Restriction>
          ))}
        </Part>
      )}
    </div>
  );
}

function Part({ title, none, children }: { title: string; none: string; children: ReactNode[] }) {
  return (
    <div className="mt-1">
      <h4 className="mb-1 font-semibold text-ink-2 text-sm">{title}</h4>
      {children.length === 0 ? <p className="text-sm">{none}</p> : children}
    </div>
  );
}

function Accreditation({ accreditation, children }: { accreditation: AccreditationDocument; children: ReactNode }) {
  const t = useTranslations("register.answer");
  const locale = useLocale();
  const { title, type, standard, standardLabel, body, scope, decisionUrl, reportUrl } = accreditation;

  return (
    <div className="mb-4 grid break-inside-avoid gap-x-8 gap-y-1 lg:grid-cols-2 print:grid-cols-2">
      <div className="min-w-0">
        <p className="font-semibold">
          <LocalText texts={title} />
        </p>
        <p className="text-sm">
          {labelOf("accreditationTypes", type, locale)} ·{" "}
          {hasText(standardLabel) ? <LocalText texts={standardLabel} quiet /> : labelOf("qualityStandards", standard, locale)} ·{" "}
          <LocalText texts={body.name} quiet />
        </p>
        {children}
      </div>
      <div className="min-w-0">
        <ScopeList
          scope={{ eqfLevels: scope.eqf, fields: scope.fields, settings: scope.settings, jurisdictions: scope.jurisdictions }}
          offering={scope.offering !== null}
        />
        <p className="flex flex-wrap gap-x-4 text-sm">
          {decisionUrl && (
            <OutwardLink href={decisionUrl} className="inline-block py-1">
              {t("decision")}
            </OutwardLink>
          )}
          {reportUrl && (
            <OutwardLink href={reportUrl} className="inline-block py-1">
              {t("report")}
            </OutwardLink>
          )}
        </p>
      </div>
    </div>
  );
}

function Restriction({ restriction, children }: { restriction: RestrictionDocument; children: ReactNode }) {
  const t = useTranslations("register");
  const { scope, effect, bears, statement } = restriction;

  return (
    <div className="mb-3 break-inside-avoid">
      <p className="font-semibold">
        {t(`restrictions.effect.${effect as "hidden"}`)} · {t(`answer.bears.${bears}`)}
      </p>
      {hasText(statement) && (
        <p className="text-sm">
          <LocalText texts={statement} />
        </p>
      )}
      <ScopeList
        scope={{ eqfLevels: scope.eqf, fields: scope.fields, settings: scope.settings, jurisdictions: null }}
        offering={scope.offering !== null}
      />
      {children}
    </div>
  );
}
