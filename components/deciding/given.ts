import type { SentForm } from "@/lib/decisions/kinds/words";

/** What a form is filled with before anybody types. */
export type Given = { one: (name: string) => string; all: (name: string) => string[] };

export function givenIn(form: SentForm): Given {
  return { one: (name) => form[name]?.[0] ?? "", all: (name) => form[name] ?? [] };
}
