import { etagOf, refusal } from "@/lib/api/answer";
import { parseBody } from "@/lib/api/body";
import { type Call, endpoint } from "@/lib/api/endpoint";
import { sessionDocument } from "@/lib/api/offerings/document";
import { findOwnByExternalId } from "@/lib/api/offerings/queries";
import { toSessionDocument } from "@/lib/api/offerings/representation";
import { asRead, isDryRun, optionsOf } from "@/lib/api/offerings/routes";
import type { Result } from "@/lib/result";
import { cancelSession, putSession, type WrittenSession } from "./commands";

export const listSessions = endpoint(async (call) => {
  const found = await findOwnByExternalId(call.actor, call.ids[0] ?? "");
  return found ? asRead({ items: found.shown.sessions }, call) : refusal([{ code: "recordUnknown" }], call.locale);
});

export const getSession = endpoint(async (call) => {
  const found = await findOwnByExternalId(call.actor, call.ids[0] ?? "");
  const session = found?.existing.sessions.get(call.ids[1] ?? "");
  return session ? asRead(toSessionDocument(session), call) : refusal([{ code: "recordUnknown" }], call.locale);
});

export const putSessionRoute = endpoint(async (call) => {
  const at = atOf(call);
  const parsed = parseBody(call.body, sessionDocument);
  if (!parsed.ok) return refusal(parsed.problems, call.locale);
  if (parsed.value.id !== undefined && parsed.value.id !== at.sessionId)
    return refusal([{ code: "idDisagrees", field: "id" }], call.locale);
  return answerWritten(await putSession(call.actor, at, parsed.value, optionsOf(call)), call);
});

export const cancelSessionRoute = endpoint(async (call) =>
  answerWritten(await cancelSession(call.actor, atOf(call), optionsOf(call)), call),
);

function atOf({ ids }: Call) {
  return { id: ids[0] ?? "", sessionId: ids[1] ?? "" };
}

function answerWritten(written: Result<WrittenSession>, call: Call) {
  if (!written.ok) return refusal(written.problems, call.locale);
  const { created, outcome, session } = written.value;
  const dryRun = isDryRun(call.query);
  return {
    status: created && !dryRun ? 201 : 200,
    body: { outcome, dryRun, session },
    headers: session && !dryRun ? { etag: etagOf(session) } : {},
  };
}
