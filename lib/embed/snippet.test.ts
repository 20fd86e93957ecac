import { expect, it } from "vitest";
import { embedAddress, readPasted, snippetsOf } from "./snippet";

const theme = { accent: "#0a5a5a", scheme: undefined, compact: true } as const;

it("takes a search from its address, from what stands after the question mark, and nothing from anything else", () => {
  expect(readPasted("https://cairn.example/nl/offerings?q=zorg&near=Luik&page=3&view=map#x").toString()).toBe("q=zorg&near=Luik");
  expect(readPasted("eqf=5&eqf=6").toString()).toBe("eqf=5&eqf=6");
  for (const odd of ["", "zorg", "https://cairn.example/nl/offerings", "?nonsense=1"]) expect(readPasted(odd).size).toBe(0);
});

it("writes what a browser reads again, whatever is in it", () => {
  const search = readPasted('?q=a"b<c>&free=1');
  const wanted = { site: "https://cairn.example", locale: "fr", search, theme, title: 'L’offre "A" & B' };
  expect(embedAddress(wanted)).toBe("https://cairn.example/embed/fr?q=a%22b%3Cc%3E&free=1&accent=0a5a5a&compact=1");
  const { script, frame } = snippetsOf(wanted);
  expect(script).toContain('data-title="L’offre &quot;A&quot; &amp; B"');
  expect(script.match(/"/g)?.length).toBe(12);
  expect(frame).toContain('src="https://cairn.example/embed/fr?q=a%22b%3Cc%3E&amp;free=1&amp;accent=0a5a5a&amp;compact=1"');
});
