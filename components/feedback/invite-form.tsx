"use client";

import { useActionState, useId } from "react";
import { Button } from "@/components/ui/button";
import type { FormState } from "@/lib/form";

/** The links that were just made, which are shown this once. */
export type LinksState = FormState & { links: string[] };

type Words = { count: string; button: string; ready: string; readyText: string; download: string };

/** Makes links and shows them in the answer itself: they stand in no address, and no later page has them. */
export function InviteForm({
  action,
  label,
  words,
  fileName,
}: {
  action: (previous: LinksState, form: FormData) => Promise<LinksState>;
  label: string;
  words: Words;
  fileName: string;
}) {
  const [{ links, problems, values }, submit, pending] = useActionState(action, { problems: [], values: {}, links: [] });
  const id = useId();
  const [problem] = problems;

  return (
    <>
      <form action={submit} aria-label={label} aria-busy={pending} noValidate className="flex flex-wrap items-end gap-3 print:hidden">
        <div className={problem ? "border-bad border-s-4 ps-3" : ""}>
          <label htmlFor={id} className="mb-1 block text-sm">
            {words.count}
          </label>
          {problem && (
            <p id={`${id}-problem`} role="alert" className="mb-1 max-w-xs font-semibold text-bad text-sm">
              {problem.message}
            </p>
          )}
          <input
            id={id}
            name="count"
            type="number"
            inputMode="numeric"
            min={1}
            max={500}
            defaultValue={values.count?.[0] ?? "20"}
            aria-invalid={problem !== undefined}
            aria-describedby={problem ? `${id}-problem` : undefined}
            className="min-h-11 w-28 rounded-md border-[1.5px] border-line-strong bg-raised px-3 py-1.5 aria-invalid:border-bad"
          />
        </div>
        <Button look="quiet" type="submit" disabled={pending}>
          {words.button}
        </Button>
      </form>
      {links.length > 0 && (
        <div role="status" className="mt-4 rounded-md border-good border-s-4 bg-good-soft px-4 py-3">
          <p className="font-semibold text-good">{words.ready}</p>
          <p className="mt-1 text-sm print:hidden">
            {words.readyText}{" "}
            <a download={fileName} href={`data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(links))}`}>
              {words.download}
            </a>
          </p>
          <ol className="mt-3 list-decimal space-y-1.5 ps-8 font-mono text-sm">
            {links.map((link) => (
              <li key={link} className="break-all print:break-inside-avoid print:py-3">
                {link}
              </li>
            ))}
          </ol>
        </div>
      )}
    </>
  );
}

function csvOf(links: string[]): string {
  return ["number;link", ...links.map((link, position) => `${position + 1};${link}`)].join("\r\n");
}
