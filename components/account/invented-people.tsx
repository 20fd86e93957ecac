import { useTranslations } from "next-intl";
import type { MemberRole } from "@/db/schema";
import { plainText, type Texts } from "@/lib/texts/texts";

type Invented = { id: string; name: string; role: MemberRole | null; organisation: Texts | null };

/** In a demonstration, everybody whom one click signs in. */
export function InventedPeople({
  people,
  locale,
  action,
}: {
  people: Invented[];
  locale: string;
  action: (id: string) => () => Promise<void>;
}) {
  const t = useTranslations("account");

  return (
    <section aria-labelledby="invented" className="rounded-lg border border-line bg-raised p-5 shadow-soft">
      <h2 id="invented" className="text-xl">
        {t("demonstration.title")}
      </h2>
      <p className="mt-1 mb-4 text-ink-2 text-sm">{t("demonstration.text")}</p>
      <ul className="grid gap-2 sm:grid-cols-2">
        {people.map(({ id, name, role, organisation }) => (
          <li key={id}>
            <form action={action(id)} className="h-full">
              <button
                type="submit"
                className="h-full min-h-14 w-full cursor-pointer rounded-md border-[1.5px] border-line-strong bg-paper px-4 py-2 text-start hover:border-accent hover:bg-accent-soft"
              >
                <span className="sr-only">{t("demonstration.as", { name })}: </span>
                <span aria-hidden="true" className="block font-semibold">
                  {name}
                </span>
                <span className="block text-ink-2 text-sm">
                  {role && organisation ? `${t(`role.${role}`)}, ${plainText(organisation, locale)}` : t("demonstration.none")}
                </span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
