import * as oidc from "openid-client";
import { log } from "../shared/log.ts";
import { refuse } from "../texts/refusal.ts";
import type { DirectorySettings } from "../shared/config.ts";
import { paths } from "../shared/paths.ts";
import { MINUTE } from "../shared/time.ts";
import { recordOf } from "../shared/record.ts";

/**
 * What a browser keeps, sealed, while its owner is at the municipality's sign-in: so that only the answer to this
 * question counts, here, once.
 */
export interface Going {
  state: string;
  nonce: string;
  verifier: string;
  /** A path of this site to go on to. */
  wanted: string | null;
  /** Epoch ms. */
  at: number;
}

/** Somebody whom the directory has sent back. */
export interface DirectoryPerson {
  issuer: string;
  subject: string;
  name: string;
  /** In lower case; null when the directory does not vouch for one. */
  email: string | null;
  claims: Record<string, unknown>;
  secondStep: boolean;
}

/** The municipality's own sign-in. Both refuse in words of `texts/notices.ts`. */
export interface Directory {
  /** Where to send the browser, and what it keeps meanwhile. */
  begin(wanted: string | null, now: number): Promise<{ to: string; going: Going }>;
  /** Who has come back with that answer (path and query). */
  finish(answer: string, going: Going | null, now: number): Promise<DirectoryPerson>;
}

/** How long somebody may be away. */
export const AWAY_MS = 10 * MINUTE;
const TIMEOUT_S = 5;

/**
 * Authorization code with PKCE, state and nonce (OpenID Connect Core 1.0, 3.1; RFC 9700). Asks the provider for its
 * addresses when the first person comes.
 */
export function openDirectory(settings: DirectorySettings, siteUrl: string): Directory {
  const provider = providerOf(settings);
  return {
    async begin(wanted, now) {
      const found = await provider().catch(away);
      const going = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        wanted,
        at: now,
      };
      const to = oidc.buildAuthorizationUrl(found, {
        redirect_uri: siteUrl + paths.municipalityAnswer,
        scope: settings.scope,
        state: going.state,
        nonce: going.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(going.verifier),
        code_challenge_method: "S256",
      });
      return { to: to.href, going };
    },
    async finish(answer, going, now) {
      if (!going || now - going.at > AWAY_MS || now < going.at) refuse("kommune-igen");
      const found = await provider().catch(away);
      const checks = {
        expectedState: going.state,
        expectedNonce: going.nonce,
        pkceCodeVerifier: going.verifier,
        idTokenExpected: true,
      };
      const claims = await oidc
        .authorizationCodeGrant(found, new URL(answer, siteUrl), checks)
        .then(async (tokens) => ({ ...tokens.claims(), ...(await moreOf(found, tokens)) }))
        .catch(fault);
      return personOf(claims, settings);
    },
  };
}

/** Claims that the directory tells only when it is asked for them. */
async function moreOf(
  found: oidc.Configuration,
  tokens: { access_token: string; claims(): oidc.IDToken | undefined },
): Promise<object> {
  const subject = tokens.claims()?.sub;
  return subject && found.serverMetadata().userinfo_endpoint
    ? oidc.fetchUserInfo(found, tokens.access_token, subject)
    : {};
}

/** Found once; looked for anew as long as it does not answer. */
function providerOf({ issuer, clientId, clientSecret }: DirectorySettings): () => Promise<oidc.Configuration> {
  const execute = issuer.startsWith("http:") ? [oidc.allowInsecureRequests] : [];
  let found: Promise<oidc.Configuration> | null = null;
  return () => {
    found ??= oidc
      .discovery(new URL(issuer), clientId, clientSecret, undefined, { timeout: TIMEOUT_S, execute })
      .catch((error: unknown) => {
        found = null;
        throw error;
      });
    return found;
  };
}

function personOf(claims: Record<string, unknown>, { secondStep, trustsEmail }: DirectorySettings): DirectoryPerson {
  const text = (name: string) => (typeof claims[name] === "string" ? claims[name].trim() : "");
  const [issuer, subject, email] = [text("iss"), text("sub"), text("email").toLowerCase()];
  if (!issuer || !subject) refuse("kommune-igen");
  const isVerified = claims["email_verified"] === true || (claims["email_verified"] === undefined && trustsEmail);
  const shown = [claims["amr"], claims["acr"]].flat();
  return {
    issuer,
    subject,
    name: (text("name") || `${text("given_name")} ${text("family_name")}`.trim() || email).slice(0, 80),
    email: isVerified && /^[^\s@]+@[^\s@]+$/.test(email) ? email : null,
    claims,
    secondStep: secondStep.some((value) => shown.includes(value)),
  };
}

function away(error: unknown): never {
  note(error);
  refuse("kommune-svarer-ikke");
}

/** What went wrong: the person said no there, the directory is away, or the answer is not one to this question. */
function fault(error: unknown): never {
  if (error instanceof oidc.AuthorizationResponseError && error.error === "access_denied") refuse("kommune-afbrudt");
  note(error);
  const { cause, code } = recordOf(error);
  const status = Number(recordOf(cause)["status"] ?? 0);
  if (error instanceof TypeError || code === "OAUTH_TIMEOUT" || status >= 500) refuse("kommune-svarer-ikke");
  refuse("kommune-igen");
}

/** For whoever runs the site; without what the directory answered. */
function note(error: unknown): void {
  const { name, message, code } = recordOf(error);
  log.warn({ name, message, code }, "the municipality's sign-in failed");
}
