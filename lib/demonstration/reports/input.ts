import { z } from "zod";
import { reportKinds, reportOutcomes } from "@/lib/reports/report";

/** demo/reports.json: what people reported about a provider or one of its offerings, as far as each case has come. */
export const demonstrationReports = z.array(
  z.object({
    about: z.enum(["provider", "offering"]),
    kind: z.enum(reportKinds),
    locale: z.string(),
    text: z.string(),
    forward: z.string().optional(),
    providerAnswer: z.string().optional(),
    close: z.object({ outcome: z.enum(reportOutcomes), answer: z.string() }).optional(),
  }),
);

export type DemonstrationReport = z.output<typeof demonstrationReports>[number];
