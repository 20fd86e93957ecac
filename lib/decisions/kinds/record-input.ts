import { z } from "zod";
import { type IdentifierScheme, identifierSchemes, readIdentifier } from "@/lib/applications/identifiers";
import { country } from "@/lib/country/country";
import { intersection, type Period } from "@/lib/days/days";
import type { SuccessionKind } from "@/lib/decisions/decision";
import type { Texts } from "@/lib/texts/texts";
import type { Fact } from "./record";
import type { Fault } from "./words";

export const recordableFacts = ["name", "identifier", "succession", "mistake"] as const;
export const successionKinds = ["renamed", "merged", "absorbed", "split"] as const satisfies readonly SuccessionKind[];

const text = z.string().trim().max(300, "applicationTextTooLong").default("");

/** The fields of a form that states a fact. */
export const recordFields = {
  fact: z.enum(recordableFacts, "valueNotAccepted").optional(),
  scheme: text,
  value: text,
  successor: text,
  how: text,
  thing: text,
};

type Sent = z.output<z.ZodObject<typeof recordFields>>;

/** What a fact names that only the database knows. */
export type RecordContext = {
  organisationId: string;
  successorId: string | null;
  /** The successor has itself become, by any number of steps, the organisation that is said to come before it. */
  isCircular: boolean;
  /** The days on which another organisation holds the identifier. */
  heldElsewhere: readonly Period[];
};

/** What is stated, or what is wrong with it. */
export function factOf(sent: Sent, name: Texts, days: Period, context: RecordContext, fault: Fault): Fact {
  const of = sent.fact;
  switch (of) {
    case "name": {
      const first = `name.${country.languages[0]}`;
      if (Object.keys(name).length === 0) fault("recordedNameMissing", first);
      for (const [language, said] of Object.entries(name))
        if ((said?.length ?? 0) > 300) fault("applicationTextTooLong", `name.${language}`);
      return { of, name };
    }
    case "identifier": {
      if (!isScheme(sent.scheme)) fault("valueNotAccepted", "scheme");
      const read = isScheme(sent.scheme) ? readIdentifier(sent.scheme, sent.value) : { value: "" };
      if ("problem" in read) fault(read.problem, "value");
      else if (intersection([days], [...context.heldElsewhere]).length > 0) fault("identifierHeldByAnother", "value");
      return { of, scheme: sent.scheme, value: "value" in read ? read.value : "" };
    }
    case "succession": {
      const kind = successionKinds.find((one) => one === sent.how);
      if (!kind) fault("successionKindMissing", "how");
      if (!context.successorId) fault("successorUnknown", "successor");
      else if (context.successorId === context.organisationId) fault("successorIsItself", "successor");
      else if (context.isCircular) fault("successionCircular", "successor");
      return { of, successorId: context.successorId ?? "", kind: kind ?? "renamed" };
    }
    case "mistake":
      if (!/^(identifier|succession) ./.test(sent.thing)) fault("factUnknown", "thing");
      return { of, thing: sent.thing };
    case undefined:
      fault("factMissing", "fact");
      return { of: "name", name };
  }
}

function isScheme(scheme: string): scheme is IdentifierScheme {
  return identifierSchemes.some((one) => one === scheme);
}
