import { describe, expect, it } from 'vitest';
import { registerAnnotate } from '../../src/obsidian/annotate.js';
import { AnnotationActions } from '../../src/obsidian/annotation-actions.js';
import { registerEdits } from '../../src/obsidian/edit-commands.js';
import type { PlacedAnnotation } from '../../src/playbook/annotation.js';
import { threadPath, threadText } from './annotation-files.js';
import { click, dialogProblems, select } from './annotation-steps.js';
import { hostWith, type FeatureHost } from './feature-host.js';

const ANA = '---\r\ntype: executive\r\n---\r\n# Ana\r\n\r\nWe will cut the programme in Q3.\r\n';
const ID = '7k3m9q2x';
const PATH = threadPath(ID);
const PRIVATE = threadPath(ID, 'coach');
const THREAD = threadText(ID, { quote: 'cut the programme', prefix: 'We will ', suffix: ' in Q3.' });

interface Shown extends FeatureHost {
  readonly actions: AnnotationActions;
  readonly text: () => string;
  readonly placed: () => PlacedAnnotation | undefined;
}

async function start(files: Readonly<Record<string, string>>): Promise<Shown> {
  const shown = await hostWith([registerEdits, registerAnnotate], { files });
  shown.context.personal.setOnDevice('authorName', 'Raj Patel');
  const actions = new AnnotationActions(shown.context);
  const path = (): string => shown.host.paths().find((file) => file.includes(`--${ID}.md`)) ?? '';
  return { ...shown, actions, text: () => shown.host.text(path()) ?? '', placed: () => shown.context.playbook.store?.playbook.annotations[0] };
}

const selected = ({ host }: Shown): string | undefined => host.app.workspace.activeEditor?.editor?.getSelection();
const button = (text: string): HTMLElement | undefined => [...document.querySelectorAll<HTMLElement>('.modal button')].find(({ textContent }) => textContent === text);

/** Starts what asks the person something; its answer is to be awaited once the person answered. */
async function asking(shown: Shown, act: () => Promise<boolean>): Promise<() => Promise<boolean>> {
  const answer = act();
  await shown.host.settle();
  return () => answer;
}

describe('a conversation', () => {
  it('grows at its end: reply, resolve, reopen, each with one undo', async () => {
    const shown = await start({ 'Ana.md': ANA, [PATH]: THREAD });
    expect(await shown.actions.reply(PATH, 'It is.')).toBe(true);
    expect(shown.text().startsWith(THREAD)).toBe(true);
    expect(shown.text().slice(THREAD.length)).toMatch(/^\n## \S+Z Raj Patel\nIt is\.\n$/);
    const replied = shown.text();
    expect(await shown.actions.resolve(PATH, 'Done.')).toBe(true);
    expect(shown.placed()?.annotation).toMatchObject({ status: 'resolved', events: [{}, { kind: 'comment' }, { kind: 'resolved', text: 'Done.' }] });
    expect(shown.text()).toContain('\nstatus: resolved\n');
    await shown.host.run('cx-playbook:undo-edits');
    expect(shown.text()).toBe(replied);
    expect(await shown.actions.reopen(PATH, '')).toBe(true);
    expect(shown.placed()?.annotation.status).toBe('open');
  });

  it('keeps what another device wrote that the app has not seen yet', async () => {
    const shown = await start({ 'Ana.md': ANA, [PATH]: THREAD });
    const other = `${THREAD}\n## 2026-11-21T08:00:00Z ana.ruiz\nNot yet.\n`;
    shown.host.changeFromOutside(PATH, other);
    expect(await shown.actions.reply(PATH, 'I see.')).toBe(true);
    expect(shown.text().startsWith(other)).toBe(true);
    await shown.host.settle();
    expect(shown.placed()?.annotation.events.map(({ author }) => author)).toEqual(['raj.patel', 'ana.ruiz', 'Raj Patel']);
  });

  it('saves and keeps what is typed in the thread’s own file', async () => {
    const shown = await start({ 'Ana.md': ANA, [PATH]: THREAD });
    const { editor } = await shown.host.open(PATH);
    editor.blur();
    editor.replaceRange('Typed.\n', { line: editor.lineCount(), ch: 0 });
    expect(await shown.actions.reply(PATH, 'I see.')).toBe(true);
    expect(shown.text().startsWith(`${THREAD}Typed.\n`)).toBe(true);
  });

  it('tells why nothing was written, and gives false', async () => {
    const shown = await start({ 'Ana.md': ANA, [PATH]: THREAD });
    const merging = `${THREAD}<<<<<<< HEAD\n=======\n>>>>>>> theirs\n`;
    shown.host.changeFromOutside(PATH, merging);
    expect(await shown.actions.reply(PATH, 'I see.')).toBe(false);
    expect([shown.text(), shown.host.notices().at(-1)]).toEqual([merging, expect.stringContaining('<<<<<<<')]);
    shown.host.changeFromOutside(PATH, undefined);
    await shown.host.settle();
    expect(await shown.actions.reply(PATH, 'I see.')).toBe(false);
    expect(shown.host.notices().at(-1)).toContain('holds no annotation any more');
  });

  it('is resolved at the cursor where its mark is uncertain, too', async () => {
    const shown = await start({ 'Ana.md': ANA, [PATH]: threadText(ID, { quote: 'the programme' }) });
    expect(shown.placed()?.place.state).toBe('confirm');
    await select(shown, 'Ana.md', 'the');
    await shown.host.run('cx-playbook:resolve-annotation');
    expect(shown.placed()?.annotation.status).toBe('resolved');
  });

  it('is resolved at the cursor by a command, and is not where no annotation stands', async () => {
    const shown = await start({ 'Ana.md': ANA, [PATH]: THREAD });
    await select(shown, 'Ana.md', 'the');
    await shown.host.run('cx-playbook:resolve-annotation');
    expect(shown.placed()?.annotation.status).toBe('resolved');
    await shown.host.run('cx-playbook:resolve-annotation');
    expect(shown.host.notices().at(-1)).toContain('No open annotation stands here.');
  });
});

describe('the place of an annotation', () => {
  it('is shown selected, in a note with Windows line endings too', async () => {
    const shown = await start({ 'Ana.md': ANA, [PATH]: THREAD });
    shown.actions.jump(PATH);
    await shown.host.settle();
    expect([shown.host.app.workspace.getActiveFile()?.path, selected(shown)]).toEqual(['Ana.md', 'cut the programme']);
    expect(shown.host.text('Ana.md')).toBe(ANA);
  });

  it('is told to be gone with its note', async () => {
    const shown = await start({ [PATH]: THREAD });
    shown.actions.jump(PATH);
    await shown.host.settle();
    expect(shown.host.notices()).toEqual(['The note "Ana" is not in the vault, so the passage cannot be shown.']);
  });

  it('becomes the selection of the editor in front, in another note too', async () => {
    const shown = await start({ 'Ana.md': ANA, 'Bo.md': '# Bo\nAll is well here.\n', [PATH]: threadText(ID, { quote: 'nowhere to be found in it' }) });
    expect(shown.placed()?.place.state).toBe('orphan');
    await select(shown, 'Bo.md', 'well here');
    expect(await shown.actions.reanchor(PATH)).toBe(true);
    expect(shown.placed()).toMatchObject({ targetPath: 'Bo.md', place: { state: 'anchored', from: 12, to: 21 }, annotation: { selector: { quote: 'well here' }, events: [{}, { kind: 'reanchored', author: 'Raj Patel' }] } });
    expect(shown.text()).toContain('> [!quote] [[Bo#Bo]]\n> well here\n');
    await shown.host.run('cx-playbook:undo-edits');
    expect([shown.text(), shown.host.text('Ana.md')]).toEqual([threadText(ID, { quote: 'nowhere to be found in it' }), ANA]);
  });

  it('is not changed without a selection, nor to a private note where the client would see its name', async () => {
    const shown = await start({ 'Ana.md': ANA, '_coach/Talk.md': '# Talk\n', [PATH]: THREAD });
    expect(await shown.actions.reanchor(PATH)).toBe(false);
    await select(shown, '_coach/Talk.md', 'Talk');
    expect(await shown.actions.reanchor(PATH)).toBe(false);
    expect([shown.text(), shown.host.notices().map((notice) => notice.slice(0, 20))]).toEqual([THREAD, ['Open the note in edi', '"_coach/Talk.md" is ']]);
  });

  it('is confirmed at one of the places found, and not at one that moved meanwhile', async () => {
    const note = '# Ana\n\nPilot in Q3.\n\nMore.\n\nPilot in Q3.\n';
    const shown = await start({ 'Ana.md': note, [PATH]: threadText(ID, { quote: 'Pilot in Q3.', prefix: 'Something else stood before it. ', suffix: ' And something behind.' }) });
    const place = shown.placed()?.place;
    if (place?.state !== 'confirm') throw new Error(`Nothing is to be confirmed: ${place?.state}.`);
    const second = place.candidates.find(({ from }) => from === note.lastIndexOf('Pilot'));
    shown.host.changeFromOutside('Ana.md', `New.\n${note}`);
    await shown.host.settle();
    expect(await shown.actions.confirm(PATH, second!)).toBe(false);
    expect(shown.host.notices()).toEqual([expect.stringContaining('The note changed since these places were found.')]);
    shown.host.changeFromOutside('Ana.md', note);
    await shown.host.settle();
    expect(await shown.actions.confirm(PATH, second!)).toBe(true);
    expect(shown.placed()).toMatchObject({ place: { state: 'anchored', from: note.lastIndexOf('Pilot') }, annotation: { events: [{}, { kind: 'reanchored' }] } });
  });
});

describe('sharing a private annotation', () => {
  const SECRET = threadText(ID, { quote: 'cut the programme', prefix: 'We will ', suffix: ' in Q3.', visibility: 'coach' });

  it('shows all that will be seen, then moves the file, with one undo', async () => {
    const shown = await start({ 'Ana.md': ANA, [PRIVATE]: SECRET });
    const answer = await asking(shown, () => shown.actions.share(PRIVATE));
    expect(document.querySelector('.modal pre')?.textContent).toBe(SECRET.replace('visibility: coach', 'visibility: client'));
    expect([document.activeElement, shown.host.text(PRIVATE), await dialogProblems()]).toEqual([button('Cancel'), SECRET, []]);
    await click(shown, '.modal button', 'Share');
    expect(await answer()).toBe(true);
    await shown.host.settle();
    expect([shown.host.text(PATH), shown.host.text(PRIVATE)]).toEqual([SECRET.replace('visibility: coach', 'visibility: client'), undefined]);
    expect(shown.placed()).toMatchObject({ annotation: { path: PATH, visibility: 'client' }, targetPath: 'Ana.md', place: { state: 'anchored' } });
    await shown.host.run('cx-playbook:undo-edits');
    expect([shown.host.text(PATH), shown.host.text(PRIVATE)]).toEqual([undefined, SECRET]);
    await shown.host.run('cx-playbook:redo-edits');
    expect([shown.host.text(PATH), shown.host.text(PRIVATE)]).toEqual([SECRET.replace('visibility: coach', 'visibility: client'), undefined]);
  });

  it('is not offered while the text leads to what is private, and each line of it is told', async () => {
    const text = threadText(ID, { quote: 'cut the programme', prefix: 'We will ', suffix: ' in Q3.', visibility: 'coach', said: 'See [[Talk]], ![[_coach/annotations/other--00000000]] and (../_coach/Plan.md), [[Mine]], [[Ana]].' });
    const shown = await start({ 'Ana.md': ANA, '_coach/Talk.md': '# Talk\n', 'Mine.md': '---\nvisibility: coach\n---\n', [threadPath('00000000', 'coach').replace('note', 'other')]: threadText('00000000', { quote: '', visibility: 'coach' }), [PRIVATE]: text });
    const answer = await asking(shown, () => shown.actions.share(PRIVATE));
    expect([...document.querySelectorAll('.modal li')].map(({ textContent }) => textContent)).toEqual(['Line 19: [[Talk]]', 'Line 19: ![[_coach/annotations/other--00000000]]', 'Line 19: _coach/Plan.md', 'Line 19: [[Mine]]']);
    expect([button('Share'), await dialogProblems()]).toEqual([undefined, []]);
    await click(shown, '.modal button', 'Close');
    expect([await answer(), shown.host.text(PRIVATE)]).toEqual([false, text]);
  });

  it.each([
    ['a Markdown link', 'See [it](../Mine.md).', 'Line 17: [it](../Mine.md)'],
    ['the title of a private note', 'As in what the board fears.', 'Line 17: what the board fears'],
    ['a link that leads to a folder of the coach in another case', 'See [[Minutes]].', 'Line 17: [[Minutes]]'],
    ['a note whose broken properties say so', 'See [[Broken]].', 'Line 17: [[Broken]]'],
    ['a private note in its quote', 'Nothing.', 'Line 11: Minutes'],
  ])('is not offered while the text holds %s', async (_what, said, told) => {
    const text = threadText(ID, { quote: 'cut the programme', visibility: 'coach', said });
    const shown = await start({
      'Ana.md': ANA,
      'Mine.md': '---\nvisibility: Coach\n---\n',
      'Broken.md': '---\ntype: case\nvisibility: coach\ntags: [a\n---\n',
      '_coach/What the board fears.md': 'x',
      '_Coach/Minutes.md': 'x',
      [PRIVATE]: told.endsWith(': Minutes') ? text.replace('quote: "cut the programme"', 'quote: "Minutes"') : text,
    });
    const answer = await asking(shown, () => shown.actions.share(PRIVATE));
    expect([...document.querySelectorAll('.modal li')].map(({ textContent }) => textContent)).toContain(told);
    expect(button('Share')).toBeUndefined();
    await click(shown, '.modal button', 'Close');
    expect(await answer()).toBe(false);
  });

  it('is refused for a note that is itself private', async () => {
    const shown = await start({ '_coach/Ana.md': ANA, [PRIVATE]: SECRET });
    const answer = await asking(shown, () => shown.actions.share(PRIVATE));
    expect(button('Share')).toBeUndefined();
    await shown.host.press('Escape');
    expect(await answer()).toBe(false);
  });

  it('writes nothing that the preview did not show', async () => {
    const shown = await start({ 'Ana.md': ANA, [PRIVATE]: SECRET });
    const answer = await asking(shown, () => shown.actions.share(PRIVATE));
    shown.host.changeFromOutside(PRIVATE, `${SECRET}More.\n`);
    await shown.host.settle();
    await click(shown, '.modal button', 'Share');
    expect([await answer(), shown.host.text(PRIVATE), shown.host.text(PATH)]).toEqual([false, `${SECRET}More.\n`, undefined]);
  });

  it('never overwrites a file, and leaves the thread as it was where it cannot be moved', async () => {
    const shown = await start({ 'Ana.md': ANA, [PRIVATE]: SECRET, [PATH]: 'Mine.\n' });
    expect(await shown.actions.share(PRIVATE)).toBe(false);
    expect([shown.host.text(PATH), shown.host.text(PRIVATE)]).toEqual(['Mine.\n', SECRET]);
    shown.host.changeFromOutside(PATH, undefined);
    await shown.host.settle();
    const answer = await asking(shown, () => shown.actions.share(PRIVATE));
    shown.host.changeFromOutside(PATH, 'Came meanwhile.\n');
    await shown.host.settle();
    await click(shown, '.modal button', 'Share');
    expect([await answer(), shown.host.text(PATH), shown.host.text(PRIVATE)]).toEqual([false, 'Came meanwhile.\n', SECRET]);
    expect(shown.host.notices().at(-1)).toContain('was not moved');
  });

  it('ends with the plugin', async () => {
    const shown = await start({ 'Ana.md': ANA, [PRIVATE]: SECRET });
    await select(shown, 'Ana.md', 'cut the');
    const run = shown.host.run('cx-playbook:share-annotation');
    await shown.host.settle();
    expect(document.querySelector('.cx-share')).not.toBeNull();
    await shown.host.unload();
    await run;
    expect([document.querySelector('.modal'), shown.host.text(PRIVATE), shown.host.leftovers()]).toEqual([null, SECRET, []]);
  });
});
