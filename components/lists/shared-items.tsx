import { useLocale, useTranslations } from "next-intl";
import { ChooseTick, Choosing } from "@/components/offerings/choosing";
import { useSessionWords } from "@/components/plans/session-field";
import type { Day } from "@/lib/days/days";
import type { ListItem } from "@/lib/lists/queries";
import { chosenSession } from "@/lib/plans/steps";
import { plainText } from "@/lib/texts/texts";
import { ChangeLines } from "./change-lines";
import { KeepOne } from "./keep-one";
import { KeptCard } from "./kept-card";

/** A list as it is handed over: each offering with what was said of it and what has changed since. */
export function SharedItems({ items, day }: { items: ListItem[]; day: Day }) {
  const t = useTranslations("lists");
  const locale = useLocale();
  const wordsOf = useSessionWords(day);

  return (
    <Choosing keep={false}>
      <ol className="mt-4">
        {items.map((item) => {
          const { offering, note, changes, since } = item;
          const title = plainText(offering.title, locale, offering.original);
          const session = chosenSession(item);
          return (
            <li key={offering.id}>
              <KeptCard offering={offering} day={day}>
                {session && (
                  <p className="mt-2">
                    <strong>{t("shared.session")}</strong> {wordsOf(session)}
                  </p>
                )}
                {note !== "" && (
                  <p className="mt-3 whitespace-pre-line border-line-strong border-s-4 ps-4 [overflow-wrap:anywhere]">{note}</p>
                )}
                <ChangeLines changes={changes} since={since} />
                <p className="mt-2 flex flex-wrap gap-x-6 print:hidden">
                  <KeepOne slug={offering.slug} title={title} />
                  <ChooseTick slug={offering.slug} title={title} />
                </p>
              </KeptCard>
            </li>
          );
        })}
      </ol>
    </Choosing>
  );
}
