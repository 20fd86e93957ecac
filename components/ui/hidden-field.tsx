"use client";

import { useField } from "./action-form";

/** Travels with a form unseen; what the last attempt was sent back with goes before what the page was drawn with. */
export function HiddenField({ name, value }: { name: string; value: string | number }) {
  const { values } = useField(name);
  return <input type="hidden" name={name} value={values?.[0] ?? value} />;
}
