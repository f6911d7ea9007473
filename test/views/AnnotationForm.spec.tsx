/** The form for a new annotation, as it is filled in by mouse and keyboard. */
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import { AnnotationForm } from '../../src/views/AnnotationForm.js';
import type { AnnotationFields, AnnotationFormProps } from '../../src/views/thread-props.js';
import { accessibilityTroubles, button, click, draw, LAYS_OUT, openPane, press, recordingHost, smallTargets, textOf, type } from './in-page.js';

const FIELDS: AnnotationFields = { kind: 'question', visibility: 'client', text: '' };

const show = (props: Partial<AnnotationFormProps> = {}, pane = openPane({ width: 390 })): Promise<HTMLElement> =>
  draw(<AnnotationForm quote="one weekend" noteTitle="Shared customer record" author="hal.quist" host={recordingHost()} fields={FIELDS} onSave={() => Promise.resolve(true)} onCancel={() => undefined} {...props} />, pane);

const settle = (): Promise<void> => act(() => new Promise<void>((resolve) => void setTimeout(resolve, 0)));

async function choose(pane: HTMLElement, value: string): Promise<void> {
  await click(pane.querySelector(`input[value="${value}"]`));
}

function hintOf(pane: HTMLElement, value: string): string {
  return textOf(pane.ownerDocument.getElementById(pane.querySelector(`input[value="${value}"]`)?.getAttribute('aria-describedby') ?? ''));
}

const saving = (written: boolean) => vi.fn<(fields: AnnotationFields) => Promise<boolean>>(() => Promise.resolve(written));

describe('the form for an annotation', () => {
  test('shows the passage and the name, has the focus in its text, and saves what was chosen', async () => {
    const onSave = saving(true);
    const pane = await show({ onSave });
    expect(textOf(pane.querySelector('figure'))).toBe('Passage: Shared customer recordone weekend');
    expect(textOf(pane)).toContain('Signed as hal.quist');
    const field = pane.querySelector('textarea')!;
    expect(document.activeElement).toBe(field);
    await type(field, '  All at once?\n');
    await choose(pane, 'risk');
    await choose(pane, 'coach');
    await click(button(pane, 'Save annotation'));
    expect(onSave).toHaveBeenCalledExactlyOnceWith({ kind: 'risk', visibility: 'coach', text: 'All at once?' });
  });

  test('saves by Ctrl or Cmd and Enter, not by Enter alone or while a word is composed', async () => {
    const onSave = saving(true);
    const pane = await show({ onSave, fields: { ...FIELDS, text: 'Why?' } });
    const field = pane.querySelector('textarea')!;
    expect([field.selectionStart, field.selectionEnd]).toEqual([4, 4]);
    await press(field, 'Enter');
    await press(field, 'Enter', { ctrlKey: true, isComposing: true });
    expect(onSave).not.toHaveBeenCalled();
    await press(field, 'Enter', { metaKey: true });
    expect(onSave).toHaveBeenCalledOnce();
  });

  test('asks for words, at the field', async () => {
    const onSave = saving(true);
    const pane = await show({ onSave, fields: { ...FIELDS, text: ' \n' } });
    button(pane, 'Save annotation').focus();
    await click(button(pane, 'Save annotation'));
    const field = pane.querySelector('textarea')!;
    expect([onSave.mock.calls.length, textOf(pane.querySelector('[role="alert"]')), document.activeElement, field.getAttribute('aria-invalid')]).toEqual([0, 'Write what you want to say.', field, 'true']);
    await type(field, 'x');
    expect(textOf(pane.querySelector('[role="alert"]'))).toBe('');
  });

  test('keeps what was typed where it was not written, and saves once at a time', async () => {
    const onSave = saving(false);
    const pane = await show({ onSave, fields: { ...FIELDS, text: 'Why?' } });
    const save = button(pane, 'Save annotation');
    await act(() => {
      save.click();
      save.click();
    });
    await settle();
    expect([onSave.mock.calls.length, pane.querySelector('textarea')?.value, textOf(pane.querySelector('[role="alert"]'))]).toEqual([1, 'Why?', 'Nothing was written. Your text is still here: try again.']);
    await click(save);
    expect(onSave).toHaveBeenCalledTimes(2);
  });

  test('says what each kind means, and who sees it', async () => {
    const pane = await show();
    expect(hintOf(pane, 'question')).toBe('Something to find out');
    await choose(pane, 'action');
    expect(hintOf(pane, 'action')).toBe('Something to do');
    expect([hintOf(pane, 'client'), hintOf(pane, 'coach')]).toEqual([expect.stringMatching(/^Everybody who shares this vault/), expect.stringMatching(/^It stays in the coach’s folder/)]);
  });

  test('speaks of the note where no passage is meant, and shows a long or hostile passage as text', async () => {
    expect(textOf((await show({ quote: '' })).querySelector('blockquote'))).toBe('The note as a whole');
    const pane = await show({ quote: `<img src=x>${'y'.repeat(10_000)}` });
    expect([pane.querySelector('blockquote img'), textOf(pane.querySelector('blockquote')).length]).toEqual([null, 601]);
  });

  test('can be left', async () => {
    const onCancel = vi.fn();
    await click(button(await show({ onCancel }), 'Cancel'));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  if (LAYS_OUT) test('has room for fingers', async () => {
    expect(smallTargets(await show({}, openPane({ width: 320, isTouched: true })))).toEqual([]);
  });

  test('has no fault for assistive technology, and fits a phone', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const pane = await show({ fields: { ...FIELDS, text: '' }, quote: 'x'.repeat(500) }, openPane({ width: 320, theme }));
      await click(button(pane, 'Save annotation'));
      expect(await accessibilityTroubles(pane)).toEqual([]);
      if (LAYS_OUT) expect(pane.scrollWidth).toBeLessThanOrEqual(pane.clientWidth);
    }
  });
});
