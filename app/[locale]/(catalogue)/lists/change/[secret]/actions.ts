"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { formAction, given } from "@/lib/action";
import { countTry } from "@/lib/auth/limits/commands";
import { networkAddress } from "@/lib/auth/session";
import { parseForm } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { mostKept, readChosen } from "@/lib/lists/chosen";
import { changeList, endList } from "@/lib/lists/commands";
import { listInput, readEntries } from "@/lib/lists/input";

export const changeListAction = formAction([given.text], async (secret, form) => {
  const [input, { entries, tooLong }] = [parseForm(listInput, form), readEntries(form)];
  if (!input.ok) return sendBack(form, input.problems);
  if (tooLong) return sendBack(form, [{ code: "listTextTooLong", field: tooLong }]);
  const { allowed } = await countTry("list", await networkAddress());
  if (!allowed) return sendBack(form, [{ code: "tooManyTries" }]);
  const more = readChosen(String(form.get("more") ?? "").split(/\s+/)).map((slug) => ({ slug, note: "" }));
  const added = more.filter(({ slug }) => !entries.some((one) => one.slug === slug));
  const changed = await changeList(secret, { ...input.value, entries: [...entries, ...added].slice(0, mostKept) });
  if (!changed.ok) return sendBack(form, changed.problems);
  return redirect(address(await getLocale(), `lists/change/${secret}?done=saved`));
});

export const endListAction = formAction([given.text], async (secret, form) => {
  const { allowed } = await countTry("list", await networkAddress());
  if (!allowed) return sendBack(form, [{ code: "tooManyTries" }]);
  await endList(secret);
  return redirect(address(await getLocale(), `lists/change/${secret}?done=ended`));
});
