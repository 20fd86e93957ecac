import { country } from "@/lib/country/country";
import { env } from "@/lib/env";

/** Whether this instance shows the demonstration: both its country's file and its operator must say so. */
export const isDemonstration = country.demonstration && env.DEMONSTRATION === "on";

/** The addresses of invented people end so; no mail reaches them (RFC 2606). */
export const demonstrationDomain = "@demonstration.example";
