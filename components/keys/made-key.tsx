"use client";

import { useField } from "@/components/ui/action-form";

/**
 * The secret of the key that was just made, in the answer to the form and nowhere else: it is not kept, and an address would stand in
 * logs and histories.
 */
export function MadeKey({ title, text, label }: { title: string; text: string; label: string }) {
  const secret = useField("secret").values?.[0];
  if (!secret) return null;

  return (
    <div role="status" className="mb-6 rounded-md border-good border-s-4 bg-good-soft px-5 py-4">
      <p className="mb-1 font-bold text-good">{title}</p>
      <p className="mb-3 max-w-[62ch]">{text}</p>
      <label htmlFor="secret" className="mb-1 block font-semibold text-sm">
        {label}
      </label>
      <input
        id="secret"
        readOnly
        value={secret}
        onFocus={({ target }) => target.select()}
        className="min-h-11 w-full rounded-md border-[1.5px] border-line-strong bg-raised px-3 font-mono text-sm"
      />
    </div>
  );
}
