import { useLocale, useTranslations } from "next-intl";
import { ScopeList } from "@/components/accreditations/scope-list";
import { LocalText } from "@/components/offerings/local-text";
import { OutwardLink } from "@/components/ui/outward-link";
import { Section } from "@/components/ui/section";
import { ToneMark } from "@/components/ui/tone-mark";
import { recentOf } from "@/lib/accreditations/recent";
import { contains, type Day } from "@/lib/days/days";
import { formatDay } from "@/lib/i18n/format";
import type { RegisterRecord } from "@/lib/register/record/queries";
import { hasText } from "@/lib/texts/texts";
import { TermLines } from "./term-lines";

type Props = { record: RegisterRecord; day: Day; hrefOf: (decision: number) => string };

/** What an authority limits or warns of: which decision says so, when it is looked at again, and how to contest it. */
export function RestrictionList({ record, day, hrefOf }: Props) {
  const t = useTranslations("register.restrictions");
  const locale = useLocale();
  if (record.restrictions.length === 0) return null;
  const { shown, left } = recentOf(record.restrictions, day);

  return (
    <Section id="restrictions" title={t("title")}>
      <ul className="max-w-[52rem] space-y-5">
        {shown.toReversed().map((one) => {
          const holds = contains(one.valid, day);
          const { statement, reviewOn, decision } = one.term;
          const contact = decision && record.authorities[decision.authority.slug];
          return (
            <li
              key={`${one.key} ${one.valid.from}`}
              className={`break-inside-avoid rounded-e-lg border-s-8 p-4 ${holds ? "border-warn bg-warn-soft" : "border-line bg-sunk"}`}
            >
              <p className="flex items-baseline gap-2.5 font-semibold">
                <ToneMark tone={holds ? (one.effect === "hidden" ? "bad" : "warn") : "none"} />
                {t(`effect.${one.effect}`)}
                {one.effectOn && ` · ${formatDay(one.effectOn, locale, "long")}`}
              </p>
              {hasText(statement) && (
                <p className="mt-2 max-w-[62ch]">
                  <LocalText texts={statement} />
                </p>
              )}
              <div className="mt-2 grid gap-x-8 gap-y-2 md:grid-cols-2">
                <ScopeList scope={{ ...one, jurisdictions: null }} offering={one.offeringId !== null} />
                <TermLines term={one.term} hrefOf={hrefOf} />
              </div>
              {reviewOn && <p className="mt-2 text-sm">{t("review", { day: formatDay(reviewOn, locale, "long") })}</p>}
              <p className="mt-2 text-sm">
                {t("contest", { number: decision?.number ?? 0 })} <LocalText texts={decision?.authority.name ?? {}} quiet />
                {contact?.email && (
                  <>
                    , <a href={`mailto:${contact.email}`}>{contact.email}</a>
                  </>
                )}
                {contact?.homepage && (
                  <>
                    , <OutwardLink href={contact.homepage}>{contact.homepage.replace(/^https?:\/\//, "")}</OutwardLink>
                  </>
                )}
              </p>
            </li>
          );
        })}
      </ul>
      {left > 0 && <p className="mt-4">{t("left", { count: left })}</p>}
    </Section>
  );
}
