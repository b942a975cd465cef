import { contact } from "../texts/contact.ts";
import { intake } from "../texts/exchange.ts";

/** The links of the contact's desk while something is brought in. */
export function intakeNav(): { href: string; label: string; current?: boolean }[] {
  return [
    { href: "/forening", label: contact.mine },
    { href: "/forening/ny", label: contact.new },
    { href: "/forening/hent", label: intake.title, current: true },
  ];
}
