import { z } from "zod";
import { type Colour, contrast, inkOn, mix } from "@/lib/colours/contrast";

/** How a search looks on another site. What makes no sense counts as absent. */
const theme = z.object({
  /** The colour of buttons and links: #rrggbb or #rgb, or without the mark, which an address would have to write as %23. */
  accent: z
    .string()
    .regex(/^#?(?:[0-9a-f]{3}|[0-9a-f]{6})$/i)
    .transform((written) => {
      const digits = written.replace("#", "").toLowerCase();
      return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}` as Colour;
    })
    .optional()
    .catch(undefined),
  scheme: z.enum(["light", "dark"]).optional().catch(undefined),
  compact: z
    .enum(["1", "on"])
    .optional()
    .catch(undefined)
    .transform((value) => value !== undefined),
});

export type Theme = z.output<typeof theme>;

export function readTheme(params: Record<string, string | string[] | undefined>): Theme {
  const first = (value: string | string[] | undefined) => [value ?? []].flat()[0];
  return theme.parse({ accent: first(params.accent), scheme: first(params.scheme), compact: first(params.compact) });
}

/** The theme as an address has it. */
export function themeParams({ accent, scheme, compact }: Theme): [name: string, value: string][] {
  return [
    ...(accent ? [["accent", accent.slice(1)] as [string, string]] : []),
    ...(scheme ? [["scheme", scheme] as [string, string]] : []),
    ...(compact ? [["compact", "1"] as [string, string]] : []),
  ];
}

/** The papers on which it stands (components/layout/tokens.css), and what is mixed into it until it can be read there. */
const papers = { light: { paper: "#fbfaf6", towards: "#000000" }, dark: { paper: "#13191b", towards: "#ffffff" } } as const;

/** WCAG 2.2, 1.4.3: text that is not large. */
const readable = 4.5;

/** The colour nearest to a site's own that can be read on our paper, and on which our ink can; the colour itself where both can. */
export function readableAccent(accent: Colour, scheme: "light" | "dark"): Colour {
  const { paper, towards } = papers[scheme];
  for (let share = 0; share < 100; share += 2) {
    const colour = mix(accent, towards, share / 100);
    if (contrast(colour, paper) >= readable && contrast(colour, inkOn(colour)) >= readable) return colour;
  }
  return towards;
}
