import { useLocale, useTranslations } from "next-intl";
import { tableLook as look } from "@/components/ui/table-look";
import { type Tone, ToneMark } from "@/components/ui/tone-mark";
import { type Assessment, differencesOf, type Verdict } from "@/lib/casework/assessment";
import { type CriteriaContent, criteriaOf } from "@/lib/criteria/criteria";
import { formatList } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";

type Found = { name: string; assessment: Assessment };
const tones: Record<Verdict, Tone> = { met: "good", partly: "warn", "not-met": "bad" };

/** What was found, criterion by criterion beside each other; where two assessors differ it says so. */
export function Comparison({ content, found, compared }: { content: CriteriaContent; found: Found[]; compared: Assessment[] }) {
  const t = useTranslations("casework");
  const locale = useLocale();
  const [one, other] = compared;
  const differ = new Set(one && other ? differencesOf(one, other) : []);
  const scope = {
    levels: ({ levels }: Assessment) => formatList(levels.map(String), locale),
    fields: ({ fields }: Assessment) =>
      formatList(
        fields.map((code) => labelOf("fields", code, locale)),
        locale,
      ),
  };
  const row = (code: string) => `${look.row} ${differ.has(code) ? "bg-warn-soft" : ""}`;
  const mark = (code: string) =>
    differ.has(code) && (
      <span className="flex items-baseline gap-1.5 font-semibold text-sm text-warn">
        <ToneMark tone="warn" />
        {t("compare.differs")}
      </span>
    );

  return (
    <>
      {one && other && <p className="mb-3 font-semibold">{t("compare.found", { count: differ.size })}</p>}
      <table className={look.table}>
        <caption className="sr-only">{t("compare.title")}</caption>
        <thead className={look.head}>
          <tr className={look.headRow}>
            <th scope="col" className={`${look.headCell} ps-2`}>
              {t("compare.criterion")}
            </th>
            {found.map(({ name }) => (
              <th key={name} scope="col" className={look.headCell}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteriaOf(content).map(({ code, title }) => (
            <tr key={code} className={row(code)}>
              <th scope="row" className={`${look.name} max-w-72 ps-2`}>
                {code} {plainText(title, locale)}
                {mark(code)}
              </th>
              {found.map(({ name, assessment: { answers } }) => (
                <td key={name} className={`${look.cell} max-sm:ps-2`}>
                  <Finding name={name} verdict={answers[code]?.verdict} comment={answers[code]?.comment} />
                </td>
              ))}
            </tr>
          ))}
          {(["levels", "fields"] as const).map((part) => (
            <tr key={part} className={row(part)}>
              <th scope="row" className={`${look.name} ps-2`}>
                {t(`assess.${part}`)}
                {mark(part)}
              </th>
              {found.map(({ name, assessment }) => (
                <td key={name} className={`${look.cell} max-sm:ps-2`}>
                  <span className="block text-ink-2 text-sm sm:hidden">{name}</span>
                  {scope[part](assessment) || t(part === "levels" ? "assess.none" : "assess.all")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Finding({ name, verdict, comment }: { name: string; verdict: Verdict | undefined; comment: string | undefined }) {
  const t = useTranslations("casework.assess.verdict");
  if (!verdict) return null;
  return (
    <>
      <span className="block text-ink-2 text-sm sm:hidden">{name}</span>
      <span className="flex items-baseline gap-2 font-semibold">
        <ToneMark tone={tones[verdict]} />
        {t(verdict)}
      </span>
      {comment && <p className="mt-1 max-w-[46ch] whitespace-pre-line text-sm [overflow-wrap:anywhere]">{comment}</p>}
    </>
  );
}
