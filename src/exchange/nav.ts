import { paths } from "../shared/paths.ts";
import { contact } from "../texts/contact.ts";
import { takingIn } from "../texts/exchange.ts";

/** The form of the yes to a preview: what stands before it belongs to it, too. */
export const TAKE_FORM = "tag-ind";

/** The links of the contact's desk while something is brought in. */
export function takingInNav(): { href: string; label: string; current?: boolean }[] {
  return [
    { href: paths.host.desk, label: contact.mine },
    { href: paths.host.newActivity, label: contact.new },
    { href: paths.host.takeIn, label: takingIn.title, current: true },
  ];
}
