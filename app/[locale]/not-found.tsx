import { PageNotFound } from "@/components/layout/page-not-found";

/** Only browsers draw it, when they have JavaScript: as the answer to a request stands failure/[code] in its place (bin/web.mjs). */
export default PageNotFound;
