import { encode } from "uqr";

/** Longer addresses make a pattern so fine that a telephone does not read it from paper. */
const longest = 700;

/** The pattern of a QR code (ISO/IEC 18004) as one SVG path in units of a module, its quiet zone included; none for what is too long. */
export function qrPath(text: string): { size: number; path: string } | undefined {
  if (text.length > longest) return undefined;
  const { data, size } = encode(text, { ecc: "L", boostEcc: true, border: 4 });
  return {
    size,
    path: data
      .map((row, y) =>
        runsIn(row)
          .map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)
          .join(""),
      )
      .join(""),
  };
}

/** Where dark modules follow each other, as start and length: one rectangle for each run makes a fifth of the path. */
function runsIn(row: boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [x, dark] of row.entries()) {
    const run = runs.at(-1);
    if (!dark) continue;
    if (run && run[0] + run[1] === x) run[1]++;
    else runs.push([x, 1]);
  }
  return runs;
}
