/**
 * What a page is drawn from, by the names under which the database tells of changes (db/migrations/0017): the id of an offering or an
 * organisation, the slug of an organisation that may come, the reference of an offering that others are part of, and these. A page that is
 * drawn from anything more must say so, or it stays as it was.
 */
export const register = "register";
export const names = "names";
export const index = "index";

/** The offerings of a provider, all of them. */
export const catalogueOf = (providerId: string) => `catalogue ${providerId}`;

/**
 * A search: the index, whom a decision has hidden, and the names of providers. One without the engine says nothing, and so goes with the next
 * write and within a minute: that the engine is back is written nowhere.
 */
export const ofSearch = (found: "index" | "database") => (found === "index" ? { from: [index, register] } : {});
