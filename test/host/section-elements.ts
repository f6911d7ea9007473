/** One section of a note as elements: enough for post processors, not a renderer of Markdown. */
import type { SectionCache } from 'obsidian';
import { findWikilinks } from '../../src/markdown/wikilink.js';

export function renderSection(parent: HTMLElement, { type, position }: SectionCache, text: string): HTMLElement {
  const source = text.slice(position.start.offset, position.end.offset);
  const el = parent.createDiv({ cls: `el-${ELEMENTS[type] ?? 'p'}` });
  if (type === 'heading') renderHeading(el, source);
  else if (type === 'code') renderCode(el, source);
  else if (type === 'list') renderList(el, source);
  else if (type === 'callout' || type === 'blockquote') renderInline(el.createEl('blockquote'), source.replace(/^[ \t]*> ?/gm, ''));
  else if (type !== 'comment') renderInline(el.createEl('p'), source);
  return el;
}

const ELEMENTS: Readonly<Record<string, string>> = { heading: 'h1', code: 'pre', list: 'ul', callout: 'div', blockquote: 'blockquote', table: 'table' };

function renderHeading(el: HTMLElement, source: string): void {
  const hashes = /^ {0,3}(#{1,6})[ \t]*/.exec(source);
  const level = hashes?.[1]?.length ?? (source.trimEnd().endsWith('=') ? 1 : 2);
  const text = hashes === null ? (source.split('\n')[0] ?? '') : source.slice(hashes[0].length).replace(/[ \t]+#+[ \t]*$/, '');
  el.className = `el-h${level}`;
  renderInline(el.createEl(HEADINGS[level - 1] ?? 'h6', { attr: { 'data-heading': text } }), text);
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

function renderCode(el: HTMLElement, source: string): void {
  const fence = /^[ \t]*(`{3,}|~{3,})[ \t]*([^\s`]*)[^\n]*\n?/.exec(source);
  const language = fence?.[2] ?? '';
  const body = fence === null ? source.replace(/^ {4}/gm, '') : source.slice(fence[0].length).replace(/\n?[ \t]*(`{3,}|~{3,})[ \t]*$/, '\n');
  el.createEl('pre').createEl('code', { cls: language === '' ? '' : `language-${language}`, text: body });
}

function renderList(el: HTMLElement, source: string): void {
  const list = el.createEl('ul');
  for (const [, task, item = ''] of source.matchAll(/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?:\[(.)\][ \t])?(.*)$/gm)) {
    const row = list.createEl('li', { cls: task === undefined ? '' : 'task-list-item' });
    if (task !== undefined) row.createEl('input', { cls: 'task-list-item-checkbox', type: 'checkbox', attr: { 'data-task': task } }).checked = task !== ' ';
    renderInline(row, item);
  }
}

/** Text with its wikilinks as links. */
function renderInline(el: HTMLElement, text: string): void {
  let at = 0;
  for (const { from, to, target, subpath, label } of findWikilinks(text)) {
    el.appendText(text.slice(at, from));
    const href = subpath === undefined ? target : `${target}#${subpath}`;
    el.createEl('a', { cls: 'internal-link', text: label ?? href, href, attr: { 'data-href': href } });
    at = to;
  }
  el.appendText(text.slice(at));
}
