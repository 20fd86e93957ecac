import { setTimeout as pause } from "node:timers/promises";
import type { ReservedSql } from "postgres";
import { client } from "@/db";

type Work<T> = {
  /** Names the file, and what else must not be done with it meanwhile. */
  lock: string;
  attempts: () => Promise<number>;
  work: () => Promise<T>;
};

/**
 * Does the work on a file unless another process has it in hand, which is shown by a lock that ends with that process. What broke off
 * before is tried by itself, so that it takes no other one down with it again, and none is blamed for it.
 */
export async function inOnePlace<T>({ lock, attempts, work }: Work<T>): Promise<T | "elsewhere"> {
  const connection = await client.reserve();
  try {
    if (!(await takeLock(connection, lock))) return "elsewhere";
    try {
      if ((await attempts()) > 0 && !(await takeTurn(connection))) return "elsewhere";
      return await work();
    } finally {
      await connection`select pg_advisory_unlock_all()`;
    }
  } finally {
    connection.release();
  }
}

/** Whoever only looks whether a file is in hand holds the lock for a moment: a second and a third try tell the two apart. */
async function takeLock(connection: ReservedSql, name: string): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const [lock] = await connection<[{ held: boolean }]>`select pg_try_advisory_lock(hashtextextended(${name}, 1)) as held`;
    if (lock?.held) return true;
    await pause(150);
  }
  return false;
}

async function takeTurn(connection: ReservedSql): Promise<boolean> {
  const [turn] = await connection<[{ held: boolean }]>`select pg_try_advisory_lock(hashtextextended('imports that broke off', 1)) as held`;
  return turn?.held ?? false;
}
