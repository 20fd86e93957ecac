import {
  complete,
  inDutchOnly,
  lapsed,
  notRegistered,
  notYet,
  outOfScope,
  provider,
  providerOf,
  superseded,
  suspended,
  teachOutProvider,
  withdrawn,
  withLongTexts,
  withVersions,
} from "./fixtures";

type Page = [name: string, path: () => Promise<string>];

/** Every kind of public page in every state it has, by what it shows; each in one of the languages, German for its long words most of all. */
export const pages: Page[] = [
  ["the front page", async () => "/de"],
  ["search with results", async () => "/en/offerings?q=care&eqf=5"],
  ["search with a page of everything", async () => "/nl/offerings?page=2"],
  [
    "search with many filters",
    async () => "/de/offerings?q=pflege&eqf=4&eqf=5&eqf=6&mode=blended&mode=onsite&lang=de&lang=nl&ectsMax=20&field=09",
  ],
  ["search that finds nothing", async () => "/en/offerings?q=quetzalcoatl&eqf=5"],
  ["search that finds nothing and has no words", async () => "/de/offerings?eqf=1&mode=research-lab"],
  ["search beyond the last page", async () => "/fr/offerings?page=400"],
  ["an offering", async () => `/de/offerings/${await complete()}`],
  ["an offering in another language than the page", async () => `/de/offerings/${await inDutchOnly()}`],
  ["an offering with texts of any length", async () => `/fr/offerings/${await withLongTexts()}`],
  ["an offering that was withdrawn", async () => `/nl/offerings/${await withdrawn()}`],
  ["an offering that was replaced", async () => `/de/offerings/${await superseded()}`],
  ["an offering that is not in the catalogue yet", async () => `/de/offerings/${await notYet()}`],
  ["an offering of a suspended provider", async () => `/en/offerings/${await suspended()}`],
  ["an offering of a provider that left the register", async () => `/de/offerings/${await notRegistered()}`],
  ["an offering whose accreditation has lapsed", async () => `/fr/offerings/${await lapsed()}`],
  ["an offering that no accreditation covers", async () => `/en/offerings/${await outOfScope()}`],
  ["an old version", async () => `/en/offerings/${await withVersions()}?version=1`],
  ["the history of an offering", async () => `/de/offerings/${await withVersions()}/history`],
  ["the history of an offering that never changed", async () => `/en/offerings/${await complete()}/history`],
  ["the providers", async () => "/de/providers"],
  ["providers of whom there are none", async () => "/en/providers?q=quetzalcoatl"],
  ["a provider", async () => `/de/providers/${await provider()}`],
  ["a suspended provider", async () => `/nl/providers/${await providerOf(suspended)}`],
  ["a provider without an accreditation in force", async () => `/fr/providers/${await providerOf(lapsed)}`],
  ["a provider that left the register", async () => `/de/providers/${await providerOf(notRegistered)}`],
  ["a provider that may only finish what it began", async () => `/en/providers/${await teachOutProvider()}`],
  ["the public log", async () => "/de/register/log"],
  ["about", async () => "/de/about"],
  ["privacy", async () => "/fr/privacy"],
  ["accessibility", async () => "/de/accessibility"],
];

/** Pages that answer that they cannot. */
export const failures: Page[] = [
  ["a page that is not there", async () => "/de/nowhere"],
  ["a failure of our own", async () => "/de/failure/500"],
];
