import type { Db } from "#db/client.ts";
import type { Viewer } from "../../../../accounts/roles.ts";
import type { ActivityPage } from "../../../../board/activity-page.ts";
import { leadsPractice } from "../../../../casework/practices.ts";
import type { Listed } from "../../../../casework/talk/list.ts";
import { aloud, saidOf } from "../../../../pointing/in-words.ts";
import { type Pointed, pointedIds } from "../../../../pointing/pointed.ts";
import { pointing } from "../../../../texts/pointing.ts";
import { talkTexts as texts } from "../../../../texts/talk.ts";

/** What a case's list says of one offer: on paper, and read aloud. */
interface Entry {
  title: string;
  rows: [label: string, words: string][];
  sentences: string[];
}

/**
 * The list of a case in its order: an activity of the board, or of the viewer's team, as it is at `now`, another offer
 * as it was written.
 */
export function entriesOf(db: Db, viewer: Viewer, list: readonly Listed[], now: number): Entry[] {
  const isTeams = ({ id, state }: ActivityPage) => state !== "draft" && leadsPractice(db, viewer, id);
  const ids = list.flatMap(({ activityId }) => activityId ?? []);
  const pointed = new Map(pointedIds(db, ids, now, isTeams).pointed.map((one) => [one.activity.id, one]));
  return list.map((listed) => {
    const one = listed.activityId === null ? undefined : pointed.get(listed.activityId);
    return one ? ofBoard(one, now) : asWritten(listed);
  });
}

function ofBoard(pointed: Pointed, now: number): Entry {
  const said = saidOf(pointed, now);
  const rows = answered([
    [pointing.next, said.next ?? ""],
    [pointing.when, said.rhythm.join(". ")],
    [pointing.where, said.place.join(", ")],
    [pointing.who, said.host],
    [pointing.bus, said.bus ?? ""],
    [pointing.price, said.price],
  ]);
  return { title: said.title, rows, sentences: aloud(pointed, now) };
}

function asWritten({ title, when, where, call, about }: Listed): Entry {
  const rows = answered([
    [pointing.when, when],
    [pointing.where, where],
    [texts.ownCall, call],
    [texts.ownAbout, about],
  ]);
  const sentences = rows.map(([label, words]) => `${label}: ${words}`.replace(/[^.!?]$/, "$&."));
  return { title, rows, sentences: [pointing.itIsCalled(title), ...sentences] };
}

function answered(rows: Entry["rows"]): Entry["rows"] {
  return rows.filter(([, words]) => words !== "");
}
