import postgres from "postgres";

// Each test file gets a copy of the template of its own, and index names of its own, so files can run side by side.
const template = process.env.TEST_TEMPLATE;
const server = process.env.TEST_SERVER;
if (template && server) {
  const name = `${template}_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name} template ${template}`);
  await admin.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  process.env.DATABASE_URL = url.href;
  process.env.INDEX_PREFIX = name;
  process.env.DATABASE_POOL = "4";
}

// A log of the tests' own.
process.env.LOG_SIGNING_KEY = Buffer.alloc(32, 1).toString("base64");
// A key of the tests' own.
process.env.SIGNING_KEY = Buffer.alloc(32, 2).toString("base64");
