import { createTransport } from "nodemailer";
import { env } from "@/lib/env";

export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** Where mail programs end such mails by one click, without opening a page (RFC 8058). */
  unsubscribe?: string | undefined;
};

/** Whether this instance can send mail at all; where it cannot, nothing is offered that needs it. */
export const canMail = env.SMTP_URL !== undefined;

const patience = 10_000;

const transport = env.SMTP_URL
  ? createTransport({ url: env.SMTP_URL, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience })
  : undefined;

/**
 * Hands one message to the mail server. Throws where it is not taken. One that may have gone out before carries the same `id`, by which
 * mail programs show it once.
 */
export async function sendMail({ to, subject, text, unsubscribe }: Mail, id?: string): Promise<void> {
  if (!transport) throw new Error("SMTP_URL is not set, so no mail can be sent");
  const messageId = id && { messageId: `<${id}@${new URL(env.SITE_URL).hostname}>` };
  const ends = unsubscribe && { "List-Unsubscribe": `<${unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
  const headers = { "Auto-Submitted": "auto-generated", ...ends };
  await transport.sendMail({ from: env.MAIL_FROM, to, subject, text, headers, ...messageId });
}
