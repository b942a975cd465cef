import { describe, expect, it } from "vitest";
import { readTitle } from "../../src/exchange/called-off.ts";
import { cutAtLetter, plainText } from "../../src/exchange/plain-text.ts";
import { withoutTracking } from "../../src/shared/tracking.ts";
import { webAddress } from "../../src/shared/forms.ts";

describe("The text of a calendar", () => {
  it.each([
    ["<p>Kaffe &amp; kage</p><p>Kl. 10</p>", "Kaffe & kage\nKl. 10"],
    ["R&oslash;dgr&oslash;d med fl&oslash;de", "Rødgrød med fløde"],
    ["Foredrag &#8211; livet", "Foredrag – livet"],
    ["Tom &#x26; Bo", "Tom & Bo"],
    ["<ul><li>Garn</li><li>Pinde</li></ul>", "- Garn\n- Pinde"],
    ['Se <a href="https://a.dk/x">programmet</a>.', "Se programmet (https://a.dk/x)."],
    ['<a href="https://www.a.dk/">a.dk</a>', "https://www.a.dk/"],
    ['Skriv til <a href="mailto:lis@a.dk">lis@a.dk</a>', "Skriv til lis@a.dk"],
    ["Kom kl. 10 < 12 & bliv", "Kom kl. 10 < 12 & bliv"],
    ["AT&T og R&D", "AT&T og R&D"],
    ["strik\u00ADke\u200Bcafé", "strikkecafé"],
    ["En\u00A0linje  med   luft \n  og\r\n\r\n\r\n\r\nto", "En linje med luft\nog\n\nto"],
    ["&lt;p&gt;Vi ses&lt;/p&gt;", "Vi ses"],
    ["<style>p { color: red }</style><p>Hej</p>", "Hej"],
    ["<script>alert(1)</script><b>Hej</b>", "Hej"],
  ])("reads as it looks: %s", (written, read) => {
    expect(plainText(written)).toBe(read);
  });

  it.each([
    ["https://a.dk/x?utm_source=nyt&id=7&fbclid=abc", "https://a.dk/x?id=7"],
    ["https://a.dk/x?fbclid=abc#kort", "https://a.dk/x#kort"],
    ["https://a.dk/x?utm_source=nyt", "https://a.dk/x"],
    ["https://a.dk/x?side=2&sprog=da", "https://a.dk/x?side=2&sprog=da"],
    ["Se https://a.dk/?gclid=1 og https://b.dk/?q=utm_source", "Se https://a.dk/ og https://b.dk/?q=utm_source"],
  ])("has addresses that follow nobody: %s", (written, read) => {
    expect(withoutTracking(written)).toBe(read);
  });

  it("is typed in a form, too: what follows people stays out of what is shown", () => {
    expect(webAddress.parse("www.a.dk/x?utm_source=nyt&id=7")).toBe("https://www.a.dk/x?id=7");
  });

  it("is cut at a whole letter", () => {
    expect(cutAtLetter("Kaffe", 5)).toBe("Kaffe");
    expect(cutAtLetter("Kaffe 👩‍👩‍👧 her", 10)).toBe("Kaffe");
    expect(cutAtLetter("Cafe\u0301 her", 4)).toBe("Caf");
    expect(cutAtLetter("😀😀", 3)).toBe("😀");
  });
});

describe("A title", () => {
  it.each([
    "AFLYST: Strik",
    "Strik (aflyst)",
    "Strik - AFLYST!",
    "Aflyst Strik",
    "Strik udgår",
    "[AFLYST] Strik",
    "Strik er aflyst",
  ])("calls off and still says what: %s", (title) => {
    expect(readTitle(title)).toEqual({ title: "Strik", calledOff: true, closed: false });
  });

  it.each([
    "LUKKET",
    "Lukket pga. sygdom",
    "Caféen holder lukket",
    "Strik – lukket",
    "Ferie",
    "Juleferie",
    "Sommerferie uge 29",
    "Efterårsferie (uge 42)",
    "Ferielukket",
    "Vi holder ferie",
  ])("says that a place is closed: %s", (title) => {
    expect(readTitle(title)).toMatchObject({ calledOff: false, closed: true });
  });

  it.each(["Lukket gruppe for kvinder", "Feriecamp for børn", "Åbent hus i ferien", "Uaflysteligt", "Lukket møde"])(
    "says neither: %s",
    (title) => {
      expect(readTitle(title)).toEqual({ title, calledOff: false, closed: false });
    },
  );
});
