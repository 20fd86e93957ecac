import type { ReactNode } from "react";

type Props = { summary: ReactNode; open?: boolean; className?: string; children: ReactNode };

/** Opens on request on a screen, is always open on paper. */
export function Details({ summary, open = false, className = "", children }: Props) {
  return (
    <details
      open={open}
      className={`print:[&::details-content]:block print:[&::details-content]:[content-visibility:visible] ${className}`}
    >
      <summary className="w-fit py-1 text-accent text-sm underline underline-offset-4 hover:decoration-2 print:hidden">{summary}</summary>
      {children}
    </details>
  );
}
