import type { MailBox } from "../mail/outbox.ts";
import type { Runtime } from "../process/runtime.ts";

/** What deeds of this process write mails with. */
export function boxOf({ keys, config }: Runtime): MailBox {
  return { keys, siteUrl: config.siteUrl };
}
