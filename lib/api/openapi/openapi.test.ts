import { beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { type Asked, aKey, ask } from "@/lib/api/fixtures/machine";
import { getOffering, listOfferings, publish, putMany, putOffering, withdraw } from "@/lib/api/offerings/routes";
import { cancelSessionRoute, getSession, listSessions, putSessionRoute } from "@/lib/api/sessions/routes";
import { emptyDatabase } from "@/lib/testing/database";
import { aProvider } from "@/lib/testing/registry";
import * as answers from "./answers";
import { auditPaths } from "./audit-paths";
import { type OperationId, openApiDocument, places } from "./document";
import { type Example, exampleIds, examples } from "./examples";
import { logPaths } from "./log-paths";
import { publicPaths } from "./public-paths";
import { registerPaths } from "./register-paths";
import { statisticsPaths } from "./statistics-paths";

const routes: Record<OperationId, [(request: Request) => Promise<Response>, z.ZodType]> = {
  putOffering: [putOffering, answers.writtenAnswer],
  publish: [publish, answers.writtenAnswer],
  withdraw: [withdraw, answers.writtenAnswer],
  getOffering: [getOffering, answers.offeringAnswer],
  listOfferings: [listOfferings, answers.listAnswer],
  putSession: [putSessionRoute, answers.sessionWrittenAnswer],
  cancelSession: [cancelSessionRoute, answers.sessionWrittenAnswer],
  getSession: [getSession, answers.sessionAnswer],
  listSessions: [listSessions, answers.sessionsAnswer],
  putMany: [putMany, answers.bulkAnswer],
};

let key: string;
beforeAll(async () => {
  await emptyDatabase();
  key = await aKey(await aProvider({ slug: "garden-college" }), "publish");
});

test("every example is answered by the real routes as it is described", async () => {
  for (const id of Object.keys(examples) as OperationId[]) {
    const { body, status }: Example = examples[id];
    const path = places[id].path
      .replace("/api/v1/provider/offerings", "")
      .replace("{externalId}", exampleIds.externalId)
      .replace("{id}", exampleIds.id);
    const asked: Asked = { key, ...(body ? { body } : {}) };
    const answer = await ask(routes[id][0], places[id].method.toUpperCase(), path, asked);
    expect([id, answer.status, answer.body.problems]).toEqual([id, status, undefined]);
    expect(routes[id][1].safeParse(answer.body).error?.issues, id).toBeUndefined();
  }
});

test("the document is whole: each operation once, with what it takes, answers and refuses", () => {
  const document = JSON.parse(JSON.stringify(openApiDocument()));
  expect(document.openapi).toBe("3.1.0");
  const operations = Object.values(document.paths).flatMap((path) =>
    Object.values(path as Record<string, { operationId: string; responses: object }>),
  );
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  const open = Object.keys({ ...publicPaths, ...registerPaths, ...logPaths, ...statisticsPaths, ...auditPaths }).length;
  expect(operations.length).toBe(Object.keys(examples).length + open);
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? "");
  expect(refs.length).toBeGreaterThan(0);
  for (const name of refs) expect(document.components.schemas, name).toHaveProperty(name);
  for (const code of ["401", "422", "429"])
    expect(document.paths["/api/v1/provider/offerings/{externalId}"].put.responses).toHaveProperty(code);
});
