"use client";

import { useEffect, useState } from "react";
import { ToneMark } from "@/components/ui/tone-mark";
import { checkEntry, type Evidence } from "@/lib/public-log/check";

type Outcome = "holds" | "unable" | "fails";

/** The same check once more, in the reader's browser: then nobody's word need be taken for it. Shows nothing until it is done. */
export function BrowserCheck({ evidence, words }: { evidence: Evidence; words: Record<Outcome, string> & { byServer: string } }) {
  const [outcome, show] = useState<Outcome>();
  useEffect(() => {
    let isGone = false;
    const done = (found: Outcome) => !isGone && show(found);
    // Browsers compute only where the page itself came over a safe connection.
    if (!globalThis.crypto?.subtle) return;
    checkEntry(evidence).then(
      ({ rootHolds, signature }) => done(!rootHolds || signature === "fails" ? "fails" : signature),
      () => done("fails"),
    );
    return () => {
      isGone = true;
    };
  }, [evidence]);

  return (
    <p role="status" className="mt-4 flex items-baseline gap-2">
      {outcome && <ToneMark tone={outcome === "holds" ? "good" : outcome === "unable" ? "warn" : "bad"} />}
      <span>{words[outcome ?? "byServer"]}</span>
    </p>
  );
}
