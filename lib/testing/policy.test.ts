import { afterEach, expect, it, vi } from "vitest";
import { chosenPolicy, policyOf } from "@/bin/policy.mjs";

const partOf = (name: string, url = "/en", more = {}) =>
  policyOf(url, { ...chosenPolicy(), ...more })
    .split("; ")
    .find((part) => part.startsWith(`${name} `));

afterEach(() => vi.unstubAllEnvs());

it("lets pages load nothing from elsewhere, and any site frame a search and nothing else", () => {
  for (const name of ["img-src", "connect-src", "script-src", "default-src"]) expect(partOf(name)).not.toMatch(/https?:|\*/);
  expect(partOf("frame-ancestors", "/embed/en?q=care")).toBe("frame-ancestors *");
  for (const url of ["/", "/en/embed/en", "/embed.js", "/en/sign-in", "//embed/en"])
    expect(partOf("frame-ancestors", url), url).toBe("frame-ancestors 'self'");
});

it("opens to the origin of the operator's tiles, and to no more of it", () => {
  vi.stubEnv("MAP_TILES_URL", "https://tiles.example:8443/a/{z}/{x}/{y}.png?key=1");
  expect(partOf("connect-src")).toBe("connect-src 'self' https://tiles.example:8443");
  expect(partOf("img-src")).toBe("img-src 'self' data: https://tiles.example:8443");
  expect(partOf("script-src")).toBe("script-src 'self' 'unsafe-inline'");
});

it("lets only the sites that are named frame a search, and this one, which shows how it looks", () => {
  vi.stubEnv("EMBED_ORIGINS", " https://jobs.example  https://library.example ");
  expect(partOf("frame-ancestors", "/embed/en")).toBe("frame-ancestors 'self' https://jobs.example https://library.example");
});

it("names what is no address before the site starts", () => {
  for (const [name, value] of [
    ["MAP_TILES_URL", "tiles"],
    ["MAP_TILES_URL", "javascript:alert(1)"],
    ["EMBED_ORIGINS", "https://jobs.example; script-src *"],
  ] as const) {
    vi.stubEnv(name, value);
    expect(() => chosenPolicy(), value).toThrow(name);
    vi.unstubAllEnvs();
  }
});

it("lets text be evaluated where somebody develops, and nowhere else", () => {
  expect(partOf("script-src", "/en", { develops: true })).toContain("'unsafe-eval'");
  expect(partOf("script-src")).not.toContain("unsafe-eval");
});
