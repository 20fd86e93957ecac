import { client } from "@/db";
import { loadDemonstration } from "@/lib/demonstration/loading/commands";

await loadDemonstration(console.log);
await client.end();
