import { useLocale, useTranslations } from "next-intl";
import { Details } from "@/components/ui/details";
import { differences } from "@/lib/trail/difference";

/** What was and what is, part by part: named, and not only coloured. */
export function Differences({ before, after }: { before: unknown; after: unknown }) {
  const t = useTranslations("trail");
  const locale = useLocale();
  const parts = differences(before, after, locale);
  const nameOf = useFieldLabel();
  if (parts.length === 0) return null;
  return (
    <Details summary={t("details", { count: parts.length })} className="mt-0.5">
      <dl className="mt-1 max-w-[68ch] border-line border-s-2 ps-3 text-sm">
        {parts.map(({ field, was, now }) => (
          <div key={field} className="py-1.5">
            <dt className="font-semibold">{nameOf(field)}</dt>
            {was !== null && (
              <dd className="whitespace-pre-line text-ink-2">
                <span className="sr-only">{t("was")} </span>
                <del>{was}</del>
              </dd>
            )}
            {now !== null && (
              <dd className="whitespace-pre-line">
                {was !== null && <span className="sr-only">{t("now")} </span>}
                {now}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </Details>
  );
}

/** The label of a part, where it is one that forms or pages name; else the name under which it is kept. */
function useFieldLabel(): (field: string) => string {
  const [t, offering] = [useTranslations("trail"), useTranslations("offering.history.fields")];
  return (field) => {
    if (!/^\w+$/.test(field)) return field === "" ? t("value") : field;
    if (t.has(`field.${field}`)) return t(`field.${field}`);
    return offering.has(field) ? offering(field) : field;
  };
}
