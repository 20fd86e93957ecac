"use client";

import { useField } from "@/components/ui/action-form";

/** The box of one result; it stays ticked when the form comes back with something to put right. */
export function FoundTick({ slug, title, label }: { slug: string; title: string; label: string }) {
  const { values } = useField("o");
  return (
    <label className="inline-flex min-h-9 items-center gap-2.5 py-1 text-sm">
      <input type="checkbox" name="o" value={slug} defaultChecked={values?.includes(slug)} className="size-6 shrink-0 accent-accent" />
      <span>
        {label}
        <span className="sr-only">: {title}</span>
      </span>
    </label>
  );
}
