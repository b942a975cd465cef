import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface Post {
  url: string;
  arrived: { to: string[]; raw: string }[];
  /** How many mails are refused before one is taken. */
  refuse: number;
  close(): Promise<void>;
}

/** A real mail server on this machine. */
export async function openPost(): Promise<Post> {
  const opened: Post = {
    url: "",
    arrived: [],
    refuse: 0,
    close: () => new Promise((done) => server.close(() => done())),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        if (opened.refuse-- > 0) return done(Object.assign(new Error("later"), { responseCode: 451 }));
        opened.arrived.push({
          to: session.envelope.rcptTo.map((to) => to.address),
          raw: Buffer.concat(parts).toString("latin1"),
        });
        return done();
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  opened.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return opened;
}

/** The text of a mail as it was written. */
export function textOf(raw = ""): string {
  const body = raw.slice(raw.indexOf("\r\n\r\n") + 4).replace(/\r\n/g, "\n");
  const encoding = raw.match(/^Content-Transfer-Encoding: (.*)\r$/im)?.[1];
  if (encoding === "base64") return Buffer.from(body, "base64").toString();
  return encoding === "quoted-printable" ? quotedPrintable(body.replace(/=\n/g, "")) : body;
}

/** The subject of a mail as it was written. */
export function subjectOf(raw = ""): string {
  const words = raw.match(/^Subject: ((?:.*\r\n)(?:[ \t].*\r\n)*)/im)?.[1]?.trim() ?? "";
  return words
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === "b" ? Buffer.from(text, "base64").toString() : quotedPrintable(text.replace(/_/g, " ")),
    );
}

function quotedPrintable(text: string): string {
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString();
}
