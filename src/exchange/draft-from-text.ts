/** A text as people paste it, read as far as it can be: a draft for a person to look at. All pure. */
import type { Vocabulary } from "../../search/vocabulary.ts";
import { localDate } from "../shared/time.ts";
import { type ActivityFields, emptyFields } from "../activities/activity.ts";
import { themesIn } from "../places/theme-words.ts";
import { withoutDialIn } from "./dial-in.ts";
import { pausesIn } from "./pauses-in-text.ts";
import { priceIn } from "./price-in-text.ts";
import { contactIn, factsIn, isOnlinePlace, placeIn } from "./words-in-text.ts";
import { scheduleIn } from "./schedule-in-text.ts";
import { WHEN_SAID } from "./when-pieces.ts";

export const MOST_SIGNS = 20_000;
const TITLE_SIGNS = 120;
const SHORT_LINE = 90;

/** What a pasted text says about an activity. What it does not say is empty, as in a new form. */
export function draftFromText(text: string, vocabulary: Vocabulary, now: number): ActivityFields {
  const tidy = withoutDialIn(
    text
      .slice(0, MOST_SIGNS)
      .replace(/\r\n?/g, "\n")
      .replace(/[ \t\u00A0\u202F\u2009]+/g, " ")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
  );
  const { title, rest } = titleOf(tidy);
  const { facts, level } = factsIn(tidy, vocabulary, now);
  return {
    ...emptyFields(),
    title,
    description: rest,
    themes: themesIn(`${title} ${title} ${rest}`, vocabulary),
    placeName: placeNameIn(tidy),
    ...placeIn(tidy, vocabulary.postcodes),
    schedule: scheduleIn(tidy, localDate(now)),
    pauses: pausesIn(tidy),
    ...priceIn(tidy),
    level,
    facts,
    bus:
      /(?:bus|buslinje|linje) ((?:\d{1,3}[A-Z]?(?:, | og | eller )?){1,6})/i
        .exec(tidy)?.[1]
        ?.replace(/(?:, | og | eller )$/, "") ?? null,
    parking: /(?:gratis |god )?parkering|p-plads/i.test(tidy),
    ageMin: ageIn(tidy),
    ...contactIn(tidy),
    url: /https?:\/\/[^\s<>"')]{4,400}/.exec(tidy)?.[0]?.replace(/[.,;!?]+$/, "") ?? null,
  };
}

/** The first line, or its first sentence when it is long. What is not the title is the description. */
function titleOf(text: string): { title: string; rest: string } {
  const [first = "", ...lines] = text.split("\n");
  const line = first.replace(/^[#*\s-]+|[*\s]+$/g, "");
  const rest = lines.join("\n").trim();
  if (rest !== "" && line.length <= SHORT_LINE) return { title: line.replace(/[.:]+$/, "").trim(), rest };
  const sentence = /^.{4,120}?(?=(?<!\d)[.!?:](?: |$))/.exec(line)?.[0] ?? line.slice(0, 80).replace(/ [^ ]*$/, "");
  const named = sentence.replace(WHEN_SAID, "");
  return { title: (named.length >= 3 ? named : sentence).slice(0, TITLE_SIGNS).trim(), rest: text };
}

/** `Sted: Viby Bibliotek`, else `på Viby Bibliotek` before a road or a stop. */
function placeNameIn(text: string): string | null {
  const [, stated = ""] = /^(?:sted|hvor|adresse)\s*: *([^\n,]{3,80})/im.exec(text) ?? [];
  if (stated && isOnlinePlace(stated)) return null;
  if (stated && !/\d/.test(stated)) return stated.trim();
  const [, name = ""] =
    /\b(?:[Ii]|[Pp]å|[Vv]ed) (\p{Lu}[\p{L}-]+(?: (?:\p{Lu}[\p{L}-]+|i|på|ved))* ?(?:[Bb]ibliotek|[Kk]ulturhus|[Bb]eboerhus|[Hh]us|[Ll]okalcenter|[Kk]irke|[Ss]ognegård|[Hh]al|[Ss]kole|[Kk]lub|[Cc]enter)(?:et)?)/u.exec(
      text,
    ) ?? [];
  return name.trim() || null;
}

function ageIn(text: string): number | null {
  const found = /(?:fra|over|fyldt|mindst) (\d{2}) år|\b(\d{2})\+/i.exec(text);
  const age = Number(found?.[1] ?? found?.[2] ?? 0);
  return age >= 12 && age <= 99 ? age : null;
}
