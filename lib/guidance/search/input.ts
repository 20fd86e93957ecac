import { z } from "zod";

/** What was ticked among the results, and the list that it comes into: one of the counsellor's own, or a new one under a label. */
export const foundInput = z.object({
  o: z.array(z.string(), "nothingTicked").min(1, "nothingTicked"),
  into: z.string().default(""),
  label: z.string().default(""),
});
