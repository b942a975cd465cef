import { afterAll, beforeAll, expect, it } from "vitest";
import { demoPassword } from "../../db/demo/people.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";
import { demoEmail, textsOf, visit } from "../harness/visitor.ts";

const LIBRARY = "192.0.2.7";

const folder = temporaryFolder("limits");
let server: RunningServer;
beforeAll(async () => {
  server = await startServer(folder.path, { TRUST_PROXY: "1" });
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

async function asks(from: string, values: Record<string, string>, browser = "Firefox"): Promise<Response> {
  const citizen = visit(server.address);
  const { action, values: given } = await citizen.form("/hjaelp", "referrals.ask");
  return citizen.post(action, { ...given, ...values }, { "x-forwarded-for": from, "user-agent": browser });
}

const robot = (n: number) => ({ name: `Robot ${n}`, phone: `4186 ${1000 + n}`, wishes: "køb billigt nu" });

it("The eleventh request from one address comes back filled in, with the phone and when to try again, and not a moment late", async () => {
  for (let n = 0; n < 10; n++) expect((await asks("203.0.113.5", robot(n))).status).toBe(303);
  const before = performance.now();
  const answer = await asks("203.0.113.5", {
    name: "Kirsten Sørensen",
    phone: "41 86 09 00",
    wishes: "Jeg savner nogen at gå tur med",
  });
  expect(performance.now() - before).toBeLessThan(2_000);
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(3_000);
  const page = await answer.text();
  expect(textsOf(page, "/hjaelp?_action=referrals.ask")).toMatchObject({
    name: "Kirsten Sørensen",
    phone: "41 86 09 00",
    wishes: "Jeg savner nogen at gå tur med",
  });
  expect(page).toContain("Prøv igen om lidt, eller ring til os.");
  expect(page).toMatch(/Vil du ikke vente\? Ring\s+<a class="number"[^>]* href="tel:/);
});

it("A library where somebody of the site signs in is not locked out by one of its visitors, nor by a botnet", async () => {
  const lis = visit(server.address);
  const form = await lis.form("/log-ind", "signIn");
  const signedIn = await lis.post(
    form.action,
    { ...form.values, email: demoEmail("contact"), password: demoPassword },
    { "x-forwarded-for": LIBRARY },
  );
  expect(signedIn.status).toBe(303);
  const robots = await Promise.all(
    Array.from({ length: 30 }, (_, n) => asks(LIBRARY, robot(100 + n), "curl").then(({ status }) => status)),
  );
  expect(robots.filter((status) => status === 303)).toHaveLength(10);
  const net = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      asks(`2001:db8:0:${n.toString(16)}::1`, robot(200 + n)).then(({ status }) => status),
    ),
  );
  expect(net.filter((status) => status === 303)).toHaveLength(50);
  const honest = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      asks(LIBRARY, { name: `Borger ${n}`, phone: `4286 ${1000 + n}` }, `Firefox ${n}`),
    ),
  );
  expect(honest.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 303));
});

it("The desk of the lead answers with a page of them, and sweeps the robots away", async () => {
  const lead = visit(server.address);
  await lead.signIn(demoEmail("lead"));
  for (const path of [
    "/brobygger",
    "/brobygger/nye",
    "/brobygger/nye?side=4",
    "/brobygger/nye?side=9999",
    "/brobygger/fordel?side=2",
  ])
    expect((await lead.get(path)).status).toBe(200);
  const form = await lead.form("/brobygger/ryd?ord=robot&trin=se&alle=ja", "sweeping.requests");
  expect((await lead.send(form, {})).headers.get("location")).toBe("/brobygger/ryd?besked=ryddet");
  expect(await (await lead.get("/brobygger/ryd?ord=robot")).text()).toContain("Ingen passer.");
  const undo = await lead.form("/brobygger/ryd", "sweeping.undoRequests");
  expect((await lead.send(undo, {})).status).toBe(303);
  expect(await (await lead.get("/brobygger/ryd?ord=robot")).text()).toContain("70 passer.");
});
