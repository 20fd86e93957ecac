import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type ParsedMail, simpleParser } from "mailparser";
import { Provider } from "oidc-provider";
import { SMTPServer } from "smtp-server";
import { freePort } from "@/bin/ports.mjs";

const root = path.join(import.meta.dirname, "..");

/** A real mail server that keeps what it is given. */
async function startMailServer() {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _, done) => void simpleParser(stream).then((mail) => done(void mails.push(mail) as undefined), done),
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, mails, stop: () => new Promise<void>((stopped) => server.close(() => stopped())) };
}

/** A real OpenID provider: any name signs in, and it vouches for the address of all but those that begin with "unverified". */
async function startOpenIdProvider(site: string, { id, name, trustEmail }: { id: string; name: string; trustEmail: boolean }) {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const client = { client_id: "cairn", client_secret: "a-secret-of-this-test-alone" };
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [`${site}/api/auth/callback/${id}`] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    cookies: { keys: ["a-key-of-this-test-alone"] },
    findAccount: (_, login) => ({
      accountId: login,
      claims: () => ({
        sub: login,
        email: `${login}@People.example`,
        email_verified: !login.startsWith("unverified"),
        name: `Test ${login}`,
      }),
    }),
  });
  const server = provider.listen(port, "localhost");
  await once(server, "listening");
  const settings = { id, name, trustEmail, issuer, clientId: client.client_id, clientSecret: client.client_secret };
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { settings, stop };
}

/**
 * A second web process beside the one that all specs share: on the same data, with two OpenID providers, of which it trusts the addresses of
 * one, a mail server and what else its operator chooses.
 */
export async function startSecondSite(chosen: Record<string, string> = {}) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const [mail, ...openIds] = await Promise.all([
    startMailServer(),
    startOpenIdProvider(url, { id: "test-eid", name: "Test eID", trustEmail: false }),
    startOpenIdProvider(url, { id: "campus", name: "Campus login", trustEmail: true }),
  ]);
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    NODE_OPTIONS: "--dns-result-order=ipv4first",
    WEB_PROCESSES: "1",
    PORT: String(port),
    SITE_URL: url,
    AUTH_SECRET: "a-secret-of-thirty-two-characters-or-more",
    OIDC_PROVIDERS: JSON.stringify(openIds.map(({ settings }) => settings)),
    SMTP_URL: mail.url,
    ...chosen,
  };
  const web: ChildProcess = spawn(process.execPath, [path.join("bin", "web.mjs")], {
    cwd: root,
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const ended = once(web, "exit");
  const stop = async () => {
    web.kill("SIGTERM");
    await Promise.all([ended, mail.stop(), ...openIds.map((one) => one.stop())]);
  };
  for (const until = Date.now() + 40_000; Date.now() < until; await pause(200)) {
    if (
      await fetch(`${url}/api/health`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return { url, mails: mail.mails, stop };
  }
  await stop();
  throw new Error("The second site did not start");
}
