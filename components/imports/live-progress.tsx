"use client";

import { useEffect, useState } from "react";

export type Progress = { doneRows: number; totalRows: number | null; isUnderWay: boolean };

/**
 * Numbers of the work on a file, asked for every second; when it is done, the page is loaded anew. Without JavaScript the numbers are
 * those of the moment, and a link looks again.
 */
export function LiveProgress({
  address,
  begun,
  label,
  locale,
  of,
}: {
  address: string;
  begun: Progress;
  label: string;
  locale: string;
  of: string;
}) {
  const [{ doneRows, totalRows }, show] = useState(begun);
  useEffect(() => {
    const timer = setInterval(async () => {
      const answer = await fetch(address, { headers: { accept: "application/json" } }).catch(() => undefined);
      // Away for a moment: the next second asks again.
      if (!answer?.ok) return;
      const progress: Progress = await answer.json();
      show(progress);
      if (progress.isUnderWay) return;
      clearInterval(timer);
      window.location.reload();
    }, 1000);
    return () => clearInterval(timer);
  }, [address]);
  const number = (value: number | null) => (value === null ? "…" : value.toLocaleString(locale));

  return (
    <div className="max-w-xl">
      <p id="progress-label" className="font-semibold text-lg">
        {label}
      </p>
      <progress
        aria-labelledby="progress-label"
        value={totalRows ? doneRows : undefined}
        max={totalRows ?? undefined}
        className="mt-2 h-3 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent indeterminate:[&::-moz-progress-bar]:bg-transparent"
      />
      <p role="status" className="text-ink-2 tabular-nums">
        {of.replace("{done}", number(doneRows)).replace("{total}", number(totalRows))}
      </p>
    </div>
  );
}
