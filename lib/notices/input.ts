import { z } from "zod";
import { kindsInOrder, ways } from "./notice";

/** For each kind how somebody wants to be told, by the kind's name. */
export const choicesInput = z.record(z.enum(kindsInOrder), z.enum(ways));
