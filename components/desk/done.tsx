import { useTranslations } from "next-intl";

/** What was just done, told on the page that one came to: `code` is a key of the desk's messages, from the address. */
export function Done({ code, values = {} }: { code: string | string[] | undefined; values?: Record<string, string | number> }) {
  const t = useTranslations("desk.done");
  const key = [code].flat()[0];
  if (!key || !/^[A-Za-z]+$/.test(key) || !t.has(key as "saved")) return null;

  return (
    <p role="status" className="mt-5 rounded-md border-good border-s-4 bg-good-soft px-4 py-3 font-semibold text-good">
      {t(key as "saved", values)}
    </p>
  );
}
