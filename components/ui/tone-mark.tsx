export type Tone = "good" | "warn" | "bad" | "none";

/** A mark whose shape says what its colour says: tick, triangle, cross, ring. */
export function ToneMark({ tone }: { tone: Tone }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className="shrink-0 translate-y-0.5">
      {tone === "good" && (
        <>
          <circle cx="8" cy="8" r="7.5" fill="var(--good)" />
          <path d="m4.500 8.300 2.400 2.400 4.600-5" stroke="var(--paper)" strokeWidth="1.8" fill="none" />
        </>
      )}
      {tone === "warn" && (
        <>
          <path d="M8 1 15.500 14.500H.5z" fill="var(--warn)" />
          <path d="M8 6v4m0 1.700v1" stroke="var(--paper)" strokeWidth="1.6" />
        </>
      )}
      {tone === "bad" && (
        <>
          <rect x="0.500" y="0.500" width="15" height="15" rx="3" fill="var(--bad)" />
          <path d="m5 5 6 6m0-6-6 6" stroke="var(--paper)" strokeWidth="1.8" />
        </>
      )}
      {tone === "none" && (
        <circle cx="8" cy="8" r="6.500" fill="none" stroke="var(--line-strong)" strokeWidth="1.8" strokeDasharray="3 2.500" />
      )}
    </svg>
  );
}
