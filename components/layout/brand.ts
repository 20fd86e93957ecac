import type { CSSProperties } from "react";
import { inkOn } from "@/lib/colours/contrast";
import type { Country } from "@/lib/country/input";

/** The country's accent for both colour schemes, each with the ink that can be read on it, as custom properties for <html>. */
export function brandStyle({ accent, accentDark }: Country["brand"]): CSSProperties {
  return {
    "--brand": accent,
    "--brand-ink": inkOn(accent),
    "--brand-dark": accentDark,
    "--brand-dark-ink": inkOn(accentDark),
  } as CSSProperties;
}
