import { useLocale, useTranslations } from "next-intl";
import { ChangeList } from "@/components/offerings/change-list";
import { Section } from "@/components/ui/section";
import { address } from "@/lib/i18n/address";
import type { CatalogueStatements } from "@/lib/offerings/content";
import { type EditorPart, statementOf } from "@/lib/offerings/drafts/parts";
import { whatChanged } from "@/lib/offerings/what-changed";
import type { StatementUse } from "@/lib/statements/queries";
import { asContent, isStatedField, type Stance, type StatedField, statedFieldsOf } from "@/lib/statements/statements";

type Uses = Map<StatedField, StatementUse>;
type Props = { part: EditorPart; statements: CatalogueStatements; uses: Uses; mayWrite: boolean };

/** What one part states for all offerings, each with how many take it over, and what is not stated for all. */
export function StatementPart({ part, statements, uses, mayWrite }: Props) {
  const t = useTranslations("statements");
  const parts = useTranslations("editor.parts");
  const locale = useLocale();
  const changes = whatChanged(asContent({}, locale), asContent(statements, locale)).filter(({ field }) =>
    statedFieldsOf(part).some((one) => one === field),
  );
  const unstated = statedFieldsOf(part).filter((field) => statementOf(statements, field) === undefined);

  return (
    <Section
      id={`part-${part}`}
      title={parts(`${part}.name`)}
      aside={
        mayWrite && (
          <a
            href={address(locale, `manage/statements/${part}`)}
            aria-label={t(changes.length > 0 ? "changePart" : "statePart", { part: parts(`${part}.name`) })}
            className="inline-flex min-h-9 items-center font-semibold"
          >
            {t(changes.length > 0 ? "change" : "state")}
          </a>
        )
      }
    >
      {changes.length > 0 && (
        <ChangeList
          changes={changes}
          original={locale}
          onlyNow
          noteFor={(field) => isStatedField(field) && <Uses field={field} use={uses.get(field)} />}
        />
      )}
      {unstated.length > 0 && <Unstated fields={unstated} uses={uses} />}
    </Section>
  );
}

/** How many take the statement over, and how many stand otherwise; each number leads to them. */
function Uses({ field, use }: { field: StatedField; use: StatementUse | undefined }) {
  const t = useTranslations("statements.use");
  const { takes = 0, own = 0, silent = 0, outdated = 0 } = use ?? {};
  return (
    <span id={field} className="flex flex-wrap gap-x-3 text-ink-2 text-sm">
      {takes > 0 ? <Count field={field} stance="takes" text={t("takes", { count: takes })} /> : t("takes", { count: 0 })}
      {own > 0 && <Count field={field} stance="own" text={t("own", { count: own })} />}
      {silent > 0 && <Count field={field} stance="silent" text={t("silent", { count: silent })} />}
      {outdated > 0 && <span className="font-semibold text-warn">{t("outdated", { count: outdated })}</span>}
    </span>
  );
}

function Count({ field, stance, text }: { field: StatedField; stance: Stance; text: string }) {
  const locale = useLocale();
  return (
    <a href={address(locale, `manage/offerings?statement=${field}&stance=${stance}`)} className="inline-block py-0.5">
      {text}
    </a>
  );
}

function Unstated({ fields, uses }: { fields: StatedField[]; uses: Uses }) {
  const t = useTranslations("statements");
  const names = useTranslations("offering.history.fields");
  return (
    <p className="border-line border-t pt-3 text-ink-2 text-sm">
      {t("unstated")}
      {": "}
      {fields.map((field, place) => {
        const own = uses.get(field)?.own ?? 0;
        return (
          <span key={field} id={field}>
            {place > 0 && ", "}
            {names(field)}
            {own > 0 && <> ({t("use.says", { count: own })})</>}
          </span>
        );
      })}
    </p>
  );
}
