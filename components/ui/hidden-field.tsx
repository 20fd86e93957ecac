"use client";

import { useField } from "./action-form";

/** What a form carries along unseen; what the action sent back takes its place. */
export function HiddenField({ name, value }: { name: string; value: string | number }) {
  const { values } = useField(name);
  const sent = values?.[0] ?? String(value);
  return <input key={sent} type="hidden" name={name} defaultValue={sent} />;
}
