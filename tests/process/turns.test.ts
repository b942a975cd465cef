import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../src/process/kept-pages.ts";
import { addressOf, TURNS, takeTurns } from "../../src/process/turns.ts";

const LIBRARY = "10.0.0.1";
const NEIGHBOUR = "10.0.0.2";
const PATIENT = { timeout: 10_000, interval: 5 };

let server: http.Server;
let answer: Answer;
let refused = 0;
/** Who is being answered, and how to end it. */
let under: { address: string; end(): void }[] = [];

beforeEach(async () => {
  under = [];
  refused = 0;
  answer = (request, response) => under.push({ address: addressOf(request), end: () => response.end() });
  const turns = takeTurns(
    (request, response) => answer(request, response),
    addressOf,
    (_request, response) => {
      refused++;
      response.end();
    },
    { ...TURNS, waiting: 100 },
  );
  server = http.createServer((request, response) => void turns(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function ask(address: string): { gone(): void; answered: Promise<void> } {
  const { port } = server.address() as AddressInfo;
  const request = http.get({ port, host: "127.0.0.1", agent: false, headers: { "x-forwarded-for": address } });
  const answered = new Promise<void>((resolve) => {
    request.once("response", (response) => response.resume().once("end", resolve)).once("error", () => resolve());
  });
  return { gone: () => request.destroy(), answered };
}

const asked = (address: string) => under.filter((one) => one.address === address).length;

describe("Turns of addresses", () => {
  it("whoever asks for a hundred pages at once waits for themselves, and a neighbour is answered at once", async () => {
    const many = Array.from({ length: 100 }, () => ask(LIBRARY));
    await expect.poll(() => asked(LIBRARY), PATIENT).toBe(8);
    const neighbour = ask(NEIGHBOUR);
    await expect.poll(() => asked(NEIGHBOUR), PATIENT).toBe(1);
    expect(asked(LIBRARY)).toBe(8);
    for (let at = 0; at < 101; at++) {
      await expect.poll(() => under.length, PATIENT).toBeGreaterThan(at);
      under[at]?.end();
    }
    await Promise.all([...many, neighbour].map(({ answered }) => answered));
    expect(asked(LIBRARY)).toBe(100);
  });

  it("who has left is not answered, and takes no turn", async () => {
    const first = Array.from({ length: 8 }, () => ask(LIBRARY));
    await expect.poll(() => under.length, PATIENT).toBe(8);
    const impatient = ask(LIBRARY);
    const patient = ask(LIBRARY);
    await expect.poll(connections, PATIENT).toBe(10);
    impatient.gone();
    await expect.poll(connections, PATIENT).toBe(9);
    under[0]?.end();
    await expect.poll(() => under.length, PATIENT).toBe(9);
    under.forEach(({ end }) => end());
    await Promise.all([...first, patient].map(({ answered }) => answered));
    expect(under).toHaveLength(9);
  });

  it("pages that are long in the making begin in turns of the event loop of their own", async () => {
    let turn = 0;
    const begun: number[] = [];
    const count = setInterval(() => turn++, 0);
    answer = (_request, response) => {
      begun.push(turn);
      for (const until = performance.now() + 15; performance.now() < until;);
      response.end();
    };
    await Promise.all(Array.from({ length: 12 }, (_, at) => ask(`10.0.1.${at}`).answered));
    clearInterval(count);
    expect(begun).toHaveLength(12);
    expect(new Set(begun).size).toBe(12);
  });

  it("pages that are quick begin together, those that waited too", async () => {
    const many = Array.from({ length: 16 }, () => ask(LIBRARY));
    await expect.poll(() => under.length, PATIENT).toBe(8);
    await expect.poll(connections, PATIENT).toBe(16);
    let turn = 0;
    const begun: number[] = [];
    answer = (_request, response) => {
      begun.push(turn);
      setImmediate(() => response.end());
    };
    const count = () => {
      turn++;
      if (begun.length < 8) setImmediate(count);
    };
    setImmediate(count);
    under.forEach(({ end }) => end());
    await Promise.all(many.map(({ answered }) => answered));
    expect(begun).toHaveLength(8);
    expect(new Set(begun).size).toBeLessThan(8);
  });

  it("who has too many waiting is told so", async () => {
    const all = Array.from({ length: 109 }, () => ask(LIBRARY));
    await expect.poll(() => refused, PATIENT).toBe(1);
    all.forEach(({ gone }) => gone());
  });
});

function connections(): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}
