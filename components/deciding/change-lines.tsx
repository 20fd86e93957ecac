import { useLocale, useTranslations } from "next-intl";
import { RestrictionTitle } from "@/components/accreditations/restriction-list";
import { ScopeList } from "@/components/accreditations/scope-list";
import { addDays } from "@/lib/days/days";
import { type Change, isFact } from "@/lib/decisions/decision";
import { formatDay } from "@/lib/i18n/format";
import { plainText, type Texts } from "@/lib/texts/texts";
import { FactTitle } from "./fact-title";

/** What a decision says in the register, one line for each thing and its days. `titles` are those of accreditations, and the names of successors, by key. */
export function ChangeLines({ changes, titles }: { changes: Change[]; titles: Map<string, Texts> }) {
  const t = useTranslations("deciding.run");
  const locale = useLocale();
  const day = (on: string) => formatDay(on, locale, "long");

  return (
    <ul className="max-w-[54rem]">
      {changes.map((change) => (
        <li key={`${change.of} ${"key" in change ? change.key : ""} ${change.from}`} className="border-line border-t py-3">
          <p className="font-semibold">
            <ChangeTitle change={change} titles={titles} />
          </p>
          <p className="text-ink-2 text-sm">
            {change.from === null
              ? t("always")
              : change.until === null
                ? t(isFact(change) ? "since" : "open", { from: day(change.from) })
                : t("days", { from: day(change.from), until: day(addDays(change.until, -1)) })}
          </p>
          <ChangeScope change={change} />
        </li>
      ))}
    </ul>
  );
}

function ChangeTitle({ change, titles }: { change: Change; titles: Map<string, Texts> }) {
  const t = useTranslations("deciding.run.change");
  const locale = useLocale();
  if (isFact(change)) return <FactTitle change={change} titles={titles} />;
  if (change.of === "registration") return t("registration", { status: change.holds?.status ?? "none" });
  if (change.of === "restriction") return change.holds ? <RestrictionTitle restriction={change.holds} /> : t("restrictionGone");
  const title = plainText(change.holds?.title ?? titles.get(change.key), locale);
  if (!change.holds) return t("accreditationGone", { title });
  return t(change.holds.effect === "withdrawn" ? "accreditationWithdrawn" : "accreditation", { title });
}

function ChangeScope({ change }: { change: Change }) {
  const t = useTranslations("deciding.public.restricted");
  if (isFact(change) || change.of === "registration" || !change.holds) return null;
  const { eqfLevels, fields, settings, offeringId } = change.holds;
  const jurisdictions = change.of === "accreditation" && change.holds ? change.holds.jurisdictions : null;
  const everything = [eqfLevels, fields, settings, offeringId].every((part) => part === null);
  return (
    <div className="mt-1 text-sm">
      {everything && change.of === "restriction" ? (
        t("everything")
      ) : (
        <ScopeList
          scope={{ eqfLevels, fields, settings, jurisdictions }}
          offering={offeringId !== null}
          limitedOnly={change.of === "restriction"}
        />
      )}
    </div>
  );
}
