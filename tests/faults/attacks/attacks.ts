import { once } from "node:events";
import http from "node:http";
import net from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import sharp from "sharp";
import { LONG } from "../../fuzz/size.ts";

export interface Target {
  address: string;
  /** Addresses of activities on the board. */
  slugs: string[];
  /** Of a contact who has signed in, and what the contact may write to. */
  contact: { cookie: string; organisation: string; activity: string };
}

export interface Attack {
  name: string;
  /** Does it, and resolves when the attacker has had all answers (or none). */
  run(target: Target): Promise<unknown>;
  /** Not in the short run. */
  onlyLong?: true;
}

const FIELDS = 80_000;
const times = (short: number, long: number) => (LONG ? long : short);
const SECONDS = times(3, 20);

/** What one stranger, or one contact with bad intent, may send. */
export const ATTACKS: Attack[] = [
  {
    name: `${FIELDS} form fields, ${times(4, 40)} times`,
    run: ({ address }) =>
      many(times(4, 40), () => post(address, "/hjaelp?_action=referrals.ask", URLENCODED, manyFields())),
  },
  {
    name: `${FIELDS} parts of a form, ${times(4, 40)} times`,
    run: ({ address }) =>
      many(times(4, 40), () => post(address, "/hjaelp?_action=referrals.ask", MULTIPART, manyParts())),
  },
  {
    name: `${times(60, 200)} previews`,
    run: ({ address, slugs }) => many(times(60, 200), (n) => get(address, `/billede/${slugs[n % slugs.length]}.png`)),
  },
  {
    name: `${times(30, 100)} feeds`,
    run: ({ address }) =>
      many(times(30, 100), (n) => get(address, `/tavle.${["ics", "rss", "atom"][n % 3]}?alder=${20 + n}`)),
  },
  {
    name: `${times(4, 16)} pictures of 40 megapixels`,
    async run({ address, contact: { cookie, activity } }) {
      const picture = await manyPoints();
      const body = multipart({ id: activity, alt: "En sal" }, { name: "file", filename: "sal.jpg", bytes: picture });
      return many(times(4, 16), () =>
        post(address, `/forening/hent/billede/${activity}?_action=exchange.setPicture`, MULTIPART, body, { cookie }),
      );
    },
  },
  {
    name: `${times(20, 60)} bodies of 11 MB from a stranger`,
    run: ({ address }) =>
      many(times(20, 60), (n) => post(address, "/hjaelp?_action=referrals.ask", n % 2 ? MULTIPART : URLENCODED, LARGE)),
  },
  {
    name: `${times(20, 60)} bodies of 11 MB from a contact`,
    run: ({ address, contact: { cookie, activity } }) => {
      const body = multipart(
        { id: activity, alt: "En sal" },
        { name: "file", filename: "x.jpg", bytes: LARGE.subarray(0, 10_400_000) },
      );
      const path = `/forening/hent/billede/${activity}?_action=exchange.setPicture`;
      return many(times(20, 60), () => post(address, path, MULTIPART, body, { cookie }));
    },
  },
  {
    name: `${times(1_000, 3_000)} half-open connections`,
    run: ({ address }) => halfOpen(address, times(1_000, 3_000)),
  },
  {
    name: "a calendar of 300 daily series from 1970",
    onlyLong: true,
    async run({ address, contact: { cookie, organisation } }) {
      const body = multipart(
        { organisation, address: "" },
        { name: "file", filename: "x.ics", bytes: Buffer.from(longCalendar(300)) },
      );
      await many(3, () =>
        post(address, "/forening/hent/kalender?_action=exchange.lookAtCalendar", MULTIPART, body, { cookie }),
      );
      await many(3, () => get(address, "/forening/hent/kalender?se=ja", { cookie }));
      const form = Buffer.from("contactName=Lis&contactPhone=&postcode=8260&theme=musik");
      await post(address, "/forening/hent/kalender?_action=exchange.takeCalendar", URLENCODED, form, { cookie });
    },
  },
];

const BOUNDARY = "----attack";
const URLENCODED = "application/x-www-form-urlencoded";
const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;
const LARGE = Buffer.alloc(11_000_000, "a");

async function many(count: number, once: (n: number) => Promise<number>): Promise<Record<number, number>> {
  const statuses: Record<number, number> = {};
  await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const status = await once(n);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }),
  );
  return statuses;
}

const get = (address: string, path: string, headers: Record<string, string> = {}) => ask(address + path, { headers });

function post(
  address: string,
  path: string,
  type: string,
  body: Uint8Array,
  headers: Record<string, string> = {},
): Promise<number> {
  return ask(address + path, {
    method: "POST",
    headers: {
      ...headers,
      "content-type": type,
      "content-length": String(body.byteLength),
      "sec-fetch-site": "same-origin",
    },
    body,
  });
}

/** The status; 0 when the server hung up. */
function ask(url: string, { body, ...options }: http.RequestOptions & { body?: Uint8Array }): Promise<number> {
  return new Promise((resolve) => {
    const request = http.request(url, { ...options, agent: false, timeout: 60_000 }, (response) => {
      response.resume().once("close", () => resolve(response.statusCode ?? 0));
    });
    request.once("timeout", () => request.destroy()).once("error", () => resolve(0));
    request.end(body);
  });
}

function manyFields(): Buffer {
  return Buffer.from(Array.from({ length: FIELDS }, (_, n) => `${n.toString(36)}=a`).join("&"));
}

function manyParts(): Buffer {
  return Buffer.from(
    Array.from(
      { length: FIELDS },
      (_, n) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${n.toString(36)}"\r\n\r\na\r\n`,
    ).join("") + `--${BOUNDARY}--\r\n`,
  );
}

function multipart(
  fields: Record<string, string>,
  file: { name: string; filename: string; bytes: Uint8Array },
): Buffer {
  const texts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${file.name}"; filename="${file.filename}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return Buffer.concat([Buffer.from(texts.join("") + head), file.bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
}

/** As many points as the site takes, none like the next, in a file as small as it takes. */
function manyPoints(): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 128, sigma: 20 } as const;
  return sharp({ create: { width: 7300, height: 5470, channels: 3, background: "white", noise } })
    .jpeg({ quality: 10 })
    .toBuffer();
}

function longCalendar(series: number): string {
  const events = Array.from(
    { length: series },
    (_, n) =>
      `BEGIN:VEVENT\r\nUID:${n}@x\r\nDTSTAMP:19700101T000000Z\r\nDTSTART:19700101T${String(n % 24).padStart(2, "0")}0000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Kor ${n}\r\nEND:VEVENT\r\n`,
  );
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n${events.join("")}END:VCALENDAR\r\n`;
}

/** A third says nothing, a third never ends its headers, a third never ends its body; each sends a byte a second. */
async function halfOpen(address: string, count: number): Promise<number> {
  const { hostname, port } = new URL(address);
  const beginnings = [
    "",
    `GET / HTTP/1.1\r\nHost: ${hostname}\r\nX-A: `,
    `POST /hjaelp?_action=referrals.ask HTTP/1.1\r\nHost: ${hostname}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: ${URLENCODED}\r\nContent-Length: 9000\r\n\r\nname=`,
  ];
  const sockets = Array.from({ length: count }, (_, n) => {
    const socket = net.connect(Number(port), hostname);
    socket.on("error", () => socket.destroy());
    void once(socket, "connect").then(
      () => socket.write(beginnings[n % 3] ?? ""),
      () => undefined,
    );
    return socket;
  });
  for (let second = 0; second < SECONDS; second++) {
    await pause(1_000);
    sockets.forEach((socket, n) => {
      if (n % 3 && socket.writable) socket.write("a");
    });
  }
  const open = sockets.filter(({ readyState }) => readyState === "open").length;
  for (const socket of sockets) socket.destroy();
  return open;
}
