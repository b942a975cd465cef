import { contact } from "../../texts/contact.ts";
import { intake } from "../../texts/intake.ts";

/** The links of the contact's desk while something is brought in. */
export function intakeNav(here: string): { href: string; label: string; current?: boolean }[] {
  const links = [
    { href: "/forening", label: contact.mine },
    { href: "/forening/hent", label: intake.title },
    { href: "/forening/hent/tekst", label: intake.ways.text.label },
    { href: "/forening/hent/kalender", label: intake.ways.calendar.label },
    { href: "/forening/hent/regneark", label: intake.ways.sheet.label },
  ];
  return links.map((link) => (link.href === here ? { ...link, current: true } : link));
}
