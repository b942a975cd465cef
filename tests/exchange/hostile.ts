import { deflateSync, gzipSync } from "node:zlib";
import sharp from "sharp";
import { calendar, fixture, weekly } from "./support.ts";

/** Files that are broken or mean harm, by what is wrong with them. */
export type Hostile = [what: string, bytes: Buffer];

const whole = fixture("folkehuset.ics");
const wrapped = (...lines: string[]) => Buffer.from(["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR", ""].join("\r\n"));
const times = (n: number, of: (i: number) => string[]) => Array.from({ length: n }, (_, i) => of(i)).flat();
const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];

/** Calendars. */
export function hostileCalendars(): Hostile[] {
  const rules = [
    "FREQ=SECONDLY",
    "FREQ=MINUTELY;INTERVAL=1",
    "FREQ=HOURLY;BYMINUTE=0,1,2",
    "FREQ=DAILY;COUNT=999999999",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;INTERVAL=-1",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=YEARLY;BYMONTH=13",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYDAY=6MO",
    "FREQ=DAILY;UNTIL=99991231T235959Z",
    "FREQ=DAILY;COUNT=5;UNTIL=20270101",
    "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO,TU,WE,TH,FR,SA,SU",
    "FREQ=NEVER",
    "COUNT=3",
    "",
    ";;;;",
    "FREQ=DAILY;FREQ=WEEKLY",
    `FREQ=YEARLY;BYYEARDAY=${Array.from({ length: 366 }, (_, i) => i + 1).join(",")}`,
    `FREQ=DAILY;BYMONTHDAY=${"1,".repeat(5000)}1`,
    "FREQ=DAILY;X=Y",
    "RSCALE=CHINESE;FREQ=YEARLY",
  ];
  const starts = [
    "",
    "x",
    "20261301T100000",
    "20261232",
    "00000101T000000",
    "99991231T235959Z",
    "20261201T256000",
    "-20261201",
    "20261201T100000+0100",
    "2026-12-01",
    "19000101T000000",
  ];
  return [
    ...rules.map((rule): Hostile => [`a rule ${rule.slice(0, 40)}`, calendar(weekly(`RRULE:${rule}`))]),
    ...starts.map((start): Hostile => [`a start ${start}`, calendar(["UID:1", "SUMMARY:A", `DTSTART:${start}`])]),
    ...[10, 200, 500, 900, whole.length - 20].map((at): Hostile => [`cut off at ${at}`, whole.subarray(0, at)]),
    [
      "an endless daily series since 1900",
      calendar(weekly("DTSTART:19000101T100000", "DTEND:19000101T110000", "RRULE:FREQ=DAILY")),
    ],
    [
      "an endless series of every day of every month since 1970",
      calendar(
        weekly("DTSTART:19700101T100000", "DTEND:19700101T110000", "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU"),
      ),
    ],
    [
      "an endless series since 1970 with 5000 exceptions",
      calendar(
        weekly(
          "DTSTART:19700101T100000",
          "DTEND:19700101T110000",
          "RRULE:FREQ=YEARLY;BYDAY=MO,TU",
          ...times(5000, (i) => [`EXDATE:${1970 + (i % 60)}0${1 + (i % 9)}05T100000`]),
        ),
      ),
    ],
    [
      "a daily series that changes for good every day",
      calendar(
        weekly("RRULE:FREQ=DAILY"),
        ...Array.from({ length: 900 }, (_, i) => {
          const day = new Date(Date.UTC(2026, 8, 2 + i)).toISOString().slice(0, 10).replaceAll("-", "");
          return [
            ...weekly(
              `RECURRENCE-ID;RANGE=THISANDFUTURE:${day}T100000`,
              `DTSTART:${day}T1${i % 10}0000`,
              `DTEND:${day}T200000`,
            ).filter((line) => !line.startsWith("RRULE")),
          ];
        }),
      ),
    ],
    [
      "5000 changed dates",
      calendar(
        weekly(),
        ...times(4, () => []).map(() => []),
        ...Array.from({ length: 900 }, (_, i) =>
          weekly(`RECURRENCE-ID:2026${String((i % 12) + 1).padStart(2, "0")}01T100000`),
        ),
      ),
    ],
    [
      "a date that moves to itself",
      calendar(
        weekly(),
        weekly(
          "RECURRENCE-ID;TZID=Europe/Copenhagen:20261201T100000",
          "DTSTART;TZID=Europe/Copenhagen:20261201T100000",
        ),
      ),
    ],
    [
      "dates that move in a circle",
      calendar(
        weekly(),
        ["UID:a@b", "SUMMARY:Strik", "RECURRENCE-ID:20261201T100000", "DTSTART:20261208T100000"],
        ["UID:a@b", "SUMMARY:Strik", "RECURRENCE-ID:20261208T100000", "DTSTART:20261201T100000"],
      ),
    ],
    ["2000 events", calendar(...Array.from({ length: 2000 }, (_, i) => weekly(`UID:${i}`)))],
    ["1000 events", calendar(...Array.from({ length: 1000 }, (_, i) => weekly(`UID:${i}`)))],
    ["300 events of one name", calendar(...Array.from({ length: 300 }, (_, i) => weekly(`UID:${i}`)))],
    ["1000 series of one name", calendar(...Array.from({ length: 1000 }, () => weekly()))],
    ["100,000 lines", wrapped(...times(100_001, () => ["X-A:b"]))],
    ["3 MB", Buffer.alloc(3 * 1024 * 1024, "BEGIN:VCALENDAR\r\n")],
    ["one line of 2 MB", calendar(["UID:1", "DTSTART:20261201T100000", `SUMMARY:${"a".repeat(2_000_000)}`])],
    [
      "a description of 1.9 MB of tags",
      calendar(["UID:1", "DTSTART:20261201T100000", "SUMMARY:A", `DESCRIPTION:${"<br".repeat(600_000)}`]),
    ],
    [
      "a folded line of a sign each",
      calendar(["UID:1", "DTSTART:20261201T100000", `SUMMARY:A${"\r\n b".repeat(40_000)}`]),
    ],
    ["10,000 parameters", calendar(["UID:1", `DTSTART${";X=y".repeat(10_000)}:20261201T100000`, "SUMMARY:A"])],
    [
      "a quotation that is never closed",
      calendar(["UID:1", `DTSTART;TZID="Europe${"x".repeat(50_000)}:20261201T100000`, "SUMMARY:A"]),
    ],
    ["10,000 backslashes", calendar(["UID:1", "DTSTART:20261201T100000", `SUMMARY:${"\\".repeat(10_000)}`])],
    ["events within events", wrapped(...times(500, () => ["BEGIN:VEVENT"]), ...times(500, () => ["END:VEVENT"]))],
    [
      "10,000 alarms within an event",
      calendar([...weekly(), ...times(10_000, () => ["BEGIN:VALARM", "TRIGGER:-PT1M", "END:VALARM"])]),
    ],
    [
      "alarms within alarms",
      calendar([...weekly(), ...times(20_000, () => ["BEGIN:VALARM"]), ...times(20_000, () => ["END:VALARM"])]),
    ],
    ["an event that is never closed", wrapped("BEGIN:VEVENT", "UID:1", "SUMMARY:A")],
    ["an end without a beginning", wrapped("END:VEVENT")],
    ["lines without a colon", calendar(["UID", "SUMMARY", "DTSTART"])],
    [
      "a zone with a rule by the second",
      wrapped(
        "BEGIN:VTIMEZONE",
        "TZID:Bombe",
        "BEGIN:STANDARD",
        "DTSTART:19000101T000000",
        "RRULE:FREQ=SECONDLY",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:STANDARD",
        "END:VTIMEZONE",
        ...event(...weekly("DTSTART;TZID=Bombe:20261201T100000")),
      ),
    ],
    [
      "a zone that names itself",
      wrapped(
        "BEGIN:VTIMEZONE",
        "TZID:A",
        "X-LIC-LOCATION:A",
        "END:VTIMEZONE",
        ...event(...weekly("DTSTART;TZID=A:20261201T100000")),
      ),
    ],
    ["a zone from a path", calendar(weekly("DTSTART;TZID=../../etc/passwd:20261201T100000"))],
    [
      "a zone of another's property",
      calendar(
        weekly("DTSTART;TZID=__proto__:20261201T100000"),
        weekly("UID:2", "DTSTART;TZID=constructor:20261201T100000"),
      ),
    ],
    [
      "names of prototypes",
      calendar([
        "UID:__proto__",
        "SUMMARY:constructor",
        "DTSTART:20261201T100000",
        "__PROTO__:x",
        "CONSTRUCTOR;X=__proto__:y",
      ]),
    ],
    ["a UID of 100,000 signs", calendar(weekly(`UID:${"u".repeat(100_000)}`))],
    ["no UID", calendar(["SUMMARY:A", "DTSTART:20261201T100000"], ["SUMMARY:A", "DTSTART:20261201T100000"])],
    [
      "a script for a name",
      calendar(weekly("SUMMARY:<script>alert(1)</script>", "DESCRIPTION:<img src=x onerror=alert(1)>")),
    ],
    ["an address that is a script", calendar(weekly("URL:javascript:alert(1)"))],
    ["a place on the moon", calendar(weekly("GEO:999;999"), weekly("UID:2", "GEO:NaN;NaN"), weekly("UID:3", "GEO:x"))],
    [
      "a stay of 10,000 years",
      calendar(
        ["UID:1", "SUMMARY:A", "DTSTART:20261201T100000", "DURATION:P999W"],
        ["UID:2", "SUMMARY:A", "DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:21991231"],
      ),
    ],
    ["a stay backwards", calendar(["UID:1", "SUMMARY:A", "DTSTART:20261201T100000", "DURATION:-PT1H"])],
    [
      "5000 extra dates",
      calendar(weekly(...times(5000, (i) => [`RDATE:20270101T${String(i % 24).padStart(2, "0")}0000`]))),
    ],
    [
      "a series of 200 days a year in another country",
      calendar(
        weekly(
          "DTSTART;TZID=America/New_York:20200101T100000",
          "DTEND;TZID=America/New_York:20200101T110000",
          "RRULE:FREQ=DAILY",
        ),
      ),
    ],
    ["UTF-16", Buffer.from(`\uFEFF${whole.toString()}`, "utf16le")],
    ["Windows-1252", Buffer.from(whole.toString(), "latin1")],
    ["broken UTF-8", Buffer.concat([whole.subarray(0, 900), Buffer.from([0xff, 0xfe, 0xc0]), whole.subarray(900)])],
    ["zero bytes within", Buffer.concat([whole.subarray(0, 900), Buffer.alloc(10), whole.subarray(900)])],
    ["only a mark", Buffer.from([0xef, 0xbb, 0xbf])],
    ["nothing", Buffer.alloc(0)],
    ["spaces", Buffer.alloc(100_000, " ")],
    ["a packed calendar", gzipSync(whole)],
    ["a page", Buffer.from("<!doctype html><html><body>BEGIN:VCALENDAR END:VCALENDAR</body></html>")],
    ["a picture", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), whole])],
    ["JSON", Buffer.from('{"BEGIN":"VCALENDAR"}')],
    ["a card", Buffer.from("BEGIN:VCARD\r\nFN:Bo\r\nEND:VCARD")],
    ["a calendar of tasks only", wrapped("BEGIN:VTODO", "SUMMARY:A", "END:VTODO")],
    ["two calendars, one broken", Buffer.concat([whole, Buffer.from("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n")])],
  ];
}

/** Spreadsheets. */
export function hostileSheets(): Hostile[] {
  const head = "Navn;Beskrivelse;Dag;Start;Slut;Sted;Postnummer;Pris;Tema;Kontakt;Telefon;Mail;Netside\n";
  const row = (...cells: string[]) => Buffer.from(`${head}${cells.join(";")}\n`);
  const formulas = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x")',
    "\t=1",
    "=IMPORTXML(1)",
    "＝1+1",
    "'=1",
  ];
  const days = ["32.13.2026", "0.0.0", "31.2.2026", "tirsdag den 99", "NaN", "__proto__", "1e9", "-1.-1.-1"];
  const clocks = ["25:00", "10:99", "-1", "1e3", "10:00:00:00", "٣", "kl.", "NaN"];
  return [
    ...formulas.map((formula): Hostile => [
      `a formula ${formula}`,
      row(formula, formula, "tirsdag", "10:00", "12:00", formula, "8000", "20", "", formula),
    ]),
    ...days.map((day): Hostile => [`a day ${day}`, row("A", "", day, "10", "12")]),
    ...clocks.map((clock): Hostile => [`a clock ${clock}`, row("A", "", "tirsdag", clock, "12")]),
    ...["-5", "1e99", "NaN", "99999999999999", "0,001 kr", "gratis; DROP TABLE"].map((price): Hostile => [
      `a price ${price}`,
      row("A", "", "", "", "", "", "", price),
    ]),
    ...["javascript:alert(1)", "data:text/html,x", "http://", "file:///etc/passwd", "//x"].map((url): Hostile => [
      `an address ${url}`,
      row("A", "", "", "", "", "", "", "", "", "", "", "", url),
    ]),
    ["501 rows", Buffer.from(`${head}${"A\n".repeat(501)}`)],
    ["100,000 empty rows", Buffer.from(`${head}${"\n".repeat(100_000)}A\n`)],
    ["10,000 columns", Buffer.from(`${"Navn;".repeat(10_000)}\n${"A;".repeat(10_000)}\n`)],
    ["a row of 100,000 cells", Buffer.from(`Navn\n${"A;".repeat(100_000)}\n`)],
    ["a cell of 900 kB", Buffer.from(`Navn;Sted\nA;"${"x".repeat(900_000)}"\n`)],
    ["900,000 quotation marks", Buffer.from(`Navn;Sted\n${'"'.repeat(900_000)}\n`)],
    ["a quotation that is never closed", Buffer.from(`Navn;Sted\n"A;${"b\n".repeat(100_000)}`)],
    ["quotation marks in the middle", Buffer.from('Navn;Sted\nA"b"c;"d"e\n')],
    ["two megabytes", Buffer.alloc(2 * 1024 * 1024, "A;")],
    ["500 rows of one name", Buffer.from(`${head}${"A;;tirsdag;10;12\n".repeat(500)}`)],
    ["zero bytes", Buffer.from("Navn\0;Sted\nA\0;B\n")],
    ["UTF-16 without a mark", Buffer.from("Navn;Sted\nA;B\n", "utf16le")],
    ["broken UTF-8", Buffer.concat([Buffer.from("Navn\n"), Buffer.from([0xff, 0xc0, 0x80]), Buffer.from("\n")])],
    ["only line feeds", Buffer.from("\n\r\n\r")],
    ["nothing", Buffer.alloc(0)],
    ["a spreadsheet of another kind", gzipSync(Buffer.from("Navn"))],
    ["a page", Buffer.from("<table><tr><td>Navn</td></tr></table>")],
    ["a PDF", Buffer.from("%PDF-1.7\nNavn;Sted\nA;B")],
    ["names of prototypes", Buffer.from("Navn;__proto__;constructor\nA;B;C\n")],
    ["the same heading twice", Buffer.from("Navn;Navn;Titel\nA;B;C\n")],
    ["right-to-left and invisible signs", Buffer.from("Navn\n\u202Egnp.exe\u200B\u2066\n")],
    ["a postcode of letters", row("A", "", "", "", "", "", "8x00")],
    ["a phone of letters", row("A", "", "", "", "", "", "", "", "", "", "ring")],
    ["a mail of two lines", row("A", "", "", "", "", "", "", "", "", "", "", '"a@b.dk\nBcc: c@d.dk"')],
    ["20,000 commas in one theme", row("A", "", "", "", "", "", "", "", "x,".repeat(20_000))],
  ];
}

/** Pictures. */
export async function hostilePictures(): Promise<Hostile[]> {
  const jpeg = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#7aa" } })
    .jpeg()
    .toBuffer();
  const png = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#7aa" } })
    .png()
    .toBuffer();
  const webp = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#7aa" } })
    .webp()
    .toBuffer();
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"><script>alert(1)</script><image href="file:///etc/passwd"/></svg>';
  const cuts = [3, 10, 40, 100, 200].flatMap((at): Hostile[] => [
    [`a JPEG cut at ${at}`, jpeg.subarray(0, at)],
    [`a PNG cut at ${at}`, png.subarray(0, at)],
    [`a WebP cut at ${at}`, webp.subarray(0, at)],
  ]);
  const spoilt = [60, 120, 180, 300].flatMap((at): Hostile[] => [
    [`a PNG spoilt at ${at}`, withNoise(png, at)],
    [`a WebP spoilt at ${at}`, withNoise(webp, at % webp.length)],
  ]);
  return [
    ...cuts,
    ...spoilt,
    ["a JPEG cut in half", jpeg.subarray(0, jpeg.length >> 1)],
    ["SVG with a script", Buffer.from(svg)],
    ["SVG after a byte order mark", Buffer.from(`\uFEFF<?xml version="1.0"?>${svg}`)],
    [
      "SVG with entities a billion times",
      Buffer.from(
        `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${"bcdefghij"[i]} "${`&${"abcdefghi"[i]};`.repeat(10)}">`).join("")}]><svg>&j;</svg>`,
      ),
    ],
    ["packed SVG", gzipSync(Buffer.from(svg))],
    ["GIF", Buffer.concat([Buffer.from("GIF89a"), Buffer.from([0xff, 0xff, 0xff, 0xff, 0, 0, 0])])],
    [
      "GIF of 10,000 frames",
      Buffer.concat([
        Buffer.from("GIF89a\x01\0\x01\0\x80\0\0"),
        Buffer.alloc(6),
        ...Array.from({ length: 10_000 }, () => Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0])),
      ]),
    ],
    ["PDF", Buffer.from("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj")],
    ["TIFF", Buffer.from("II*\0\x08\0\0\0\0\0", "latin1")],
    ["BMP", Buffer.concat([Buffer.from("BM"), Buffer.alloc(60)])],
    ["a page", Buffer.from("<!doctype html><img src=x onerror=alert(1)>")],
    ["HEIC", Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic")])],
    [
      "an AVIF that is none",
      Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypavif\0\0\0\0mif1avif"), Buffer.alloc(1000)]),
    ],
    ["PostScript", Buffer.from("%!PS-Adobe-3.0\n(/etc/passwd) run")],
    [
      "a command for a drawing program",
      Buffer.from("push graphic-context\nfill 'url(https://x/|ls)'\npop graphic-context"),
    ],
    ["nothing", Buffer.alloc(0)],
    ["zero bytes", Buffer.alloc(100_000)],
    ["11 MB", Buffer.concat([jpeg, Buffer.alloc(11 * 1024 * 1024)])],
    ["a PNG of 30,000 x 30,000", pngOf(30_000, 30_000)],
    ["a PNG of 2 billion squared", pngOf(0x7fffffff, 0x7fffffff)],
    ["a PNG of 0 x 0", pngOf(0, 0)],
    ["a PNG of 1,000,000 x 40", pngOf(1_000_000, 40)],
    ["a PNG of 7000 x 7000, almost empty", pngOf(7000, 7000)],
    ["a PNG of 6000 x 6000 without its data", pngOf(6000, 6000)],
    [
      "a PNG with 5 MB of packed text",
      withChunk(png, "zTXt", Buffer.concat([Buffer.from("x\0\0"), deflateSync(Buffer.alloc(500_000_000 >> 4))])),
    ],
    [
      "a JPEG of one point",
      await sharp({ create: { width: 1, height: 1, channels: 3, background: "#000" } })
        .jpeg()
        .toBuffer(),
    ],
    ["a JPEG that says it is 65,500 wide", withSize(jpeg, 65_500)],
  ];
}

/** A picture that is also something else: only the picture may be left. */
export async function polyglots(): Promise<Hostile[]> {
  const jpeg = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#7aa" } })
    .jpeg()
    .toBuffer();
  const png = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#7aa" } })
    .png()
    .toBuffer();
  const script = Buffer.from("<script>alert('polyglot')</script><?php polyglot ?>");
  return [
    ["a JPEG with a page behind it", Buffer.concat([jpeg, script])],
    ["a JPEG with an archive behind it", Buffer.concat([jpeg, Buffer.from("PK\x03\x04polyglot")])],
    [
      "a JPEG with a script in a comment",
      Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, script.length + 2]), script, jpeg.subarray(2)]),
    ],
    ["a PNG with a script in a text", withChunk(png, "tEXt", Buffer.concat([Buffer.from("polyglot\0"), script]))],
    ["a PNG with a page behind it", Buffer.concat([png, script])],
  ];
}

function withNoise(bytes: Buffer, at: number): Buffer {
  const spoilt = Buffer.from(bytes);
  for (let i = at; i < Math.min(at + 40, spoilt.length); i++) spoilt[i] = (i * 37) & 255;
  return spoilt;
}

/** A PNG (W3C) that states a size and holds almost nothing. */
function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(1000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** One more chunk right after the first. */
function withChunk(png: Buffer, name: string, data: Buffer): Buffer {
  return Buffer.concat([png.subarray(0, 33), chunk(name, data), png.subarray(33)]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let i = 0; i < 8; i++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

function withSize(jpeg: Buffer, width: number): Buffer {
  const at = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  const changed = Buffer.from(jpeg);
  changed.writeUInt16BE(width, at + 5);
  changed.writeUInt16BE(width, at + 7);
  return changed;
}
