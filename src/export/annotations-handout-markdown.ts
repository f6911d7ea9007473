/** The hand-out as Markdown, for a mail or a note. Texts from notes stay text. */
import type { HandOut, HandOutNote, HandOutThread, HandOutWord } from './annotations-handout.js';
import { escapeMarkdown, markdownLine } from './markdown-text.js';

export function formatHandOutMarkdown({ title, summary, notes }: HandOut): string {
  return `${[`# ${escapeMarkdown(title)}`, escapeMarkdown(summary), ...notes.flatMap(noteBlocks)].join('\n\n')}\n`;
}

function noteBlocks({ title, path, threads }: HandOutNote): readonly string[] {
  return [`## ${escapeMarkdown(title).trim()}`, ...(path === undefined ? [] : [markdownLine(path)]), ...threads.flatMap(threadBlocks)];
}

function threadBlocks({ heading, remark, quote, words }: HandOutThread): readonly string[] {
  return [
    `### ${escapeMarkdown(heading)}`,
    ...(remark === undefined ? [] : [`_${escapeMarkdown(remark)}_`]),
    ...(quote.length === 0 ? [] : [quote.map((lines) => lines.map((line) => `> ${markdownLine(line)}`).join('\\\n')).join('\n>\n')]),
    ...words.flatMap(wordBlocks),
  ];
}

function wordBlocks({ author, day, event, paragraphs }: HandOutWord): readonly string[] {
  const facts = [`**${escapeMarkdown(author).trim()}**`, ...(day === '' ? [] : [escapeMarkdown(day)]), ...(event === undefined ? [] : [event])];
  return [facts.join(', '), ...paragraphs.map((lines) => lines.map(markdownLine).join('\\\n'))];
}
