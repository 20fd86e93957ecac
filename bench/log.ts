import { inDatabaseOfItsOwn } from "./own-database";

await inDatabaseOfItsOwn("bench_log", "bench/log-proofs.ts", { LOG_SIGNING_KEY: Buffer.alloc(32, 1).toString("base64") });
