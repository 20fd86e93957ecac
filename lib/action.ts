import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { isId } from "./id";
import { tellBegun } from "./insight/telling";

/**
 * What a page hands to an action beside its form comes back over the network, and anybody may send anything in its place: each action says
 * which of these it takes.
 */
export const given = {
  id: z.string().refine(isId),
  /** The number of a record as it stands in an address. */
  number: z.string().regex(/^\d{1,9}$/),
  /** A slug, a secret, an address. No database keeps a zero byte or half a character, and no page gives more than an address holds. */
  text: z
    .string()
    .max(16_000)
    .refine((text) => text.isWellFormed() && !text.includes("\0")),
  count: z.int32().min(0),
  serial: z.int().min(0),
  choice: z.boolean(),
};

type Readers = readonly z.ZodType[];
type Given<R extends Readers> = { -readonly [K in keyof R]: z.output<R[K]> };

/** A server action behind a button. What does not fit is answered as a record that is not there. */
export function action<const R extends Readers, T>(readers: R, work: (...given: Given<R>) => Promise<T>) {
  return async (...sent: Given<R>): Promise<T> => work(...read(readers, sent));
}

/** A server action behind a form. What the form showed before is said by whoever sends it, so no action asks for it. */
export function formAction<const R extends Readers, T>(readers: R, work: (...given: [...Given<R>, FormData]) => Promise<T>) {
  return async (...sent: [...Given<R>, previous: unknown, form: FormData]): Promise<T> => {
    const form = sent[readers.length + 1];
    const values = read(readers, sent);
    return form instanceof FormData ? work(...values, textsOf(form)) : notFound();
  };
}

function read<R extends Readers>(readers: R, sent: readonly unknown[]): Given<R> {
  tellBegun();
  const values = readers.map((reader, place) => reader.safeParse(sent[place]));
  return values.map((value) => (value.success ? value.data : notFound())) as Given<R>;
}

/** The fields of a form that are texts: files go to routes. No database keeps a zero byte, and nobody writes one. */
function textsOf(form: FormData): FormData {
  const texts = new FormData();
  for (const [name, value] of form) if (typeof value === "string" && !name.includes("\0")) texts.append(name, value.replaceAll("\0", ""));
  return texts;
}
