import { useTranslations } from "next-intl";

/** What stood in the way of a button of this page: `code` is a problem code, from the address that one was sent back to. */
export function ProblemSaid({ code }: { code: string | string[] | undefined }) {
  const t = useTranslations("problems");
  const key = [code].flat()[0];
  if (!key || !/^[A-Za-z]+$/.test(key) || !t.has(key as "notAllowed")) return null;

  return (
    <p role="alert" className="mt-5 rounded-md border-2 border-bad bg-bad-soft px-4 py-3 font-semibold text-bad">
      {t(key as "notAllowed")}
    </p>
  );
}
