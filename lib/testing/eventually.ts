import { vi } from "vitest";

/** Waits until `check` throws no more: as long as the slowest machine takes, for a test that passes waits no longer than it must. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 100_000, interval: 20 });
