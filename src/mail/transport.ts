import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Config } from "../shared/config.ts";
import type { Letter } from "./outbox.ts";

/** A mail on its way. A `messageId` that was seen before marks a second sending of the same mail. */
export interface Outgoing extends Letter {
  id: number;
  messageId: string;
}

/** Where mails go. `send` throws when the other side did not take it. */
export interface Transport {
  /** The right part of message ids: a name of this site. */
  domain: string;
  send(mail: Outgoing): Promise<void>;
}

/** SMTP when there is an SMTP_URL, else files under DATA_DIR/mails that an editor or a developer can read. */
export function openTransport(config: Pick<Config, "smtpUrl" | "siteUrl" | "dataDir">): Transport {
  const domain = domainOf(config.siteUrl);
  return config.smtpUrl ? smtpTransport(config.smtpUrl, domain) : fileTransport(join(config.dataDir, "mails"), domain);
}

/** The sender is `?from=` of the SMTP_URL, else noreply at the site's own domain. */
function smtpTransport(smtpUrl: string, domain: string): Transport {
  const url = new URL(smtpUrl);
  const from = { name: "Fællesbro", address: url.searchParams.get("from") ?? `noreply@${domain}` };
  url.searchParams.delete("from");
  const smtp = createTransport({
    url: url.href,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  });
  return {
    domain,
    async send({ to, subject, text, messageId, unsubscribe, replyTo }) {
      const headers = {
        "Auto-Submitted": "auto-generated",
        ...(unsubscribe && {
          "List-Unsubscribe": `<${unsubscribe}>`,
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }),
      };
      await smtp.sendMail({
        from,
        to: { name: "", address: to },
        ...(replyTo && { replyTo }),
        subject,
        text,
        messageId,
        headers,
      });
    },
  };
}

function fileTransport(folder: string, domain: string): Transport {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    domain,
    async send({ id, kind, to, subject, text, messageId, replyTo }) {
      const file = join(folder, `${String(id).padStart(6, "0")}-${kind}.eml`);
      const head = [
        `From: Fællesbro <noreply@${domain}>`,
        `To: ${to}`,
        ...(replyTo ? [`Reply-To: ${replyTo}`] : []),
        `Subject: ${subject}`,
        `Message-ID: ${messageId}`,
        "Content-Type: text/plain; charset=utf-8",
      ];
      writeFileSync(`${file}.part`, `${head.join("\n")}\n\n${text}`, { mode: 0o600 });
      renameSync(`${file}.part`, file);
    },
  };
}

/** An address is no domain for mail: `localhost` then. */
function domainOf(siteUrl: string): string {
  const { hostname } = new URL(siteUrl);
  return /^[\d.]+$|:/.test(hostname) ? "localhost" : hostname;
}
