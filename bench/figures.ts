/** The value that a share of all lie at or below. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export const median = (values: number[]) => percentile(values, 0.5);

type Hold = { atMost: number } | { atLeast: number };

/** One line a figure; with a number to hold, whether it is held. */
export function figure(name: string, value: number, unit: string, note = "", hold?: Hold): void {
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  const ok = hold && ("atMost" in hold ? value <= hold.atMost : value >= hold.atLeast);
  const held = hold ? `hold ${"atMost" in hold ? `≤ ${hold.atMost}` : `≥ ${hold.atLeast}`} → ${ok ? "ok" : "MISSED"}` : "";
  const remarks = [note, held].filter(Boolean).join(", ");
  console.log(`${name.padEnd(52)} ${value.toFixed(digits).padStart(9)} ${unit}${remarks ? `  (${remarks})` : ""}`);
  if (hold && !ok) process.exitCode = 1;
}
