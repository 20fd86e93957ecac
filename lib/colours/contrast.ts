/** Written as #rrggbb. */
export type Colour = `#${string}`;

const paleInk = "#ffffff";
const deepInk = "#08201b";

/** The ink that is read best on a colour. */
export function inkOn(colour: Colour): Colour {
  return contrast(colour, paleInk) >= contrast(colour, deepInk) ? paleInk : deepInk;
}

/** WCAG 2.2's contrast ratio of two colours, from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [pale = 0, deep = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (pale + 0.05) / (deep + 0.05);
}

/** A colour with a share of another in it. */
export function mix(colour: Colour, other: Colour, share: number): Colour {
  const parts = partsOf(other);
  const mixed = partsOf(colour).map((part, at) => Math.round(part * (1 - share) + (parts[at] ?? 0) * share));
  return `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

const partsOf = (colour: Colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) => linear(part / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(part: number): number {
  return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
