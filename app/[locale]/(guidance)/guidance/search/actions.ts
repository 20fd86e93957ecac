"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { clientSearch } from "@/lib/catalogue/place";
import { parseSearchQuery } from "@/lib/catalogue/query";
import { parseForm } from "@/lib/form";
import { keepInList, startList } from "@/lib/guidance/lists/commands";
import { newListInput, unseenDoubts } from "@/lib/guidance/lists/input";
import { foundInput } from "@/lib/guidance/search/input";
import { sendBack } from "@/lib/i18n/send-back";

/** Keeps what was ticked in a list of one's own, or in a new one, and goes on with the same search. */
export const keepFoundAction = formAction([given.text], async (from, form) => {
  const actor = await requireActor("guidance/search");
  const input = parseForm(foundInput, form, ["o"]);
  if (!input.ok) return sendBack(form, input.problems);
  const { o, into, label } = input.value;
  const locale = await getLocale();
  const query = queryIn(from);
  let list = into;
  if (into === "") {
    const fresh = newListInput.safeParse({
      label,
      budget: String(query.priceMax ?? ""),
      startsFrom: query.startFrom ?? "",
      id: form.get("id"),
    });
    if (!fresh.success) return sendBack(form, [{ code: "labelMissing", field: "label" }]);
    const doubts = unseenDoubts(form);
    if (doubts.length > 0) return sendBack(form, doubts);
    const started = await startList(actor, { ...fresh.data, locale });
    if (!started.ok) return sendBack(form, started.problems);
    list = started.value.id;
  }
  const kept = await keepInList(actor, list, o);
  if (!kept.ok)
    return sendBack(
      form,
      kept.problems.map((one) => ({ ...one, field: "into" })),
    );
  const back = clientSearch(locale, list).hrefOf(query, { page: query.page });
  return redirect(`${back}&done=foundKept&added=${kept.value.added}`);
});

/** The search that the form stood below, from its address. */
function queryIn(from: string) {
  const params = new URLSearchParams(from.split("?")[1] ?? "");
  return parseSearchQuery(Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)])));
}
