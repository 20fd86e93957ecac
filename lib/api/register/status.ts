import { answerPublicly, readParameters, refusePublicly } from "@/lib/api/public-endpoint";
import { callerOf } from "@/lib/auth/limits/caller";
import { today } from "@/lib/clock";
import { env } from "@/lib/env";
import { locales } from "@/lib/i18n/locales";
import type { AnswerDocument } from "@/lib/register/document";
import { instant } from "@/lib/register/instant";
import { answerQuestion, findRegistered } from "@/lib/register/queries";
import { parseQuestion, questionParameters } from "@/lib/register/question";
import { type GivenReceipt, giveReceipt } from "@/lib/register/receipts/commands";
import { findReceipt, listReceiptKeys } from "@/lib/register/receipts/queries";
import { sentenceOf } from "@/lib/register/sentence";
import { ok, type Result, refuse } from "@/lib/result";

const known = ["provider", ...questionParameters];

/** Whether a provider was accredited for something on a day, as the register knew it on another: with its basis and a receipt. */
export async function getStatus(request: Request): Promise<Response> {
  return await answerPublicly(request, async () => {
    const given = readParameters(new URL(request.url), known);
    if (!given.ok) return given;
    const { provider, ...asked } = given.value;
    const question = parseQuestion(asked, instant());
    if (!provider?.trim()) return refuse({ code: "providerNotNamed", field: "provider" }, ...(question.ok ? [] : question.problems));
    if (!question.ok) return question;
    const organisation = await findRegistered(provider.trim());
    if (!organisation) return refuse({ code: "registerOrganisationUnknown", field: "provider" });

    const document = await answerQuestion(organisation, question.value);
    const receipt = await giveReceipt(callerOf(request.headers), document);
    if (!receipt.ok && receipt.problems[0]?.code !== "receiptsNotGiven") return receipt;
    return ok({ ...document, sentence: sentencesOf(document), receipt: receipt.ok ? linksOf(receipt.value) : null });
  });
}

const sentencesOf = (document: AnswerDocument) =>
  Object.fromEntries(locales.map((locale) => [locale, sentenceOf(document, locale, today())]));

const linksOf = ({ id, jws }: GivenReceipt) => ({
  id,
  jws,
  address: `${env.SITE_URL}/api/v1/register/receipts/${id}`,
  page: `${env.SITE_URL}/${locales[0]}/register/receipts/${id}`,
});

/** A receipt as it was given; with `.jws` behind its id the bare signature, for programs that check it. */
export async function getReceipt(request: Request, named: string): Promise<Response> {
  const receipt = await findReceipt(named.replace(/\.jws$/, ""));
  if (!receipt) return refusePublicly(request, [{ code: "receiptUnknown" }]);
  const { jws, document, kid, publicKey, holds, givenAt } = receipt;
  if (named.endsWith(".jws"))
    return new Response(jws, { headers: { "content-type": "application/jose", "access-control-allow-origin": "*" } });
  return await answerPublicly(
    request,
    async (): Promise<Result<unknown>> =>
      ok({
        ...document,
        sentence: sentencesOf(document),
        receipt: { ...linksOf(receipt), givenAt, key: { ...publicKey, kid }, signatureHolds: holds },
      }),
  );
}

/** The public keys of receipts as a JWK set (RFC 7517). */
export async function getKeys(request: Request): Promise<Response> {
  return await answerPublicly(request, async () =>
    ok({ keys: (await listReceiptKeys()).map(({ kid, publicKey }) => ({ ...publicKey, kid, use: "sig", alg: "EdDSA" })) }),
  );
}
