import { useLocale, useTranslations } from "next-intl";
import { MissingStones } from "@/components/offerings/missing-stones";
import { Button, ButtonLink } from "@/components/ui/button";
import { RemovableChip } from "@/components/ui/chip";
import { SelectField } from "@/components/ui/field";
import { Pagination } from "@/components/ui/pagination";
import type { Day } from "@/lib/days/days";
import { address } from "@/lib/i18n/address";
import { questionParams } from "@/lib/register/question";
import { chosenFilters, type RegisterQuery, registerParams, sorts } from "@/lib/register/search/query";
import { pageSize, type RegisterResult } from "@/lib/register/search/result";
import { OrganisationRow } from "./organisation-row";
import { registerForm } from "./register-filters";
import { useRegisterLabel } from "./use-register-label";

type Props = { query: RegisterQuery; today: Day };
/** What the instance calls its quality labels, by code. */
type Labels = { labels: Record<string, string> };

function useHref(today: Day) {
  const locale = useLocale();
  return (query: RegisterQuery) => {
    const params = registerParams(query, today).toString();
    return `${address(locale, "register")}${params ? `?${params}` : ""}`;
  };
}

const withoutFilters = (query: RegisterQuery): RegisterQuery => ({
  ...query,
  page: 1,
  status: [],
  type: [],
  region: [],
  standard: [],
  eqf: [],
  field: [],
});

/** What was chosen, each to be taken back by one click, and all of it by another. */
export function ChosenOfRegister({ query, today, labels }: Props & Labels) {
  const t = useTranslations("register.search");
  const hrefOf = useHref(today);
  const labelOf = useRegisterLabel(labels);
  const chosen = chosenFilters(query);
  if (chosen.length === 0) return null;

  return (
    <ul aria-label={t("chosenLabel")} className="mt-4 flex flex-wrap items-center gap-2">
      {chosen.map(({ name, value, without }) => (
        <li key={`${name} ${value}`}>
          <RemovableChip href={hrefOf(without)} label={labelOf(name, value)} hint={t("remove")} />
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <a href={hrefOf(withoutFilters(query))} className="inline-flex min-h-9 items-center px-2 text-sm">
            {t("clear")}
          </a>
        </li>
      )}
    </ul>
  );
}

export function SortOfRegister({ query }: { query: RegisterQuery }) {
  const t = useTranslations("register.search.sort");

  return (
    <div className="flex items-end gap-2 print:hidden">
      <SelectField id="sort" name="sort" form={registerForm} label={t("label")} defaultValue={query.sort ?? "name"}>
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(sort)}
          </option>
        ))}
      </SelectField>
      <Button type="submit" look="quiet" form={registerForm}>
        {t("apply")}
      </Button>
    </div>
  );
}

/** The organisations found, page by page; past the last page, the way back. */
export function OrganisationList({ query, result, today }: Props & { result: RegisterResult }) {
  const t = useTranslations("register.search");
  const hrefOf = useHref(today);
  const { items, page, pages } = result;
  const clocks = questionParams({ ...(query.validOn === today ? {} : { validOn: query.validOn }), asKnownOn: query.asKnownOn }).toString();

  if (items.length === 0) {
    return (
      <div className="mt-6 border-line border-t pt-8">
        <p className="mb-5 text-lg">{t("pastEnd", { page, pages })}</p>
        <ButtonLink href={hrefOf({ ...query, page: pages })}>{t("lastPage", { page: pages })}</ButtonLink>
      </div>
    );
  }
  return (
    <>
      {pages > 1 && (
        <p className="mt-4 text-ink-2 text-sm">
          {t("range", { from: (page - 1) * pageSize + 1, to: (page - 1) * pageSize + items.length })}
        </p>
      )}
      <ol className="mt-4">
        {items.map((one) => (
          <li key={one.id}>
            <OrganisationRow organisation={one} day={query.validOn} params={clocks ? `?${clocks}` : ""} />
          </li>
        ))}
      </ol>
      <Pagination page={page} pages={pages} href={(one) => hrefOf({ ...query, page: one })} />
    </>
  );
}

/** Nobody found, and every way on from here. */
export function NobodyFound({ query, today, labels }: Props & Labels) {
  const t = useTranslations("register.search.empty");
  const hrefOf = useHref(today);
  const labelOf = useRegisterLabel(labels);
  const chosen = chosenFilters(query);
  const isToday = query.validOn === today && query.asKnownOn === null;

  return (
    <div className="mt-6 border-line border-t pt-8">
      <MissingStones />
      <p className="max-w-[60ch] text-lg">{t("lead")}</p>
      <ul className="mt-5 list-disc space-y-1.5 ps-5 marker:text-ink-2">
        {query.q !== "" && <li>{t("spelling")}</li>}
        {chosen.map(({ name, value, without }) => (
          <li key={`${name} ${value}`}>
            <a href={hrefOf(without)}>{t("without", { filter: labelOf(name, value) })}</a>
          </li>
        ))}
        {query.q !== "" && chosen.length > 0 && (
          <li>
            <a href={hrefOf(withoutFilters(query))}>{t("wordsOnly", { words: query.q })}</a>
          </li>
        )}
        {query.asKnownOn !== null && (
          <li>
            <a href={hrefOf({ ...query, page: 1, asKnownOn: null })}>{t("knownNow")}</a>
          </li>
        )}
        {!isToday && (
          <li>
            <a href={hrefOf({ ...query, page: 1, validOn: today, asKnownOn: null })}>{t("today")}</a>
          </li>
        )}
        <li>
          <a href={hrefOf({ ...withoutFilters(query), q: "", validOn: today, asKnownOn: null })}>{t("all")}</a>
        </li>
      </ul>
    </div>
  );
}
