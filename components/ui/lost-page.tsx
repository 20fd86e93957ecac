import type { ReactNode } from "react";
import { LostPath } from "./lost-path";

/** A page in place of the one that was wanted; `children` are the ways out of it. */
export function LostPage({ heading, text, children }: { heading: string; text: string; children: ReactNode }) {
  return (
    <main id="main" className="wrap py-16">
      <LostPath />
      <h1 className="mt-6 text-display leading-[1.08]">{heading}</h1>
      <p className="mt-4 mb-8 max-w-[52ch] text-ink-2 text-xl leading-snug">{text}</p>
      {children}
    </main>
  );
}
