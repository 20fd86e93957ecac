import type { CSSProperties } from "react";
import type { Country } from "@/lib/country/input";

const paleInk = "#ffffff";
const deepInk = "#08201b";

/** The country's accent for both colour schemes, each with the ink that can be read on it, as custom properties for <html>. */
export function brandStyle({ accent, accentDark }: Country["brand"]): CSSProperties {
  return {
    "--brand": accent,
    "--brand-ink": inkOn(accent),
    "--brand-dark": accentDark,
    "--brand-dark-ink": inkOn(accentDark),
  } as CSSProperties;
}

function inkOn(colour: string): string {
  return contrast(colour, paleInk) >= contrast(colour, deepInk) ? paleInk : deepInk;
}

/** WCAG 2.2's contrast ratio of two colours written as #rrggbb. */
function contrast(one: string, other: string): number {
  const [pale = 0, deep = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (pale + 0.05) / (deep + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(part: number): number {
  return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
