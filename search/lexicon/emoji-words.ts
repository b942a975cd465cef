import { EMOJI_WORDS } from "./emoji.ts";

/** What people who send them mean, where the names of the emoji are not what activities are called. */
const MEANT = `⚽ fodbold|🏀 basketball|🏐 volleyball|🎾 tennis|🏸 badminton|🏓 bordtennis|🏊 svømning|🏃 løb|🚶 gåtur|🚴 cykling|🚲 cykel|🧘 yoga meditation|🏋 styrketræning|🤸 gymnastik|
  💃 dans|🕺 dans|🎲 brætspil|♟ skak|🃏 kortspil|🎮 spil|🧩 puslespil|🎬 film|🎥 film|🍿 film|🎭 teater|🎨 maling|🖌 maling|🧶 strik|🧵 syning|🪡 syning|🪚 træværksted|🔨 træværksted|🔧 reparation|
  🎵 musik|🎶 musik|🎤 sang kor|🎸 guitar musik|🎹 musik|🥁 tromme|🎻 musik|🎺 musik|📚 læsekreds|📖 læsekreds|✍ skrive|📷 foto|📸 foto|☕ kaffe café|🍵 te café|🍽 fællesspisning|🍲 madlavning|👩‍🍳 madlavning|
  👨‍🍳 madlavning|🍞 bagning|🍰 kage café|🥗 mad|🍳 madlavning|🌳 natur|🌲 skov natur|🌱 have|🌻 have|🥕 have|🐦 fugle|🐕 hund|🐶 hund|🐑 får|🔥 bål|🏕 friluft|🥾 vandretur|🎣 fiskeri|⛵ sejlads|🛶 kajak|
  🌊 vinterbadning|🧊 vinterbadning|👶 baby|🍼 baby|👪 familie|👵 senior|👴 senior|🧓 senior|💻 computer|📱 mobil|🙋 frivillig|🤝 fællesskab frivillig|😢 ensom|😭 ensom|😔 ensom|😞 ensom|💔 sorg|😴 søvn|😰 angst|😟 angst|
  💼 job|🗣 samtale|💬 samtale|🇩🇰 dansk|🇺🇦 ukrainsk|🙏 kirke|⛪ kirke|🎓 kursus|🛍 genbrug|♿ kørestol|🎱 billard|🎯 dart|🎳 bowling`;
const EMOJI =
  /\p{RI}\p{RI}|\p{Emoji_Presentation}(?:\p{Emoji_Modifier}|\ufe0f|\u200d\p{Extended_Pictographic})*|\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f|\u200d\p{Extended_Pictographic})*/gu;

let words: Map<string, string> | null = null;

/** A text with its emoji as Danish words, and those that mean nothing here. */
export function withEmojiAsWords(text: string): { text: string; skipped: string[] } {
  const skipped: string[] = [];
  const plain = text.replace(EMOJI, (emoji) => {
    if (/^[\p{N}#*©®™]$/u.test(emoji)) return emoji;
    const said = wordsOf(emoji);
    if (said === undefined) skipped.push(emoji);
    return ` ${said ?? ""} `;
  });
  return { text: plain === text ? text : plain.replace(/ +/g, " ").trim(), skipped };
}

function wordsOf(emoji: string): string | undefined {
  words ??= new Map([
    ...linesOf(EMOJI_WORDS, "\n").map(([one, said]) => [one, beginningOf(said, ",")] as const),
    ...linesOf(MEANT, "|"),
  ]);
  const bare = emoji.replace(/[\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, "");
  return words.get(bare) ?? words.get(beginningOf(bare, "\u200d"));
}

function beginningOf(text: string, mark: string): string {
  const [beginning = ""] = text.split(mark);
  return beginning;
}

function linesOf(text: string, mark: string): [string, string][] {
  return text.split(mark).flatMap((line): [string, string][] => {
    const [, emoji, said] = /^(\S+) (.+)$/.exec(line.trim()) ?? [];
    return emoji && said ? [[emoji.replaceAll("\ufe0f", ""), said]] : [];
  });
}
