import { db } from "@/db";
import { reminderFor } from "@/lib/audits/actions/action";
import { listOwed } from "@/lib/audits/due/queries";
import { auditNumber } from "@/lib/audits/number";
import { now, today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { daysBetween } from "@/lib/days/days";
import { notify } from "@/lib/notices/commands";
import { forgetOldNotices, sendDigests } from "@/lib/notices/digests/commands";
import { countUnconfirmed, listLapsing } from "@/lib/notices/due/queries";
import { digestMoment, warningFor } from "@/lib/notices/notice";
import { plainText } from "@/lib/texts/texts";

let lookedOn = "";

/** Tells people what comes due by the calendar alone, once a day, and sends the digests from the morning on. Safe to run again. */
export async function noticeWhatIsDue(): Promise<void> {
  const day = today();
  if (lookedOn !== day) {
    await noticeLapsing(day);
    await noticeUnconfirmed(day);
    await remindOfAudits(day);
    await forgetOldNotices();
    lookedOn = day;
  }
  const morning = digestMoment(day, country.timeZone);
  if (now() >= morning) await sendDigests(morning);
}

/** At 90, 30 and 7 days before the last day: one notice each. */
export async function noticeLapsing(day: string): Promise<void> {
  for (const { key, organisationId, title, lastDay } of await listLapsing(day, 90)) {
    const days = warningFor(lastDay, day);
    if (days === null) continue;
    await db.transaction((tx) =>
      notify(tx, {
        organisationId,
        kind: "accreditation-lapses",
        about: `${key} ${lastDay} ${days}`,
        values: { accreditation: plainText(title, country.defaultLanguage), on: lastDay, days: daysBetween(day, lastDay) },
        path: "manage",
      }),
    );
  }
}

/** One notice a month for all sessions of a provider: each by itself would be a flood. */
export async function noticeUnconfirmed(day: string): Promise<void> {
  for (const { organisationId, sessions } of await countUnconfirmed(day, country.timeZone)) {
    await db.transaction((tx) =>
      notify(tx, {
        organisationId,
        kind: "session-unconfirmed",
        about: `${organisationId} ${day.slice(0, 7)}`,
        values: { sessions },
        path: "manage/offerings",
      }),
    );
  }
}

/** Before the day on which a provider owes something in an audit, on it, and once it is over: one notice each. */
export async function remindOfAudits(day: string): Promise<void> {
  for (const { caseId, number, organisationId, what, dueOn } of await listOwed(day)) {
    const when = reminderFor(dueOn, day);
    if (when === null) continue;
    await db.transaction((tx) =>
      notify(tx, {
        organisationId,
        kind: "audit-due",
        about: `${caseId} ${what} ${dueOn} ${when}`,
        values: { number: auditNumber(number), on: dueOn, when },
        path: `manage/audits/${number}`,
      }),
    );
  }
}
