import { z } from "zod";
import { kindsInOrder, ways } from "./notice";

/** How somebody wants to be told, by the names of the kinds that they are asked about. */
export const choicesInput = z.partialRecord(z.enum(kindsInOrder), z.enum(ways));
