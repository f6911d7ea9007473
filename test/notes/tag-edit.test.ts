import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadYamlReader } from '../../src/markdown/frontmatter.js';
import { scanOutline } from '../../src/markdown/outline.js';
import { applyEdits } from '../../src/markdown/text-edit.js';
import { buildNoteContext } from '../../src/notes/playbook-settings.js';
import { changeTags, type TagChange } from '../../src/notes/tag-edit.js';
import { COMMITMENT_LEVELS } from '../../src/playbook/commitment.js';
import { COMPETENCIES } from '../../src/playbook/competency.js';
import type { Executive } from '../../src/playbook/note.js';
import { SIGNS } from '../../src/playbook/sign.js';
import { date } from '../builders.js';
import { lines, read } from './read.js';

const TODAY = date('2026-03-04');
const NOTES = buildNoteContext();
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);

beforeAll(loadYamlReader);

function change(text: string, wanted: TagChange, mirrorTags = false, today = TODAY): string {
  const result = changeTags(text, wanted, { today, notes: NOTES, mirrorTags });
  if (!result.ok) throw new Error(result.problem.message);
  expect(applyEdits(text, result.edits)).toBe(result.text);
  return result.text;
}

async function readExecutive(text: string): Promise<Executive> {
  const { note } = (await read(text)).parsed;
  if (note?.kind !== 'executive') throw new Error('No executive was read.');
  return note;
}

describe('a level', () => {
  test('gets its day and a dated line in a section of its own', () => {
    expect(change('---\ntype: executive\n---\n# Ana\n', { commitment: 'toe-dipper', by: 'M. Devereux', remark: 'pays  when\nasked' })).toBe(
      '---\ntype: executive\ncommitment: toe-dipper\nassessed: 2026-03-04\n---\n# Ana\n\n## Assessments\n\n- 2026-03-04 toe-dipper — by M. Devereux — pays when asked\n',
    );
  });

  test.each([
    ['last, where the newest stand last', '- 2026-01-01 passive\n- 2026-02-01 passive\n', '- 2026-01-01 passive\n- 2026-02-01 passive\n- 2026-03-04 supporter\n'],
    ['first, where the newest stand first', '* 2026-02-01 passive — x\n* 2026-01-01 passive\n', '* 2026-03-04 supporter\n* 2026-02-01 passive — x\n* 2026-01-01 passive\n'],
    ['last, behind a single line and what hangs on it', '- 2026-01-01 passive\n  - more\n\ntext\n', '- 2026-01-01 passive\n  - more\n- 2026-03-04 supporter\n\ntext\n'],
    ['not within a comment', '- 2026-01-01 passive\n\n%%\n- 2025-01-01 passive\n%%\n', '- 2026-01-01 passive\n- 2026-03-04 supporter\n\n%%\n- 2025-01-01 passive\n%%\n'],
    ['in an empty section', '', '\n- 2026-03-04 supporter\n'],
  ])('is written %s', (_where, before, after) => {
    const head = '---\ntype: executive\ncommitment: passive\nassessed: 2026-02-01\n---\n## Assessment\n';
    expect(change(head + before, { commitment: 'supporter' })).toBe(head.replace('passive', 'supporter').replace('2026-02-01', '2026-03-04') + after);
  });

  test('comes behind the evidence and before references', () => {
    const note = '---\ntype: executive\n---\n### Evidence\n#### Said\n- 2026-01-01 x\n\n### References\nend';
    expect(change(note, { commitment: 'passive' })).toContain('- 2026-01-01 x\n\n### Assessments\n\n- 2026-03-04 passive\n\n### References\nend');
    expect(change('---\ntype: executive\n---\n## Log\n', { commitment: 'passive' })).toContain('---\n\n## Assessments\n\n- 2026-03-04 passive\n\n## Log\n');
  });

  test.each([
    ['the level alone', { commitment: 'supporter' }, '- 2026-03-04 supporter — by A. B — why ^id'],
    ['the level, where only the assessor is said again', { commitment: 'supporter', by: 'C' }, '- 2026-03-04 supporter — by A. B — why ^id'],
    ['the remark, with the assessor of before', { commitment: 'passive', remark: 'new' }, '- 2026-03-04 Passive — by A. B — new ^id'],
    ['assessor and remark', { commitment: 'advocate', by: 'C', remark: 'new' }, '- 2026-03-04 advocate — by C — new ^id'],
  ] as const)('changes the line of the same day: %s', (_what, wanted, line) => {
    const note = '---\ntype: executive\n---\n## Assessments\n- 2026-03-04 Passive — by A. B — why ^id\n- 2026-01-01 passive\n';
    const after = change(note, wanted);
    expect(after.split('## Assessments\n')[1]).toBe(`${line}\n- 2026-01-01 passive\n`);
    expect(change(after, wanted)).toBe(after);
  });

  test('swallows no heading that follows its list at once', () => {
    const note = '---\ntype: executive\n---\n## Assessments\n- 2026-01-01 passive\n---\nNotes\n---\nMore\n';
    expect(change(note, { commitment: 'passive', remark: 'why' }).split('passive\n').at(-1)).toBe('- 2026-03-04 passive — why\n---\nNotes\n---\nMore\n');
  });

  test('is removed without a trace in the history', () => {
    const note = '---\ntype: executive\ncommitment: passive # why\nassessed: 2026-01-01\ntags: [board, cx/passive]\n---\n## Assessments\n- 2026-01-01 passive\n';
    expect(change(note, { commitment: null }, true)).toBe(note.replace('passive # why', ' # why').replace(', cx/passive', ''));
    expect(change('---\ntype: executive\n---\n', { commitment: null, needed: null })).toBe('---\ntype: executive\n---\n');
  });

  test('in other words is not written again', () => {
    const note = '---\ntype: executive\ncommitment: "Toe Dippers"\nneeded_commitment: Supporters\nassessed: 2026-03-04\n---\n## Assessments\n- 2026-03-04 toe dipper\n';
    expect(change(note, { commitment: 'toe-dipper', needed: 'supporter' })).toBe(note);
  });
});

test('a remark hides nothing, ends nothing and gives the line no id, whatever is in it, also when it is given again', async () => {
  const mark = fc.constantFrom('paid ', '%%', '%', '[[', ']]', '`', '```', '~~~', '\n', '\r', '- ', '<!--', '-->', '$$', ' ^id', '> ', '| ', '\\', '==', '---', '<div>', '2026-01-01 ', '# ', '\u2028', ' — ', '<%', '[^1]');
  const body = fc.constantFrom('Text', '## Evidence\n### Did\n- 2026-01-01 paid #money', '## Assessments\n- 2026-01-01 passive — x\n- [ ] 2026-03-04 passive', '## Assessments\n+ 2026-06-01 supporter\n+ 2026-01-01 passive\n\nPara', '%% hidden %%', '```\ncode\n```', '> - quoted item', '| a | b |\n|---|---|\n| 1 | 2 |', '---', 'Setext\n---', '## Log\n- x -->', '$$\nx\n$$', '<!-- x\ny -->', '- a\n  - b\n');
  const shape = (text: string): unknown => {
    const { sections, comments, opaque } = scanOutline(text);
    return [sections.map(({ heading }) => text.slice(heading.from, heading.to)).filter((heading) => heading !== '## Assessments'), [...comments, ...opaque].map(({ from, to }) => text.slice(from, to).trim()).filter((part) => !part.startsWith('---'))];
  };
  await fc.assert(
    fc.asyncProperty(fc.array(body, { maxLength: 5 }), fc.array(mark, { maxLength: 8 }), async (bodies, marks) => {
      const text = ['---', 'type: executive', '---', ...bodies, ''].join('\n');
      const wanted: TagChange = { commitment: 'supporter', by: 'M. Devereux', remark: marks.join('') };
      const after = change(text, wanted);
      expect(shape(after)).toEqual(shape(text));
      const textsOf = async (note: string): Promise<readonly string[]> => (await readExecutive(note)).evidence.map((line) => line.text);
      expect(await textsOf(after)).toEqual(await textsOf(text));
      expect(after).not.toMatch(/supporter.*(?:<%| \^id$)/m);
      expect(change(after, wanted)).toBe(after);
    }),
    { numRuns: RUNS },
  );
});

describe('the mirror tag', () => {
  test.each([
    ['is added where wanted', '', true, 'tags:\n  - cx/supporter\n'],
    ['is not added where not wanted', 'tags: [board]\n', false, 'tags: [board]\n'],
    ['is added to a list', 'tags: [board] # x\n', true, 'tags: [board, cx/supporter] # x\n'],
    ['is changed where one is, wanted or not', 'tags:\n  - "#cx/passive" # x\n  - board\n', false, 'tags:\n  - "#cx/supporter" # x\n  - board\n'],
    ['stays one', 'tags: [cx/passive, cx/opposer, cx/other]\n', true, 'tags: [cx/supporter, cx/other]\n'],
    ['is changed in a single text', 'tags: cx/passive\n', false, 'tags: cx/supporter\n'],
    ['is changed in a text with commas', 'tags: board, cx/passive\n', false, 'tags: board, cx/supporter\n'],
    ['is added to a single text', 'tags: board\n', true, 'tags:\n  - board\n  - cx/supporter\n'],
    ['is changed under the other name', 'tag: cx/passive\n', true, 'tag: cx/supporter\n'],
  ])('%s', (_what, before, mirrorTags, after) => {
    const result = change(`---\ntype: executive\ncommitment: passive\nassessed: 2026-03-04\n${before}---\n`, { commitment: 'supporter' }, mirrorTags);
    expect(result.slice(0, result.indexOf('---\n', 4))).toBe(`---\ntype: executive\ncommitment: supporter\nassessed: 2026-03-04\n${after}`);
  });
});

describe('lists', () => {
  test('keep what stays as it is written, and what means nothing known', () => {
    const note = '---\ntype: executive\ncompetencies: ["Employee Engagement", custmer, purposeful-leadership] # c\nsigns:\n  - CX goal # s\n  - agenda-item\n---\n';
    expect(change(note, { competencies: ['customer-connectedness', 'employee-engagement'], signs: ['cx-goal', 'in-strategy'] })).toBe(
      '---\ntype: executive\ncompetencies: ["Employee Engagement", custmer, customer-connectedness] # c\nsigns:\n  - CX goal # s\n  - in-strategy\n---\n',
    );
    expect(change('---\ntype: play\ncompetencies: employee-engagement\n---\n', { competencies: ['employee-engagement'] })).toBe('---\ntype: play\ncompetencies: employee-engagement\n---\n');
  });
});

describe('what stands in the way is said with its place', () => {
  test.each([
    ['broken frontmatter', '---\ntype: [executive\n---\n', '-'],
    ['an anchor', '---\ntype: executive\ncommitment: &a passive\nother: *a\n---\n', 'commitment: &a passive'],
    ['a comment that never ends', '---\ntype: executive\n---\n%%\nnever closed\n', '%%'],
    ['a list within a list', '---\ntype: executive\ncompetencies: [[x]]\n---\n', 'competencies: [[x]]'],
  ])('%s', (_what, text, place) => {
    const result = changeTags(text, { commitment: 'supporter', competencies: ['employee-engagement'] }, { today: TODAY, notes: NOTES, mirrorTags: false });
    if (result.ok) throw new Error('It was changed.');
    expect(text.slice(result.problem.from, result.problem.to)).toBe(place);
    expect(result.problem.message).toMatch(/\.$/);
  });
});

test('any change of any note reads back as asked, changes nothing else, and made twice is made once', async () => {
  const level = fc.constantFrom(...COMMITMENT_LEVELS);
  const wantedLevel = fc.option(level, { nil: undefined });
  const changes = fc.record({
    commitment: wantedLevel,
    needed: fc.option(fc.constantFrom(...COMMITMENT_LEVELS, null), { nil: undefined }),
    competencies: fc.option(fc.subarray([...COMPETENCIES]), { nil: undefined }),
    signs: fc.option(fc.subarray([...SIGNS]), { nil: undefined }),
    by: fc.constantFrom('', 'M. Devereux'),
    remark: fc.constantFrom('', 'because — of %% this', 'x: "y" #z'),
  });
  const property = fc.constantFrom(
    '# a comment', 'commitment: "passive" # why', "commitment: 'Toe Dipper'", 'commitment:', 'needed_commitment: advocate', 'assessed: 2020-01-01', 'competencies: [employee-engagement, "customer-connectedness"] # c',
    'competencies:\n- purposeful-leadership # kept', 'signs: []', 'signs:\n    - cx-goal\n    # between\n    - agenda-item', 'tags: [cx/passive, board]', 'tags:\n  - board', 'role: "CEO: all"', 'units: [a, b]',
  );
  const body = fc.constantFrom(
    '', '# Ana', '# Ana\n\nText.\n', '## Evidence\n### Did\n- 2026-01-01 paid #money', '## Assessments\n- 2026-01-01 passive — x\n', '## Assessments\n\n1. 2026-03-04 opposer — by X ^id\n', '## assessments\n- 2026-02-02 passive\n- 2026-01-01 opposer',
    '%% - 2026-01-01 passive %%\n## Assessment:\ntext\n\n```\n- 2026-01-01 passive\n```\n',
  );
  const note = fc.tuple(fc.uniqueArray(property, { maxLength: 6, selector: (text) => text.split(':')[0] }), fc.array(body, { maxLength: 3 }), fc.constantFrom('\n', '\r\n'), fc.boolean()).map(([properties, bodies, ending, bom]) =>
    `${bom ? '\uFEFF' : ''}${['---', 'type: executive', ...properties, '---', ...bodies].join('\n').replaceAll('\n', ending)}`,
  );
  await fc.assert(
    fc.asyncProperty(note, changes, fc.boolean(), async (text, { commitment, needed, competencies, signs, by, remark }, mirrorTags) => {
      const wanted: TagChange = { by, remark, ...(commitment === undefined ? {} : { commitment }), ...(needed === undefined ? {} : { needed }), ...(competencies === undefined ? {} : { competencies }), ...(signs === undefined ? {} : { signs }) };
      const after = change(text, wanted, mirrorTags);
      expect(change(after, wanted, mirrorTags)).toBe(after);
      const [old, now] = [await readExecutive(text), await readExecutive(after)];
      expect(now.commitment).toBe(commitment ?? old.commitment);
      expect(now.assessed).toBe(commitment === undefined ? old.assessed : TODAY);
      expect(now.neededCommitment).toBe(needed === undefined ? old.neededCommitment : (needed ?? undefined));
      expect(new Set(now.competencies)).toEqual(new Set(competencies ?? old.competencies));
      expect(new Set(now.signs)).toEqual(new Set(signs ?? old.signs));
      expect(now.evidence.length).toBe(old.evidence.length);
      expect(now.role).toBe(old.role);
      const others = ({ assessments }: Executive): unknown => assessments.filter((line) => line.date !== TODAY).map((line) => [line.date, line.level, line.remark]).sort();
      expect(others(now)).toEqual(others(old));
      if (commitment !== undefined) expect(now.assessments.filter((line) => line.date === TODAY).at(-1)?.level).toBe(commitment);
      const { tags } = (await read(after)).parsed;
      const mirrored = tags.filter((tag) => tag.startsWith('cx/'));
      if (commitment !== undefined && (mirrorTags || text.includes('cx/'))) expect(mirrored).toEqual([`cx/${commitment}`]);
      expect(text.includes('\r\n') ? after.replaceAll('\r\n', '') : after).not.toMatch(/\r|^\n*$/);
      for (const kept of ['# a comment', '# why', '# c', '# between', 'role: "CEO: all"', 'units: [a, b]']) if (text.includes(kept) && kept !== '# between') expect(after).toContain(kept);
    }),
    { numRuns: RUNS },
  );
});

test('an empty change changes nothing, not even in a note without frontmatter', () => {
  for (const text of ['', 'text', lines('---', 'type: case', '---')]) expect(change(text, {})).toBe(text);
});
