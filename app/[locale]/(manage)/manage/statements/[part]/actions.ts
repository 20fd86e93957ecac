"use server";

import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { formOf } from "@/lib/offerings/drafts/form";
import { readBase, readPart } from "@/lib/offerings/drafts/input";
import { baseAfter } from "@/lib/offerings/drafts/merge";
import { type EditorPart, isEditorPart, valuesOfPart } from "@/lib/offerings/drafts/parts";
import { readingContext } from "@/lib/offerings/drafts/queries";
import { clashWords } from "@/lib/offerings/drafts/words";
import { canonical } from "@/lib/offerings/publication";
import { changeStatements, type Refused, type Statement, type Weighed, weighStatement } from "@/lib/statements/commands";
import type { StatementState } from "@/lib/statements/form";
import { asContent, statedFieldsOf, statementParts } from "@/lib/statements/statements";
import { effectWords, relianceWords } from "@/lib/statements/words";

/** Says what a change of the statements would do; with the mark of what was shown (`shown`), it does that. */
export const stateAction = formAction(
  [z.object({ part: given.text, languages: z.array(given.text) })],
  async (place, form): Promise<StatementState> => {
    const { part, languages } = place;
    const actor = await requireActor(`manage/statements/${part}`);
    if (!isEditorPart(part) || !statementParts.includes(part)) notFound();
    const sent = valuesOf(form);
    const base = readBase(sent.base?.[0]);
    const back: StatementState = { problems: [], values: {}, base: JSON.stringify(base), clashes: [], effect: null, relied: [] };
    const read = readPart(part, sent, await readingContext(base));
    if (!read.ok) return { ...back, ...(await sendBack(form, read.problems)) };

    const taken = Object.entries(sent).flatMap(([name, [choice]]) =>
      name.startsWith("choose.") && choice === "theirs" ? [name.slice(7)] : [],
    );
    const values = Object.fromEntries(statedFieldsOf(part).map((field) => [field, read.value[field]]));
    const statement: Statement = { part, values, base, taken, keep: sent.keep?.[0] === "yes" };
    const shown = sent.shown?.[0];
    const done = shown ? await changeStatements(actor, statement, shown) : undefined;
    if (done?.ok) redirect(address(await getLocale(), `manage/statements?done=stated#part-${part}`));
    const isOutdated = done?.problems.some(({ code }) => code === "effectChanged");
    const weighed = !done || isOutdated ? await weighStatement(actor, statement) : done;
    if (!weighed.ok) return await refused(weighed, statement, { ...back, ...(await sendBack(form, weighed.problems)) });
    const asked = await shownEffect(weighed.value, part, languages, statement.keep);
    return isOutdated && done && !done.ok ? { ...asked, problems: (await sendBack(form, done.problems)).problems } : asked;
  },
);

/** The form as it is understood, others' changes included, above which stands what it would do. */
async function shownEffect(weighed: Weighed, part: EditorPart, languages: string[], keep: boolean): Promise<StatementState> {
  const { change } = weighed;
  const [words, locale] = await Promise.all([wordsOf(), getLocale()]);
  const isStated = canonical(change.before) === canonical(change.after);
  return {
    problems: [],
    values: { ...formOf(asContent(change.after, locale), part, languages), keep: keep ? ["yes"] : [] },
    base: JSON.stringify(valuesOfPart(asContent(change.before, locale), part)),
    clashes: [],
    effect: effectWords(weighed, isStated, part, words, locale),
    relied: [],
  };
}

async function wordsOf() {
  const [statements, told] = await Promise.all([getTranslations("statements"), getTranslations("publication.told")]);
  return { statements, told };
}

async function refused({ clashes, affected }: Refused, { part, base }: Statement, state: StatementState): Promise<StatementState> {
  const [t, words, locale] = await Promise.all([getTranslations("offering.history"), wordsOf(), getLocale()]);
  const fieldName = (field: string) => (t.has(`fields.${field}` as "fields.title") ? t(`fields.${field}` as "fields.title") : field);
  return {
    ...state,
    base: JSON.stringify(baseAfter(base, clashes)),
    clashes: clashes.map((clash) => clashWords(clash, fieldName, locale)),
    relied: relianceWords(affected, part, words, locale),
  };
}
