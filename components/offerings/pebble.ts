type Size = { width: number; height: number };

/** How the four corners of a pebble differ, so that no two neighbours look stamped: shares of half the width, and how far the top leans. */
const shapes = [
  { left: 0.62, right: 0.5, lean: -0.06, sit: 0.72 },
  { left: 0.5, right: 0.66, lean: 0.08, sit: 0.68 },
  { left: 0.58, right: 0.58, lean: 0.02, sit: 0.76 },
  { left: 0.46, right: 0.6, lean: -0.1, sit: 0.7 },
] as const;

function shapeFor(seed: string | number) {
  const number = typeof seed === "number" ? seed : [...seed].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  return shapes[number % shapes.length] ?? shapes[0];
}

/** The outline of a stone that rests on `bottom`, as SVG path data: rounder above than below, as stones lie. */
export function pebble(x: number, bottom: number, { width, height }: Size, seed: string | number): string {
  const { left, right, lean, sit } = shapeFor(seed);
  const half = width / 2;
  const top = bottom - height;
  const waist = bottom - height * 0.42;
  const crown = x + half * lean;
  const points = [
    `M${x - half} ${waist}`,
    `C${x - half} ${top + height * 0.16} ${crown - half * left} ${top} ${crown} ${top}`,
    `C${crown + half * right} ${top} ${x + half} ${top + height * 0.2} ${x + half} ${waist}`,
    `C${x + half} ${bottom - height * 0.08} ${x + half * sit} ${bottom} ${x} ${bottom}`,
    `C${x - half * sit} ${bottom} ${x - half} ${bottom - height * 0.06} ${x - half} ${waist}`,
  ];
  return `${points.join("").replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10))}Z`;
}

/** The light that falls on it from above left. */
export function sheen(x: number, bottom: number, { width, height }: Size): string {
  const half = width / 2;
  const y = bottom - height * 0.72;
  const round = (number: number) => Math.round(number * 10) / 10;
  return `M${round(x - half * 0.66)} ${round(y)}q${round(half * 0.3)} ${round(-height * 0.16)} ${round(half * 0.85)} ${round(-height * 0.13)}`;
}

const hoursPerCredit = 28;

/** As wide as its workload, by the square root: 60 ECTS must still fit where half an ECTS can be seen. */
export function stoneSize(workload: { ects: number | null; hours: number | null }): Size {
  const credits = workload.ects ?? (workload.hours ?? hoursPerCredit) / hoursPerCredit;
  const width = Math.min(22 + 15 * Math.sqrt(credits), 116);
  return { width, height: Math.min(13 + width * 0.2, 32) };
}
