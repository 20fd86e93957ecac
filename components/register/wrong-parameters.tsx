import { useTranslations } from "next-intl";
import type { Problem } from "@/lib/result";

/** What of the address made no sense, and what was done without it. */
export function WrongParameters({ problems }: { problems: Problem[] }) {
  const t = useTranslations("register");
  const said = useTranslations("problems");
  if (problems.length === 0) return null;

  return (
    <div role="alert" className="my-5 rounded-md border-2 border-bad bg-bad-soft px-4 py-3">
      <p className="font-semibold text-bad">{t("notAsked")}</p>
      <ul className="mt-1 list-disc ps-5">
        {problems.map(({ code, field }) => (
          <li key={`${field} ${code}`}>
            {field && <strong className="font-semibold">{t(`parameters.${field as "eqf"}`)} </strong>}
            {said(code)}
          </li>
        ))}
      </ul>
    </div>
  );
}
