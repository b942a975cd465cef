import { expect } from "vitest";
import { demoEmail, visit, type Visitor } from "../harness/visitor.ts";

/** What the site has said yes to. */
export type Promised =
  | { kind: "help"; token: string }
  | { kind: "published"; id: string; title: string }
  | { kind: "asked"; question: string }
  | { kind: "taken"; id: string };

let citizens = 0;
/** An address of its own for each. */
const from = () => ({ "x-forwarded-for": `198.51.${(++citizens >> 8) % 256}.${citizens % 256}` });

/** Asks for help with a number of its own; resolves when the site has said that it has the request. */
export async function askForHelp(address: string): Promise<Promised> {
  const citizen = visit(address);
  const { action, values } = await citizen.form("/hjaelp", "referrals.ask");
  const phone = `20${String(citizens).padStart(6, "0")}`;
  const answer = await citizen.post(
    action,
    { ...values, name: "Inge", phone, wishes: "Gerne noget med sang." },
    from(),
  );
  const token = /^\/hjaelp\/([\w-]{20,})/.exec(answer.headers.get("location") ?? "")?.[1];
  if (answer.status !== 303 || !token) throw new Error(`help was not acknowledged: ${answer.status}`);
  return { kind: "help", token };
}

/** Asks what an activity's page does not say. */
export async function askQuestion(address: string, slug: string, number: number): Promise<Promised> {
  const question = `Kan man komme nummer ${number}?`;
  const citizen = visit(address);
  const { action, values } = await citizen.form(`/aktiviteter/${slug}`, "upkeep.ask");
  const answer = await citizen.post(action, { ...values, spoergsmaal: question }, from());
  if (answer.status !== 303) throw new Error(`the question was not acknowledged: ${answer.status}`);
  return { kind: "asked", question };
}

/** A brobygger takes a case of the list. */
export async function takeCase(brobygger: Visitor, id: string): Promise<Promised> {
  const answer = await brobygger.post(`/brobygger/sag/${id}?_action=casework.take`, { id });
  if (answer.status !== 303) throw new Error(`taking the case was not acknowledged: ${answer.status}`);
  return { kind: "taken", id };
}

/** A draft that can be published; `publish` resolves when the site has said that it is public. */
export async function draft(contact: Visitor, title: string): Promise<{ publish(): Promise<Promised> }> {
  const form = await contact.form("/forening/ny", "activities.save");
  const answer = await contact.send(form, {
    title,
    description: "Vi mødes og synger sammen.",
    themes: ["musik"],
    placeName: "Salen",
    postcode: "8260",
    w0day: "ons",
    w0start: "19:00",
    w0end: "21:00",
    price: "free",
    contactName: "Lis",
    contactPhone: "41 86 09 00",
  });
  const id = /^\/forening\/aktivitet\/([^/?]+)/.exec(answer.headers.get("location") ?? "")?.[1];
  expect(id, `the draft was refused: ${answer.status}`).toBeDefined();
  return {
    async publish() {
      const published = await contact.post(`/forening/aktivitet/${id}/vis?_action=activities.publish`, {
        id: id ?? "",
      });
      if (published.status !== 303) throw new Error(`publishing was not acknowledged: ${published.status}`);
      return { kind: "published", id: id ?? "", title };
    },
  };
}

export async function signedIn(address: string, role: "brobygger" | "contact"): Promise<Visitor> {
  const person = visit(address);
  await person.signIn(demoEmail(role));
  return person;
}

/** A title of letters alone that no other has. */
export function newTitle(number: number): string {
  return `Korprøve ${number
    .toString(26)
    .padStart(4, "0")
    .replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "")}xq`;
}
