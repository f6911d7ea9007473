/** The hand-out as one page of HTML that needs nothing else: no script, no address, the same bytes each time. */
import { escapeXml } from './escape.js';
import type { HandOut, HandOutNote, HandOutThread, HandOutWord } from './annotations-handout.js';

const CSS = [
  ':root{color-scheme:light dark}',
  'body{margin:0 auto;max-width:44rem;padding:2rem 1rem;font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}',
  'h1{font-size:1.6rem}h2{font-size:1.3rem;margin:2.5rem 0 0}h3{font-size:1rem;margin:1.5rem 0 0}h1,h2,h3{line-height:1.25;text-wrap:balance}',
  'blockquote{margin:.75rem 0;padding:.1rem 1rem;border-inline-start:.25rem solid #8a8a94}',
  'p{margin:.5rem 0}.path,.by{font-size:.875rem}.by{margin-top:1rem}article{break-inside:avoid}',
].join('');

export function formatHandOutHtml({ title, summary, notes }: HandOut): string {
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8"/>',
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    '<meta name="referrer" content="no-referrer"/>',
    `<title>${escapeXml(title)}</title>`,
    `<style>${CSS}</style>`,
    '</head>',
    '<body>',
    '<header>',
    `<h1>${escapeXml(title)}</h1>`,
    `<p>${escapeXml(summary)}</p>`,
    '</header>',
    '<main>',
    ...notes.flatMap(noteLines),
    '</main>',
    '</body>',
    '</html>\n',
  ].join('\n');
}

function noteLines({ title, path, threads }: HandOutNote): readonly string[] {
  return ['<section>', `<h2 dir="auto">${escapeXml(title)}</h2>`, ...(path === undefined ? [] : [`<p class="path">${escapeXml(path)}</p>`]), ...threads.flatMap(threadLines), '</section>'];
}

function threadLines({ heading, remark, quote, words }: HandOutThread): readonly string[] {
  return [
    '<article>',
    `<h3>${escapeXml(heading)}</h3>`,
    ...(remark === undefined ? [] : [`<p><em>${escapeXml(remark)}</em></p>`]),
    ...(quote.length === 0 ? [] : ['<blockquote>', ...quote.map(paragraph), '</blockquote>']),
    ...words.flatMap(wordLines),
    '</article>',
  ];
}

function wordLines({ author, day, event, paragraphs }: HandOutWord): readonly string[] {
  const facts = [`<b><bdi>${escapeXml(author)}</bdi></b>`, ...(day === '' ? [] : [escapeXml(day)]), ...(event === undefined ? [] : [event])];
  return [`<p class="by">${facts.join(', ')}</p>`, ...paragraphs.map(paragraph)];
}

function paragraph(lines: readonly string[]): string {
  return `<p dir="auto">${lines.map(escapeXml).join('<br/>\n')}</p>`;
}
