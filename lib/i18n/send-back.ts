import "server-only";
import { getTranslations } from "next-intl/server";
import { type FormState, valuesOf } from "@/lib/form";
import type { Problem } from "@/lib/result";

/** Returns a form with everything that was typed still in it, and what is wrong in the reader's language. */
export async function sendBack(form: FormData, problems: Problem[]): Promise<FormState> {
  const t = await getTranslations("problems");
  return {
    values: valuesOf(form),
    problems: problems.map(({ code, field }) => ({ message: t(code), ...(field ? { field } : {}) })),
  };
}
