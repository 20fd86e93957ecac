import { useLocale, useTranslations } from "next-intl";
import { ChangeLines } from "@/components/lists/change-lines";
import { KeptCard } from "@/components/lists/kept-card";
import { ChooseTick } from "@/components/offerings/choosing";
import { SessionField } from "@/components/plans/session-field";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField } from "@/components/ui/form-fields";
import { HiddenField } from "@/components/ui/hidden-field";
import type { ListRow } from "@/db/schema";
import type { Day } from "@/lib/days/days";
import type { FormState } from "@/lib/form";
import type { ListItem } from "@/lib/lists/queries";
import { plainText } from "@/lib/texts/texts";

type Props = { list: ListRow; items: ListItem[]; day: Day; action: (state: FormState, form: FormData) => Promise<FormState> };

/** The offerings of a list with their notes and sessions, in one form: each of its buttons saves all of it, and does one thing beside. */
export function ItemsForm({ list, items, day, action }: Props) {
  const [t, desk] = [useTranslations("clients.items"), useTranslations("desk")];
  const basis = list.updatedAt.toISOString();

  return (
    <ActionForm action={action} problemsTitle={desk("problems")} label={t("title")} className="mt-4">
      {/* The first button is the one that Enter presses. */}
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
        {t("save")}
      </button>
      <HiddenField name="basis" value={basis} />
      <ol>
        {items.map((item, place) => (
          <li key={item.offering.id}>
            <KeptCard offering={item.offering} day={day}>
              <Below item={item} day={day} isPlanned={!list.isTemplate} isFirst={place === 0} isLast={place === items.length - 1} />
            </KeptCard>
          </li>
        ))}
      </ol>
      <div className="border-line border-t pt-6">
        <Button type="submit">{t("save")}</Button>
      </div>
    </ActionForm>
  );
}

type BelowProps = { item: ListItem; day: Day; isPlanned: boolean; isFirst: boolean; isLast: boolean };

/** What a counsellor says and does of one offering. */
function Below({ item, day, isPlanned, isFirst, isLast }: BelowProps) {
  const t = useTranslations("clients.items");
  const locale = useLocale();
  const { offering, note, changes, since } = item;
  const title = plainText(offering.title, locale, offering.original);

  return (
    <div className="grid gap-3">
      <ChangeLines changes={changes} since={since} />
      {changes.length > 0 && (
        <p>
          <Act act="seen" slug={offering.slug} title={title} />
        </p>
      )}
      {isPlanned && offering.notice === null && (
        <div className="mt-2">
          <SessionField item={item} day={day} title={title} />
        </div>
      )}
      <AreaField
        name={`note.${offering.slug}`}
        label={
          <>
            {t("note")} <span className="sr-only">{title}</span>
          </>
        }
        rows={2}
        defaultValue={note}
        maxLength={1000}
      />
      <p className="flex flex-wrap items-center gap-x-5 gap-y-1">
        {!isFirst && <Act act="up" slug={offering.slug} title={title} />}
        {!isLast && <Act act="down" slug={offering.slug} title={title} />}
        <Act act="out" slug={offering.slug} title={title} />
        <ChooseTick slug={offering.slug} title={title} />
      </p>
    </div>
  );
}

function Act({ act, slug, title }: { act: "up" | "down" | "out" | "seen"; slug: string; title: string }) {
  const t = useTranslations("clients.items");
  return (
    <button
      type="submit"
      name="act"
      value={`${act}.${slug}`}
      className="inline-flex min-h-9 cursor-pointer items-center text-accent text-sm underline underline-offset-4 hover:decoration-2"
    >
      {t(act)}
      <span className="sr-only">&nbsp;{title}</span>
    </button>
  );
}
