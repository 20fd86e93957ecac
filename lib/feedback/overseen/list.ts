import { z } from "zod";

const one = <S extends z.ZodType>(schema: S) => z.preprocess((value) => [value].flat()[0], schema);

/** What the address of the list of what learners said asks for; whatever it is not is left out. */
export const overseenFeedbackQuery = z.object({
  q: one(z.string().trim().max(200).catch("")),
  page: one(z.coerce.number().int().min(1).max(100_000).catch(1)),
});

export type OverseenFeedbackQuery = z.output<typeof overseenFeedbackQuery>;

export const overseenFeedbackPerPage = 25;
