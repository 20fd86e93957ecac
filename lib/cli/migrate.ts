import { client } from "@/db";
import { migrateDatabase } from "@/lib/operations/schema/commands";

await migrateDatabase(console.log);
await client.end();
