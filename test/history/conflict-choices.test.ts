import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConflictChoices, type ConflictChoice, type ConflictReading } from '../../src/history/conflict-choices.js';
import { resolveConflicts } from '../../src/history/conflict-result.js';
import type { ConflictOption } from '../../src/history/conflict-slots.js';
import { readConflicts, textOfSide } from '../../src/markdown/conflict-markers.js';
import { readFrontmatter } from '../../src/markdown/frontmatter.js';

/** Between markers as git writes them, `HEAD` and `origin/main`. */
function conflict(ours: string, theirs: string, base?: string): string {
  return `<<<<<<< HEAD\n${ours}${base === undefined ? '' : `||||||| 1a2b3c4\n${base}`}=======\n${theirs}>>>>>>> origin/main\n`;
}

const note = (properties: string, body = '# Ana Ruiz\n'): string => `---\ntype: executive\n${properties}---\n${body}`;

const subjects = ({ choices }: ConflictReading): readonly string[] =>
  choices.map(({ subject }) => (subject.kind === 'property' ? subject.name : subject.kind === 'text' ? `text ${subject.path.join(' › ')}` : subject.kind));

function choose(reading: ConflictReading, option: ConflictOption | ((choice: ConflictChoice, index: number) => ConflictOption | undefined)): string {
  const chosen = new Map<string, ConflictOption>();
  for (const [index, choice] of reading.choices.entries()) {
    const one = typeof option === 'string' ? option : option(choice, index);
    if (one !== undefined) chosen.set(choice.key, one);
  }
  return resolveConflicts(reading, chosen).text;
}

const only = (reading: ConflictReading): ConflictChoice => {
  expect(reading.choices).toHaveLength(1);
  return reading.choices[0]!;
};

describe('the properties', () => {
  test('a level and its day are one choice, and the later assessment is suggested', async () => {
    const text = note(conflict('commitment: toe-dipper\nassessed: 2026-03-01\n', 'commitment: supporter\nassessed: 2026-04-02\n'));
    const choice = only(await readConflictChoices(text));
    expect(choice).toMatchObject({
      subject: { kind: 'level' },
      ours: { kind: 'level', level: 'toe-dipper', day: '2026-03-01' },
      theirs: { kind: 'level', level: 'supporter', day: '2026-04-02' },
      options: ['ours', 'theirs'],
      suggestion: { option: 'theirs', reason: 'later' },
      oursLabel: 'HEAD',
      theirsLabel: 'origin/main',
    });
  });

  test('a level and its day are one choice also between markers of their own', async () => {
    const text = note(`${conflict('commitment: passive\n', 'commitment: supporter\n')}role: CFO\n${conflict('assessed: 2026-05-01\n', 'assessed: 2026-04-02\n')}`);
    const reading = await readConflictChoices(text);
    expect(subjects(reading)).toEqual(['level']);
    expect(choose(reading, 'theirs')).toBe(note('commitment: supporter\nrole: CFO\nassessed: 2026-04-02\n'));
  });

  test('a level alone is shown with the day that both sides have', async () => {
    const choice = only(await readConflictChoices(note(`${conflict('commitment: passive\n', 'commitment: Supporters\n')}assessed: 2026-01-05\n`)));
    expect([choice.ours, choice.theirs]).toEqual([{ kind: 'level', level: 'passive', day: '2026-01-05' }, { kind: 'level', level: 'supporter', day: '2026-01-05' }]);
    expect(choice.suggestion).toBeUndefined();
  });

  test('each property between one pair of markers is chosen by itself, and what both say is not asked', async () => {
    const text = note(conflict('role: CFO\nunit: "Freight"\ninfluence: 4\n', 'role: MD\nunit: Freight\ninfluence: 5\n'));
    const reading = await readConflictChoices(text);
    expect(subjects(reading)).toEqual(['role', 'influence']);
    expect(choose(reading, (_choice, index) => (index === 0 ? 'theirs' : 'ours'))).toBe(note('role: MD\nunit: "Freight"\ninfluence: 4\n'));
  });

  test('a list that the markers cut in two is chosen as a whole, or both together in the manner of ours', async () => {
    const text = note(`competencies:\n  - employee-engagement\n${conflict('  - purposeful-leadership # ours\n', '  - customer-connectedness\n')}role: CFO\n`);
    const reading = await readConflictChoices(text);
    const choice = only(reading);
    expect(choice).toMatchObject({ subject: { kind: 'property', name: 'competencies' }, options: ['ours', 'theirs', 'both'], bothBy: 'items', suggestion: undefined });
    expect(choice.theirs).toEqual({ kind: 'list', items: [{ text: 'Employee engagement', mark: 'same' }, { text: 'Customer connectedness', mark: 'only' }] });
    expect(choose(reading, 'both')).toBe(note('competencies:\n  - employee-engagement\n  - purposeful-leadership # ours\n  - customer-connectedness\nrole: CFO\n'));
    expect(choose(reading, () => undefined)).toBe(text);
  });

  test('with a base both lists keep what either removed removed', async () => {
    const reading = await readConflictChoices(note(conflict('units: [Harbour, Rail]\n', 'units: [Harbour, Yard, Sea]\n', 'units: [Harbour, Yard]\n')));
    expect(only(reading)).toMatchObject({
      suggestion: { option: 'both', reason: 'lists' },
      ours: { items: [{ text: 'Harbour', mark: 'same' }, { text: 'Rail', mark: 'added' }, { text: 'Yard', mark: 'removed' }] },
    });
    expect(choose(reading, 'both')).toBe(note('units: [Harbour, Rail, Sea]\n'));
  });

  test('the side that alone changed a property is suggested where the base shows it', async () => {
    const reading = await readConflictChoices(note(conflict('role: CFO\nunit: Rail\n', 'role: MD\nunit: Freight\n', 'role: CFO\nunit: Sea\n')));
    expect(reading.choices.map(({ suggestion, base }) => [suggestion?.option, suggestion?.reason, base])).toEqual([
      ['theirs', 'only-theirs', { kind: 'text', text: 'CFO' }],
      [undefined, undefined, { kind: 'text', text: 'Sea' }],
    ]);
  });

  test('the later of two starts is not suggested: it may have been moved either way', async () => {
    const reading = await readConflictChoices(note(conflict('start: 2026-03-01\nlast_contact: 2026-03-01\n', 'start: 2026-09-01\nlast_contact: 2026-02-01\n')));
    expect(reading.choices.map(({ suggestion }) => suggestion?.option)).toEqual([undefined, 'ours']);
  });

  test('a property of one side alone is taken or left, with its place', async () => {
    const reading = await readConflictChoices(note(`role: CFO\n${conflict('', 'unit: Rail\n# heard in May\ninfluence: 3\n')}peers: []\n`));
    expect(reading.choices.map(({ ours }) => ours.kind)).toEqual(['absent', 'absent']);
    expect(choose(reading, (_choice, index) => (index === 1 ? 'theirs' : 'ours'))).toBe(note('role: CFO\n# heard in May\ninfluence: 3\npeers: []\n'));
  });

  test('a property that moved is one choice, and never stands twice', async () => {
    const reading = await readConflictChoices(note(`${conflict('role: CFO\nunit: Rail\n', 'unit: Rail\n')}influence: 3\n${conflict('lever: [roi]\n', 'lever: [vision]\nrole: MD\n')}`));
    expect(subjects(reading)).toEqual(['role', 'lever']);
    const result = choose(reading, (_choice, index) => (index === 0 ? 'theirs' : 'ours'));
    expect(result).toBe(note('unit: Rail\ninfluence: 3\nlever: [roi]\nrole: MD\n'));
  });

  test('what is left open keeps its markers, and nothing else does', async () => {
    const reading = await readConflictChoices(note(conflict('role: CFO\ninfluence: 4\n', 'role: MD\ninfluence: 5\n')));
    expect(choose(reading, (_choice, index) => (index === 0 ? 'theirs' : undefined))).toBe(note(`role: MD\n${conflict('influence: 4\n', 'influence: 5\n')}`));
  });

  test('properties that are the same but for how they are written are chosen as a whole', async () => {
    const reading = await readConflictChoices(note(conflict('unit: "Rail"\nrole: CFO\n', 'role: CFO\nunit: Rail\n')));
    expect(only(reading)).toMatchObject({ subject: { kind: 'manner' }, suggestion: { option: 'ours', reason: 'same' } });
    expect(choose(reading, 'theirs')).toBe(note('role: CFO\nunit: Rail\n'));
  });

  test('comments that differ are asked about, though the values are the same', async () => {
    const choice = only(await readConflictChoices(note(conflict('unit: Rail # until June\n', 'unit: Rail\n'))));
    expect([choice.subject, choice.ours]).toEqual([{ kind: 'property', name: 'unit' }, { kind: 'lines', text: 'unit: Rail # until June\n' }]);
  });

  test('a side that cannot be read as properties is chosen whole, with the reason', async () => {
    const text = note(`${conflict('role: CFO\nrole: MD\n', 'role: CEO\n')}unit: Rail\n`);
    const reading = await readConflictChoices(text);
    const { subject } = only(reading);
    expect(subject).toMatchObject({ kind: 'unread', theirs: undefined });
    expect(subject.kind === 'unread' && subject.ours).toContain('role');
    expect(choose(reading, 'theirs')).toBe(note('role: CEO\nunit: Rail\n'));
  });

  test('properties that refer to one another are chosen whole', async () => {
    const reading = await readConflictChoices(note(conflict('units: &u [Rail]\nlever: *u\n', 'units: [Sea]\nlever: [roi]\n')));
    expect(only(reading).subject).toEqual({ kind: 'unread', ours: 'Some properties refer to others, or share their lines.', theirs: undefined });
  });

  test('comments above the properties are a choice of their own', async () => {
    const reading = await readConflictChoices(`---\n${conflict('# Ours\n\n', '# Theirs\n\n')}type: play\n---\n`);
    expect([subjects(reading), only(reading).theirs]).toEqual([['comments'], { kind: 'lines', text: '# Theirs\n\n' }]);
    expect(choose(reading, 'theirs')).toBe('---\n# Theirs\n\ntype: play\n---\n');
  });
});

describe('the text', () => {
  test('a conflict names the section that it stands in', async () => {
    const reading = await readConflictChoices(note('', `# Ana Ruiz\n## Executive view\n### Why\n${conflict('Trust.\n', 'Growth.\n')}`));
    expect(subjects(reading)).toEqual(['text Ana Ruiz › Executive view › Why']);
    expect(only(reading).options).toEqual(['ours', 'theirs', 'both', 'both-reversed']);
    expect(choose(reading, 'both')).toBe(note('', '# Ana Ruiz\n## Executive view\n### Why\nTrust.\n\nGrowth.\n'));
    expect(choose(reading, 'both-reversed')).toBe(note('', '# Ana Ruiz\n## Executive view\n### Why\nGrowth.\n\nTrust.\n'));
  });

  test('a section that either side began stands under the headings that both have', async () => {
    const reading = await readConflictChoices(note('', `# Ana Ruiz\n${conflict('## Why\nTrust.\n', '## Model\nRides along.\n')}`));
    expect(subjects(reading)).toEqual(['text Ana Ruiz']);
  });

  test.each([
    ['oldest first', '- 2026-01-05 passive\n', '- 2026-03-01 toe-dipper\n', '- 2026-02-01 passive — M. D.\n', '', '- 2026-01-05 passive\n- 2026-02-01 passive — M. D.\n- 2026-03-01 toe-dipper\n'],
    ['newest first', '', '- 2026-03-01 toe-dipper\n', '- 2026-02-01 passive\n  and more\n', '- 2026-01-05 passive\n', '- 2026-03-01 toe-dipper\n- 2026-02-01 passive\n  and more\n- 2026-01-05 passive\n'],
  ])('dated lines of both sides are put together by their days, %s', async (_order, before, ours, theirs, after, expected) => {
    const reading = await readConflictChoices(note('', `## Assessments\n${before}${conflict(ours, theirs)}${after}`));
    expect(only(reading)).toMatchObject({ options: ['ours', 'theirs', 'both'], bothBy: 'days', suggestion: { option: 'both', reason: 'dated' } });
    expect(choose(reading, 'both')).toBe(note('', `## Assessments\n${expected}`));
  });

  test('dated lines of the same day may be one line edited twice: nothing is suggested', async () => {
    const choice = only(await readConflictChoices(note('', `## Said\n${conflict('- 2026-03-01 A\n', '- 2026-03-01 B\n')}`)));
    expect([choice.bothBy, choice.suggestion]).toEqual(['days', undefined]);
  });

  test('both together write lines once that both sides have', async () => {
    const reading = await readConflictChoices(conflict('Same.\n\nOurs.\nEnd.\n', 'Same.\n\nTheirs.\nEnd.\n'));
    expect(choose(reading, 'both')).toBe('Same.\n\nOurs.\n\nTheirs.\nEnd.\n');
  });

  test('where a side has nothing of its own there is no both', async () => {
    const choice = only(await readConflictChoices(`# A\n${conflict('', 'More.\n')}`));
    expect([choice.options, choice.ours]).toEqual([['ours', 'theirs'], { kind: 'absent' }]);
  });

  test('in a code block the markers may stay, as an example', async () => {
    const text = `# Git\n\`\`\`\n${conflict('a\n', 'b\n')}\`\`\`\n`;
    const reading = await readConflictChoices(text);
    expect(only(reading)).toMatchObject({ subject: { kind: 'text', path: ['Git'], inCode: true }, options: ['ours', 'theirs', 'both', 'both-reversed', 'leave'] });
    expect(resolveConflicts(reading, new Map([[reading.choices[0]!.key, 'leave']]))).toEqual({ text, open: 0, parses: true });
  });
});

describe('what is no simple conflict', () => {
  test('a conflict from the properties into the text is chosen in two parts', async () => {
    const text = `---\ntype: play\n${conflict('lever: [roi]\n---\nOurs.\n', 'lever: [vision]\n---\nTheirs.\n')}End.\n`;
    const reading = await readConflictChoices(text);
    expect(subjects(reading)).toEqual(['lever', 'text ']);
    expect(choose(reading, (_choice, index) => (index === 0 ? 'theirs' : 'ours'))).toBe('---\ntype: play\nlever: [vision]\n---\nOurs.\nEnd.\n');
    expect(choose(reading, (_choice, index) => (index === 0 ? 'theirs' : undefined))).toBe(`---\ntype: play\nlever: [vision]\n---\n${conflict('Ours.\n', 'Theirs.\n')}End.\n`);
  });

  test('a whole note between the markers is chosen in its parts', async () => {
    const reading = await readConflictChoices(conflict('---\ntype: play\nlever: [roi]\n---\n# A\n', '---\ntype: play\nlever: [vision]\n---\n# B\n'));
    expect(subjects(reading)).toEqual(['lever', 'text ']);
    expect(choose(reading, (_choice, index) => (index === 0 ? 'theirs' : 'ours'))).toBe('---\ntype: play\nlever: [vision]\n---\n# A\n');
  });

  test('where one side has no properties the conflict is chosen whole', async () => {
    const reading = await readConflictChoices(conflict('---\ntype: play\n---\n# A\n', '# A\n'));
    expect(subjects(reading)).toEqual(['unread']);
    expect(choose(reading, 'ours')).toBe('---\ntype: play\n---\n# A\n');
  });

  test('markers without a partner are told with their lines, and stay', async () => {
    const reading = await readConflictChoices(`# A\n<<<<<<< HEAD\nx\n${conflict('a\n', 'b\n')}>>>>>>> main\n`);
    expect(reading.strays.map(({ line, text }) => [line, text])).toEqual([[2, '<<<<<<< HEAD'], [9, '>>>>>>> main']]);
    expect(choose(reading, 'ours')).toBe('# A\n<<<<<<< HEAD\nx\na\n>>>>>>> main\n');
  });

  test('line endings and a byte-order mark stay as they are', async () => {
    const text = `\uFEFF${note(conflict('role: CFO\ninfluence: 4\n', 'role: MD\ninfluence: 5\n'), `# A\n${conflict('One.\n', 'Two.\n')}`)}`.replaceAll('\n', '\r\n');
    const reading = await readConflictChoices(text);
    expect(subjects(reading)).toEqual(['role', 'influence', 'text A']);
    expect(choose(reading, (_choice, index) => (['theirs', undefined, 'both'] as const)[index])).toBe(
      `\uFEFF${note(`role: MD\n${conflict('influence: 4\n', 'influence: 5\n')}`, '# A\nOne.\n\nTwo.\n')}`.replaceAll('\n', '\r\n'),
    );
  });

  test('a key stays the same when the note changes elsewhere, and changes with the sides', async () => {
    const keys = async (text: string): Promise<readonly string[]> => (await readConflictChoices(text)).choices.map(({ key }) => key);
    const before = await keys(note(conflict('role: CFO\n', 'role: MD\n')));
    expect(await keys(note(`unit: Rail\n${conflict('role: CFO\n', 'role: MD\n')}`, 'More.\n'))).toEqual(before);
    expect(await keys(note(conflict('role: COO\n', 'role: MD\n')))).not.toEqual(before);
  });
});

/** Lines that may stand anywhere, so that properties, fences, lists, code and text end up in each other's way. */
const LINE = fc.constantFrom(
  '---', 'type: executive', 'commitment: passive', 'commitment: supporter', 'assessed: 2026-01-05', 'assessed: 2026-02-05', 'units: [Rail]', 'units:', '  - Rail', '  - "Sea"', '- 2026-01-05 passive',
  '- 2026-02-05 supporter', '# Ana', '## Why', 'Trust.', '', '```', '# why', 'lever: &a [roi]', 'moves: *a', 'role: "', 'text: |', '  more', '======', '>>>>>>>>',
);
const LINES = fc.array(LINE, { maxLength: 5 });
const block = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
const CHUNK = fc.oneof(
  LINES.map(block),
  fc.tuple(LINES, LINES, fc.option(LINES, { nil: undefined })).map(([ours, theirs, base]) => conflict(block(ours), block(theirs), base === undefined ? undefined : block(base))),
);
const MESS = fc.tuple(fc.constantFrom('', '\uFEFF'), fc.constantFrom('', '---\ntype: executive\n'), fc.array(CHUNK, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n')).map(([mark, start, chunks, ending]) => (mark + start + chunks.join('')).replaceAll('\n', ending));

/** Properties of a note that git merged: whole ones, and lists of which it cut the items. */
const PROPERTY = fc.oneof(
  fc.tuple(fc.constantFrom('role', 'unit', 'influence', 'commitment', 'assessed', 'last_contact'), fc.constantFrom('1', '2026-02-03', 'supporter', '"Rail" # x')).map(([name, value]) => ({ name, text: `${name}: ${value}\n` })),
  fc.tuple(fc.constantFrom('units', 'lever'), fc.uniqueArray(fc.constantFrom('Rail', 'Sea', '"a, b"'), { minLength: 1 })).map(([name, items]) => ({ name, text: `${name}:\n${items.map((item) => `  - ${item}\n`).join('')}` })),
);
const SIDE = fc.uniqueArray(PROPERTY, { selector: ({ name }) => name, maxLength: 6 });
const CLEAN = fc.tuple(SIDE, SIDE, fc.constantFrom(false, true)).map(([ours, theirs, showsCommon]) => {
  const known = new Set(theirs.map(({ name }) => name));
  const common = showsCommon ? ours.filter(({ name }) => !known.has(name)) : [];
  const own = ours.filter((one) => !common.includes(one));
  const text = (side: readonly { readonly text: string }[]): string => side.map((one) => one.text).join('');
  return note(`${text(common)}${conflict(text(own), text(theirs))}`, `## Why\n${conflict('Trust.\n', 'Growth.\n')}`);
});

const OPTIONS = fc.infiniteStream(fc.nat());
function chooseBy(reading: ConflictReading, numbers: Iterator<number>): Map<string, ConflictOption> {
  return new Map(reading.choices.map(({ key, options }) => {
    const able = options.filter((option) => option !== 'leave');
    return [key, able[(numbers.next().value as number) % able.length]!];
  }));
}

describe('of any text with markers', () => {
  test.each([['ours'], ['theirs']] as const)('%s for all gives that side’s whole text', async (side) => {
    await fc.assert(fc.asyncProperty(fc.oneof(MESS, CLEAN), async (text) => {
      const reading = await readConflictChoices(text);
      expect(choose(reading, side)).toBe(textOfSide(text, readConflicts(text).conflicts, side));
    }), { numRuns: 500 });
  });

  test('any choice leaves no conflict, and nothing chosen leaves every byte', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(MESS, CLEAN), OPTIONS, async (text, numbers) => {
      const reading = await readConflictChoices(text);
      const result = resolveConflicts(reading, chooseBy(reading, numbers));
      expect(readConflicts(result.text).conflicts).toEqual([]);
      expect(result.open).toBe(0);
      if (reading.regions.every(({ isWhole, slots }) => isWhole && slots.some(({ agreed }) => !agreed))) expect(resolveConflicts(reading, new Map()).text).toBe(text);
    }), { numRuns: 500 });
  });

  test('what stands outside the conflicts stays, in its order, whichever sides are chosen', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(MESS, CLEAN), OPTIONS, async (text, numbers) => {
      const reading = await readConflictChoices(text);
      const chosen = new Map([...chooseBy(reading, numbers)].map(([key, option]) => [key, option === 'theirs' ? option : 'ours'] as const));
      const result = resolveConflicts(reading, chosen).text;
      let at = 0;
      let from = 0;
      for (const { from: start, to } of [...readConflicts(text).conflicts, { from: text.length, to: text.length }]) {
        const fixed = text.slice(from, start);
        const found = result.indexOf(fixed, at);
        expect(found).toBeGreaterThanOrEqual(0);
        at = found + fixed.length;
        from = to;
      }
    }), { numRuns: 500 });
  });

  test('a note whose sides can be read can be read afterwards, with the values that were chosen', async () => {
    await fc.assert(fc.asyncProperty(CLEAN, OPTIONS, async (text, numbers) => {
      const reading = await readConflictChoices(text);
      expect(reading.isReadable).toBe(true);
      const chosen = chooseBy(reading, numbers);
      const { text: result, parses } = resolveConflicts(reading, chosen);
      const after = readFrontmatter(result);
      expect([parses, after.problems]).toEqual([true, []]);
      const { conflicts } = readConflicts(text);
      const sides = { ours: readFrontmatter(textOfSide(text, conflicts, 'ours')!), theirs: readFrontmatter(textOfSide(text, conflicts, 'theirs')!) };
      for (const { key, subject, slots } of reading.choices) {
        const option = chosen.get(key);
        if ((subject.kind !== 'property' && subject.kind !== 'level') || (option !== 'ours' && option !== 'theirs')) continue;
        for (const { piece } of slots) expect(after.get(piece!.name)?.value).toEqual(sides[option].get(piece!.name)?.value);
      }
    }), { numRuns: 400 });
  });
});
