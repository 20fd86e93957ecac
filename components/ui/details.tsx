import type { ReactNode } from "react";

/** Opens on request on a screen, is always open on paper. */
export function Details({ summary, className = "", children }: { summary: ReactNode; className?: string; children: ReactNode }) {
  return (
    <details className={`print:[&::details-content]:block print:[&::details-content]:[content-visibility:visible] ${className}`}>
      <summary className="w-fit py-1 text-accent text-sm underline underline-offset-4 hover:decoration-2 print:hidden">{summary}</summary>
      {children}
    </details>
  );
}
