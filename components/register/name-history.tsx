import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Fact, FactList } from "@/components/offerings/about";
import { InEachLanguage } from "@/components/providers/in-each-language";
import { SuccessionLine } from "@/components/providers/provider-head";
import { Section } from "@/components/ui/section";
import { lastDay } from "@/lib/accreditations/accreditation";
import { formatDay } from "@/lib/i18n/format";
import type { RegisterRecord } from "@/lib/register/record/queries";

type Named = Pick<RegisterRecord, "names" | "identifiers" | "successions">;

/** What it was called when, how others number it, and what it came from. */
export function NameHistory({ record, aside }: { record: Named; aside?: ReactNode }) {
  const t = useTranslations("register.names");
  const schemes = useTranslations("provider.contact.schemes");
  const locale = useLocale();
  const day = (one: string) => formatDay(one, locale, "long");

  return (
    <Section id="names" title={t("title")} aside={aside}>
      <div className="grid gap-x-14 gap-y-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <table className="w-full text-start">
          <thead>
            <tr className="border-line border-b text-ink-2 text-sm">
              <th scope="col" className="py-2 pe-6 text-start font-semibold">
                {t("name")}
              </th>
              <th scope="col" className="py-2 text-start font-semibold">
                {t("period")}
              </th>
            </tr>
          </thead>
          <tbody>
            {record.names.toReversed().map((one) => {
              const end = lastDay(one);
              return (
                <tr key={`${one.from} ${one.until}`} className="border-line border-b align-top">
                  <td className="wrap-anywhere py-2.5 pe-6">
                    <InEachLanguage texts={one.name} />
                  </td>
                  <td className="py-2.5 text-sm">
                    {t(end === null ? "since" : "until", {
                      from: one.from === null ? "" : day(one.from),
                      last: end === null ? "" : day(end),
                    })}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <div>
          {record.identifiers.length > 0 && (
            <FactList>
              {record.identifiers.map(({ scheme, value }) => (
                <Fact key={`${scheme} ${value}`} label={schemes(scheme as "vat")}>
                  {value}
                </Fact>
              ))}
            </FactList>
          )}
          {record.successions.map((one) => (
            <SuccessionLine key={`${one.slug} ${one.on}`} succession={one} folder="register" />
          ))}
        </div>
      </div>
    </Section>
  );
}
