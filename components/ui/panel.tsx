import type { ReactNode } from "react";

/** A box beside the text, with its heading. */
export function Panel({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section
      aria-labelledby={id}
      className="rounded-lg border border-line bg-raised p-5 shadow-soft print:break-inside-avoid print:border-x-0 print:px-0"
    >
      <h2 id={id} className="mb-3 font-bold font-text text-lg tracking-normal">
        {title}
      </h2>
      {children}
    </section>
  );
}
