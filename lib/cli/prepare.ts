import { client } from "@/db";
import { loadDemonstration } from "@/lib/demonstration/loading/commands";
import { migrateDatabase } from "@/lib/operations/schema/commands";

/** What `npm start` needs before the site, in one process: each would read half of the application by itself. */
await migrateDatabase(console.log);
await loadDemonstration(console.log);
await client.end();
