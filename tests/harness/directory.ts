import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import Provider, { type InteractionResults } from "oidc-provider";
import { freePort } from "./port.ts";

/** What the directory says of somebody. */
export type Claims = Record<string, unknown>;

/** A municipality's sign-in (OpenID Connect) of which a test decides who sits at the keyboard. */
export interface Municipality {
  issuer: string;
  /** Everybody in the directory, by their `sub`. */
  people: Record<string, Claims>;
  /** Who signs in next; null: they press cancel. */
  next: string | null;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export const CLIENT = { OIDC_CLIENT_ID: "faellesbro", OIDC_CLIENT_SECRET: "a-secret-of-the-tests-alone" };

/** A directory that sends people back to that address of the site. */
export async function openMunicipality(answerAddress: string): Promise<Municipality> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const provider = providerAt(issuer, answerAddress, (sub) => municipality.people[sub]);
  const answer = provider.callback();
  let server: Server | null = null;
  const municipality: Municipality = {
    issuer,
    people: {},
    next: null,
    start: () =>
      new Promise((resolve) => {
        server = createServer((request, response) => {
          if (request.url?.startsWith("/interaction/")) void interact(provider, municipality.next, request, response);
          else void answer(request, response);
        }).listen(port, "127.0.0.1", resolve);
      }),
    stop: () =>
      new Promise((resolve) => {
        server?.close(() => resolve());
        server?.closeAllConnections();
      }),
  };
  return municipality;
}

function providerAt(issuer: string, answerAddress: string, claimsOf: (sub: string) => Claims | undefined): Provider {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.OIDC_CLIENT_ID,
        client_secret: CLIENT.OIDC_CLIENT_SECRET,
        redirect_uris: [answerAddress],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" }] },
    cookies: { keys: ["of-the-tests-alone"] },
    pkce: { required: () => true },
    claims: { openid: ["sub"], profile: ["name", "groups", "amr"], email: ["email", "email_verified"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) =>
      claimsOf(sub) ? { accountId: sub, claims: () => ({ sub, ...claimsOf(sub) }) } : undefined,
  });
}

/** Somebody signs in there and lets the site know of it, or cancels. */
async function interact(
  provider: Provider,
  who: string | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prompt, params, grantId } = await provider.interactionDetails(request, response);
  const finish = (result: InteractionResults) =>
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  if (who === null) return finish({ error: "access_denied" });
  if (prompt.name === "login") return finish({ login: { accountId: who } });
  const grant =
    (grantId && (await provider.Grant.find(grantId))) ||
    new provider.Grant({ accountId: who, clientId: String(params["client_id"]) });
  grant.addOIDCScope(String(params["scope"]));
  return finish({ consent: { grantId: await grant.save() } });
}
