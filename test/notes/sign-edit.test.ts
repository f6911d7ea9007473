import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadYamlReader } from '../../src/markdown/frontmatter.js';
import { applyEdits } from '../../src/markdown/text-edit.js';
import { buildNoteContext } from '../../src/notes/playbook-settings.js';
import { changeSigns, type SignChange } from '../../src/notes/sign-edit.js';
import { SIGNS } from '../../src/playbook/sign.js';
import { date } from '../builders.js';
import { read } from './read.js';

const TODAY = date('2026-03-04');
beforeAll(loadYamlReader);

const OPTIONS = { today: TODAY, notes: buildNoteContext(), mirrorTags: false };

async function change(text: string, wanted: SignChange): Promise<string> {
  const { note } = (await read(text)).parsed;
  const result = changeSigns(text, note?.kind === 'executive' ? note.signs : [], wanted, OPTIONS);
  if (!result.ok) throw new Error(result.problem.message);
  expect(applyEdits(text, result.edits)).toBe(result.text);
  return result.text;
}

test('ticks and lines are written, the rest stays as it is', async () => {
  const line = { date: TODAY, form: 'did' as const, category: 'time' as const, sign: 'time-with-customers', text: 'Rode along' };
  const text = '---\ntype: executive\nsigns: [agenda-item, own-word] # kept\n---\n## Evidence\n### Did\n- 2026-01-01 x #time\n';
  const after = await change(text, { added: ['time-with-customers'], removed: ['agenda-item'], lines: [line] });
  expect(after).toBe('---\ntype: executive\nsigns: [own-word, time-with-customers] # kept\n---\n## Evidence\n### Did\n- 2026-01-01 x #time\n- 2026-03-04 Rode along #time #time-with-customers\n');
  expect(await change(after, { added: ['time-with-customers'], removed: [], lines: [line] })).toBe(after);
});

test('what stands in the way is said at its place in the note, and nothing is written', () => {
  const text = '---\ntype: executive\nsigns: [[x]]\n---\n%%\nnever closed\n';
  const line = { date: TODAY, form: 'said' as const, text: 'x' };
  for (const wanted of [{ added: ['cx-goal'], removed: [], lines: [] }, { added: [], removed: [], lines: [line] }]) {
    const result = changeSigns(text, [], wanted, OPTIONS);
    if (result.ok) throw new Error('It was changed.');
    expect(text.slice(result.problem.from, result.problem.to)).toBe(wanted.lines.length > 0 ? '%%' : 'signs: [[x]]');
  }
});

test('any ticks read back as asked, and made twice are made once', async () => {
  const signs = fc.subarray([...SIGNS]);
  await fc.assert(
    fc.asyncProperty(signs, signs, signs, fc.boolean(), async (before, added, removed, isBlock) => {
      const list = isBlock && before.length > 0 ? `\n${before.map((sign) => `  - ${sign}`).join('\n')}` : ` [${before.join(', ')}]`;
      const wanted = { added: added.filter((sign) => !removed.includes(sign)), removed, lines: [] };
      const after = await change(`---\ntype: executive\nsigns:${list}\nrole: CEO\n---\n`, wanted);
      const { note } = (await read(after)).parsed;
      expect(note?.kind === 'executive' && new Set(note.signs)).toEqual(new Set([...before, ...wanted.added].filter((sign) => !wanted.removed.includes(sign))));
      expect(await change(after, wanted)).toBe(after);
    }),
    { numRuns: 200 },
  );
});
