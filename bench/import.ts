import { inDatabaseOfItsOwn } from "./own-database";

await inDatabaseOfItsOwn("bench_import", "bench/import-rates.ts");
