/** The course of a number in a line of a table; the numbers stand beside it. */
export function SparkLine({ counts }: { counts: number[] }) {
  const most = Math.max(1, ...counts);
  const points = counts.map((count, place) => `${2 + (place / Math.max(1, counts.length - 1)) * 92},${22 - (count / most) * 20}`).join(" ");
  return (
    <svg viewBox="0 0 96 24" aria-hidden="true" className="inline-block h-6 w-24">
      <line x1="0" y1="23.5" x2="96" y2="23.5" stroke="var(--line)" />
      <polyline points={points} fill="none" stroke="var(--accent)" strokeWidth="2" strokeLinejoin="round" />
    </svg>
  );
}
