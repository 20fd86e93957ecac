import type { EnrolmentWindow, Session, SessionPrice } from "@/db/schema";

/** A session with its enrolment windows and prices, as pages and indexes read it. */
export type SessionRecord = Session & { windows: EnrolmentWindow[]; prices: SessionPrice[] };
