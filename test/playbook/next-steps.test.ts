import { describe, expect, test } from 'vitest';
import { assessNextSteps, type NextStep, type NextStepKind, type NextStepOptions } from '../../src/playbook/next-steps.js';
import type { Foundation, PlaybookNote } from '../../src/playbook/note.js';
import { CommitmentRecord } from '../../src/playbook/readiness.js';
import { businessCase, date, executive, initiative, insight, pilot, playbookOf, room } from '../builders.js';

const today = date('2026-11-22');

function steps(notes: readonly PlaybookNote[], options: NextStepOptions = {}): readonly NextStep[] {
  const playbook = playbookOf(...notes);
  return assessNextSteps(playbook, new CommitmentRecord(playbook, today), options);
}

function stepOf(kind: NextStepKind, notes: readonly PlaybookNote[], options: NextStepOptions = {}): NextStep {
  const step = steps(notes, options).find((candidate) => candidate.kind === kind);
  if (step === undefined) throw new Error(`No step of the kind ${kind}.`);
  return step;
}

const textOf = ({ title, reasons, actions }: NextStep): string => [title, ...reasons, ...actions].join('\n');
const kinds = (notes: readonly PlaybookNote[], options: NextStepOptions = {}): readonly string[] => steps(notes, options).map(({ kind }) => kind);

/** Assessed lately, so that nothing is stale. */
const exec = (title: string, level: Parameters<typeof executive>[0] & { readonly commitment?: 'opposer' | 'passive' | 'toe-dipper' | 'supporter' | 'advocate' }) =>
  executive({ title, assessed: '2026-10-01', ...level });
const work = (title: string, values: Parameters<typeof initiative>[0] = {}) =>
  initiative({ title, start: '2026-06', end: '2027-06', status: 'active', ambition: 'unit', ...values });

function foundation(kind: Foundation['kind'], title: string, approved?: string, status?: Foundation['status']): Foundation {
  return { kind, path: `Journey/${title}.md`, title, aliases: [], supports: [], ...(approved === undefined ? {} : { approved: date(approved) }), ...(status === undefined ? {} : { status }) };
}

describe('short work', () => {
  test('names the executive on whom most items hang, with what each item asks', () => {
    const step = stepOf('short-work', [
      exec('Ana', { unit: 'Sales', commitment: 'toe-dipper' }),
      exec('Ben', { unit: 'IT', commitment: 'opposer' }),
      work('One', { units: ['Sales'] }),
      work('Two', { units: ['IT'] }),
      work('Three', { units: ['IT'], ambition: 'local' }),
    ]);
    expect(step.title).toBe('Close the commitment gap under 2 roadmap items that hang on Ben');
    expect(step.reasons[0]).toBe('Recorded in this vault: Ben as opposer. Three (local) needs toe-dipper; Two (unit) needs supporter.');
    expect(step.people.map(({ title }) => title)).toEqual(['Ben']);
    expect(step.work.map(({ title }) => title)).toEqual(['Three', 'Two']);
    expect(step.paths).toEqual(['Executives/Ben.md', 'Initiatives/Three.md', 'Initiatives/Two.md']);
  });

  test('among equals takes the more influential, then the first by path', () => {
    const notes = [work('One', { units: ['Sales'] }), work('Two', { units: ['IT'] })];
    const ana = exec('Ana', { unit: 'Sales', commitment: 'passive' });
    expect(stepOf('short-work', [ana, exec('Ben', { unit: 'IT', commitment: 'passive', influence: 4 }), ...notes]).title).toMatch(/on Ben$/);
    expect(stepOf('short-work', [ana, exec('Ben', { unit: 'IT', commitment: 'passive' }), ...notes]).title).toMatch(/on Ana$/);
  });

  test.each([
    ['opposer', 'from opposer to passive by strong support from their peers (S1).'],
    ['passive', 'from passive to toe-dipper by strong support from their peers (S1).'],
    ['toe-dipper', 'from toe-dipper to supporter by a strong business opportunity (S1).'],
  ] as const)('says what moves %s up', (commitment, move) => {
    expect(textOf(stepOf('short-work', [exec('Ana', { unit: 'Sales', commitment }), work('One', { units: ['Sales'] })]))).toContain(move);
  });

  test('invents no rule where the sources state none', () => {
    const step = stepOf('short-work', [exec('Ana', { role: 'CEO', unit: 'Group', commitment: 'supporter' }), work('One', { ambition: 'enterprise' })]);
    expect(step.actions[0]).toBe('Raise the commitment: no rule in the sources says what moves an executive up from supporter.');
  });

  test('names the peers at supporter or above, and those who are not there', () => {
    const step = stepOf('short-work', [
      exec('Ana', { unit: 'Sales', commitment: 'passive', peers: ['Ben', 'Chi', 'Dee', 'Gone'] }),
      exec('Ben', { commitment: 'supporter' }),
      exec('Chi', { commitment: 'advocate', influence: 5 }),
      executive({ title: 'Dee' }),
      work('One', { units: ['Sales'] }),
    ]);
    expect(step.actions[0]).toContain('Of 3 peers named in the note, 2 are recorded at supporter or above: Chi and Ben; not yet there: Dee.');
    expect(step.paths).toContain('Executives/Chi.md');
  });

  test('names the cases linked from the work of a toe-dipper, or asks for one', () => {
    const ana = exec('Ana', { unit: 'Sales', commitment: 'toe-dipper' });
    const missed = businessCase({ title: 'Missed calls' });
    expect(stepOf('short-work', [ana, missed, work('One', { units: ['Sales'], cases: ['Missed calls'] })]).actions[0]).toContain('Linked from this work: Missed calls.');
    expect(stepOf('short-work', [ana, work('One', { units: ['Sales'] })]).actions[0]).toContain('No business case is linked from this work');
  });

  test('offers the other way out: fewer units before a smaller ambition, as far as that is carried', () => {
    const notes = [
      exec('Ana', { unit: 'Sales', commitment: 'opposer' }),
      exec('Ben', { unit: 'IT', commitment: 'supporter' }),
      exec('Chi', { unit: 'Stores', commitment: 'toe-dipper' }),
    ];
    const cut = (values: Parameters<typeof initiative>[0]): string | undefined => stepOf('short-work', [...notes, work('One', values)], {}).actions[1];
    expect(cut({ ambition: 'cross-unit', units: ['Sales', 'IT'], sponsor: ['Ben'] })).toBe('Or cut the ambition or the number of units: One would be carried without Sales.');
    expect(cut({ ambition: 'unit', units: ['Stores'] })).toBe('Or cut the ambition or the number of units: One would be carried as local work.');
    expect(cut({ ambition: 'cross-unit', units: ['Sales', 'Stores'], sponsor: ['Chi'] })).toBe('Or cut the ambition or the number of units: One would be carried as local work without Sales.');
    expect(cut({ ambition: 'local', units: ['Sales'] })).toBe('Or cut the ambition or the number of units: no smaller scope of One is carried by the recorded levels.');
  });

  test.each([
    ['done', { status: 'done' }],
    ['dropped', { status: 'dropped' }],
    ['without dates', { start: undefined, end: undefined }],
    ['without an ambition', { ambition: undefined }],
    ['carried from today on', { units: ['IT'], start: '2026-01' }],
  ] as const)('leaves out work that is %s', (_name, values) => {
    const { start, end, ...rest } = { start: '2026-06', end: '2027-06', units: ['Sales'], ...values };
    const notes = [
      exec('Ana', { unit: 'Sales', commitment: 'opposer' }),
      executive({ title: 'Ben', unit: 'IT', levels: { '2026-01-01': 'passive', '2026-11-01': 'supporter' } }),
      initiative({ title: 'One', ambition: 'unit', ...rest, ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) }),
    ];
    expect(kinds(notes)).not.toContain('short-work');
  });
});

describe('ROI for an opposer', () => {
  const opposer = exec('Ben', { unit: 'IT', commitment: 'opposer', lever: ['peers', 'ROI'], peers: ['Ana'] });

  test('is a step of its own, with peers in its place', () => {
    const step = stepOf('roi-for-opposer', [opposer, exec('Ana', { commitment: 'supporter' })]);
    expect(step.title).toBe('Put peers in the place of ROI for Ben');
    expect(step.reasons).toEqual(['The lever recorded in this vault for Ben is "roi". ROI data does not move an executive recorded as opposer (S1).']);
    expect(step.actions[0]).toContain('1 is recorded at supporter or above: Ana.');
  });

  test('is a reason of the step that names the person already', () => {
    const notes = [opposer, work('One', { units: ['IT'] })];
    expect(kinds(notes)).toEqual(['short-work']);
    expect(textOf(stepOf('short-work', notes))).toContain('ROI data does not move');
  });

  test('is no mistake for a toe-dipper', () => {
    expect(kinds([exec('Ana', { commitment: 'toe-dipper', lever: ['roi'] })])).toEqual([]);
  });
});

describe('start here', () => {
  test('names the unit of an advocate, its work with the narrowest first, and the peers to win', () => {
    const step = stepOf('start-here', [
      exec('Rune', { unit: 'Freight', commitment: 'advocate', peers: ['Yara'] }),
      exec('Yara', { unit: 'Crossings', commitment: 'toe-dipper' }),
      work('Board', { units: ['Freight', 'Crossings'], ambition: 'local' }),
      work('Promise', { units: ['freight'], progress: 55 }),
    ]);
    expect(step.title).toBe('Start here: Freight, with Rune');
    expect(step.reasons).toEqual([
      'Recorded in this vault: Rune as advocate, head of Freight.',
      'Work in Freight: Promise (active, 55 % done) and Board (active).',
    ]);
    expect(step.actions[1]).toContain('Yara');
    expect(step.source).toBe('S1');
  });

  test.each([
    ['a supporter', exec('Ana', { unit: 'Sales', commitment: 'supporter' })],
    ['an advocate without a unit', exec('Ana', { commitment: 'advocate' })],
    ['the CEO', exec('Ana', { role: 'CEO', unit: 'Group', commitment: 'advocate' })],
  ])('is not offered for %s', (_name, note) => {
    expect(kinds([note])).toEqual([]);
  });

  test('takes the head of the unit, not somebody who reports to the head', () => {
    const notes = [exec('Boss', { unit: 'Sales', commitment: 'supporter' }), exec('Ana', { unit: 'Sales', commitment: 'advocate', reportsTo: ['Boss'] })];
    expect(kinds(notes)).toEqual([]);
  });
});

describe('start here, beyond advocates', () => {
  const did = (category: 'money' | 'peer') => ({ date: date('2026-10-01'), form: 'did', category, text: 'Did it', from: 0, to: 0 }) as const;

  test('is offered for a supporter whose evidence reaches that level, after every advocate', () => {
    const ana = exec('Ana', { unit: 'Sales', commitment: 'supporter', evidence: [did('money'), did('peer')] });
    expect(stepOf('start-here', [ana]).reasons[0]).toBe('Recorded in this vault: Ana as supporter, head of Sales; the evidence reaches that level.');
    expect(stepOf('start-here', [ana, exec('Zoe', { unit: 'Freight', commitment: 'advocate' })]).title).toBe('Start here: Freight, with Zoe');
  });

  test('names the results that the leader can show', () => {
    expect(textOf(stepOf('start-here', [exec('Ana', { unit: 'Sales', commitment: 'advocate' }), pilot({ title: 'Board', units: ['Sales'], proof: { result: 74 } })]))).toContain('A result to show: Board.');
  });
});

describe('untold proof', () => {
  const purse = pilot({ title: 'Purse', status: 'done', units: ['Terminals'], sponsor: ['Ana'], proof: { metric: 'NPS', baseline: -22, result: 17, employeeMetric: 'Say yes', employeeResult: 71 } });

  test('says what was measured, who can quote it, and to whom', () => {
    const step = stepOf('untold-proof', [purse, exec('Ana', { unit: 'Terminals', commitment: 'supporter' }), exec('Ben', { commitment: 'passive', peers: ['Ana'] })]);
    expect(step.title).toBe('Tell the result of Purse');
    expect(step.reasons[0]).toBe('Recorded in this vault: Purse, NPS: from -22 to 17; Say yes: 71.');
    expect(step.actions.slice(1)).toEqual(['Can quote it, at supporter or above: Ana.', 'Who name that person as a peer and stand below supporter: Ben.']);
    expect(step.paths).toEqual(['Initiatives/Purse.md', 'Executives/Ana.md', 'Executives/Ben.md']);
  });

  test('is silent once somebody was told', () => {
    expect(kinds([purse, exec('Ana', { commitment: 'passive', mentions: ['Purse'] })])).not.toContain('untold-proof');
  });
});

describe('an overdue promise', () => {
  const promised = room({ title: 'April', promises: [{ who: ['Sunniva'], what: 'fee rules that match the poster', by: '2026-10-01', kept: false }, { what: 'a bench', by: '2026-12-01' }] });

  test('names who promised what, where, and how long ago its day was', () => {
    const step = stepOf('overdue-promise', [promised, exec('Sunniva', { commitment: 'toe-dipper' })]);
    expect(step.title).toBe('Settle an open promise with Sunniva: fee rules that match the poster');
    expect(step.reasons).toEqual(['Recorded in this vault: Sunniva promised fee rules that match the poster by 2026-10-01, 52 days past (April).']);
    expect(step.paths).toEqual(['Rooms/April.md', 'Executives/Sunniva.md']);
  });

  test('counts them where there are several, and cuts a very long one', () => {
    const long = room({ title: 'May', promises: [{ what: 'x'.repeat(5000), by: '2026-06-01' }] });
    const step = stepOf('overdue-promise', [promised, long]);
    expect(step.title).toBe('Settle 2 promises past their day');
    expect(step.reasons[0]?.length).toBeLessThan(400);
  });

  test('is none before its day', () => {
    expect(kinds([room({ promises: [{ what: 'a bench', by: '2026-11-22' }, { what: 'a word' }] })])).toEqual([]);
  });
});

describe('words without deeds', () => {
  const said = (day: string) => ({ date: date(day), form: 'said', text: 'We care', from: 0, to: 0 }) as const;
  const ana = exec('Ana', { commitment: 'supporter', evidence: [said('2026-10-01'), said('2026-11-01')] });

  test('asks for a deed, or for the line that nobody wrote', () => {
    const step = stepOf('said-done-gap', [ana]);
    expect(step.title).toBe('Agree on one deed with Ana: said 2, did 0');
    expect(step.reasons[0]).toBe('Recorded in this vault: Ana as supporter, said 2, did 0.');
    expect(step.actions[1]).toContain('not written down');
  });

  test('follows the days that count', () => {
    expect(kinds([ana], { evidenceDays: 10 })).toEqual([]);
  });

  test('leaves out whom a step above names, and is not told again as below the needed level', () => {
    const held = exec('Ana', { unit: 'Sales', commitment: 'supporter', neededCommitment: 'advocate', evidence: [said('2026-10-01')] });
    expect(kinds([held])).toEqual(['said-done-gap']);
    expect(kinds([exec('Ana', { role: 'CEO', unit: 'Group', commitment: 'supporter', evidence: [said('2026-10-01')] }), work('One', { ambition: 'enterprise' })])).toEqual(['short-work']);
  });
});

describe('a broken chain', () => {
  test('says at which notes, and how; an untold result is a step of its own', () => {
    const step = stepOf('broken-chain', [insight({ title: 'Voice' }), pilot({ title: 'Texts', status: 'active' }), pilot({ title: 'Purse', status: 'done', proof: { result: 17 }, cases: ['Missed'] }), businessCase({ title: 'Missed', proof: { result: 1 }, hasStory: true }), executive({ title: 'Zoe' })], { limit: 9 });
    expect(step.title).toBe('Mend the chain of proof at 3 notes');
    expect(step.reasons).toEqual(['Recorded in this vault: Voice: no work and no case uses it; Texts: no business case is linked; Missed: no note shows that anybody was told.']);
    expect(step.work.map(({ title }) => title)).toEqual(['Texts']);
  });
});

describe('below the needed level', () => {
  test('lists the CEO first, then the widest gap', () => {
    const step = stepOf('below-needed', [
      exec('Ana', { commitment: 'toe-dipper', neededCommitment: 'supporter', influence: 5 }),
      exec('Ben', { commitment: 'passive', neededCommitment: 'supporter' }),
      exec('Zoe', { role: 'CEO', commitment: 'supporter', neededCommitment: 'advocate' }),
      exec('Dee', { commitment: 'advocate', neededCommitment: 'supporter' }),
    ]);
    expect(step.title).toBe('Bring 3 executives to the level recorded as needed');
    expect(step.people.map(({ title }) => title)).toEqual(['Zoe', 'Ben', 'Ana']);
    expect(step.reasons[0]).toBe(
      'Recorded in this vault: Zoe as supporter, advocate is needed; Ben as passive, supporter is needed; Ana as toe-dipper, supporter is needed.',
    );
    expect(step.actions[0]).toContain('no rule in the sources');
  });

  test('leaves out who is named in a step above', () => {
    expect(kinds([exec('Ana', { unit: 'Sales', commitment: 'passive', neededCommitment: 'supporter' }), work('One', { units: ['Sales'] })])).toEqual(['short-work']);
  });

  test('says nothing of who is not assessed: that is another step', () => {
    expect(kinds([executive({ title: 'Ana', neededCommitment: 'supporter' })])).toEqual(['assess']);
  });
});

describe('assessments', () => {
  test.each([
    [executive({ title: 'Ana' }), 'Assess Ana', 'Ana is not assessed.'],
    [executive({ title: 'Ana', commitment: 'passive' }), 'Assess Ana', 'Ana has a level without a day.'],
    [executive({ title: 'Ana', commitment: 'passive', assessed: '2026-04-28' }), 'Assess Ana again', 'Ana was last assessed on 2026-04-28, 208 days before 2026-11-22.'],
  ])('asks for one', (note, title, reason) => {
    const step = stepOf('assess', [note]);
    expect(step.title).toBe(title);
    expect(step.reasons[0]).toBe(`Recorded in this vault: ${reason}`);
  });

  test('puts missing levels before old ones, and the oldest first', () => {
    const step = stepOf('assess', [
      executive({ title: 'Ana', commitment: 'passive', assessed: '2026-04-28' }),
      executive({ title: 'Ben', commitment: 'passive', assessed: '2026-01-28' }),
      executive({ title: 'Chi' }),
    ]);
    expect(step.people.map(({ title }) => title)).toEqual(['Chi', 'Ben', 'Ana']);
  });

  test('names the work that nobody can judge', () => {
    const step = stepOf('assess', [executive({ title: 'Ana', unit: 'Sales' }), work('One', { units: ['Sales'] })]);
    expect(step.reasons[1]).toBe('Until then nobody can say whether the recorded commitment carries One.');
  });

  test('follows the threshold', () => {
    const ana = executive({ title: 'Ana', commitment: 'passive', assessed: '2026-10-01' });
    expect(kinds([ana])).toEqual([]);
    expect(textOf(stepOf('assess', [ana], { staleDays: 30 }))).toContain('older than 30 days counts as stale (OURS)');
  });
});

describe('the order of the foundation', () => {
  test.each([
    ['governance before strategy', [foundation('strategy', 'Plan', '2026-04-21'), foundation('governance', 'Rules', '2026-02-10')], 'Check Rules against Plan', 'Rules, approved on 2026-02-10, 70 days before Plan (2026-04-21).'],
    ['governance without a strategy', [foundation('governance', 'Rules', '2026-02-10')], 'Approve the strategy, then look at Rules again', 'Rules, approved on 2026-02-10; an approved strategy is not.'],
    ['strategy before vision', [foundation('vision', 'Aim', '2026-03-01'), foundation('strategy', 'Plan', '2026-02-01')], 'Check Plan against Aim', 'Plan, approved on 2026-02-01, 28 days before Aim (2026-03-01).'],
    ['strategy beside a draft of the vision', [foundation('vision', 'Aim'), foundation('strategy', 'Plan', '2026-02-01')], 'Approve Aim, then look at Plan again', 'Plan, approved on 2026-02-01; an approved vision is not.'],
  ])('warns of %s', (_name, notes, title, reason) => {
    const step = stepOf('foundation-order', notes);
    expect(step.title).toBe(title);
    expect(step.reasons[0]).toBe(`Recorded in this vault: ${reason}`);
    expect(step.source).toBe('S4');
  });

  test.each([
    ['in order', [foundation('vision', 'Aim', '2026-01-01'), foundation('strategy', 'Plan', '2026-02-01'), foundation('governance', 'Rules', '2026-03-01')]],
    ['on the same day', [foundation('vision', 'Aim', '2026-01-01'), foundation('strategy', 'Plan', '2026-01-01')]],
    ['a vision alone', [foundation('vision', 'Aim', '2026-01-01')]],
    ['governance retired', [foundation('governance', 'Rules', '2026-02-10', 'retired')]],
  ])('is silent: %s', (_name, notes) => {
    expect(kinds(notes)).toEqual([]);
  });
});

describe('the list as a whole', () => {
  const said = { date: date('2026-10-01'), form: 'said', text: 'We care', from: 0, to: 0 } as const;
  /** All ten kinds and more people with short work than there is room for. */
  const full: readonly PlaybookNote[] = [
    exec('Adv', { unit: 'Freight', commitment: 'advocate' }),
    exec('Ben', { unit: 'IT', commitment: 'passive' }),
    exec('Chi', { unit: 'Sales', commitment: 'passive' }),
    exec('Dee', { unit: 'People', commitment: 'passive' }),
    exec('Opp', { commitment: 'opposer', lever: ['roi'] }),
    exec('Low', { commitment: 'toe-dipper', neededCommitment: 'supporter' }),
    executive({ title: 'New' }),
    work('One', { units: ['IT'] }),
    work('Two', { units: ['Sales'] }),
    work('Three', { units: ['People'] }),
    foundation('governance', 'Rules', '2026-02-10'),
    exec('Words', { commitment: 'supporter', evidence: [said] }),
    pilot({ title: 'Purse', status: 'done', proof: { result: 17 } }),
    room({ title: 'April', promises: [{ what: 'a bench', by: '2026-10-01' }] }),
  ];

  test('has at most five steps, one of each kind first', () => {
    expect(kinds(full)).toEqual(['start-here', 'untold-proof', 'short-work', 'overdue-promise', 'roi-for-opposer']);
    expect(kinds(full, { limit: 10 })).toEqual([
      'start-here', 'untold-proof', 'short-work', 'overdue-promise', 'roi-for-opposer', 'said-done-gap', 'below-needed', 'assess', 'broken-chain', 'foundation-order',
    ]);
    expect(kinds(full, { limit: 0 })).toEqual([]);
  });

  test('gives free places to further executives on whom items hang', () => {
    const notes = full.filter(({ title }) => !['Opp', 'Low', 'Rules', 'Words', 'Purse', 'April'].includes(title));
    expect(steps(notes).map(({ kind, people }) => `${kind} ${people[0]?.title}`)).toEqual([
      'start-here Adv', 'short-work Ben', 'short-work Chi', 'short-work Dee', 'assess New',
    ]);
  });

  test('is the same whatever the order in which notes were read', () => {
    expect(steps([...full].reverse())).toEqual(steps(full));
  });

  test('is empty for an empty playbook', () => {
    expect(steps([])).toEqual([]);
  });

  test('shows the labels of the levels, never the slug beside them', () => {
    const levelLabels = { opposer: 'red', passive: 'orange', 'toe-dipper': 'yellow', supporter: 'blue', advocate: 'green' };
    const text = steps(full, { levelLabels, limit: 12 }).map(textOf).join('\n');
    expect(text).toContain('from orange to yellow');
    expect(text).not.toMatch(/opposer|passive|toe-dipper|supporter|advocate/);
  });

  test('says of every person only what is recorded, in sentences that end', () => {
    for (const step of steps(full, { limit: 12 })) {
      expect(step.title).not.toMatch(/\.$/);
      expect(step.reasons.some((reason) => /recorded in this vault/i.test(reason))).toBe(true);
      for (const sentence of [...step.reasons, ...step.actions]) expect(sentence).toMatch(/\.$/);
      expect(new Set(step.paths).size).toBe(step.paths.length);
    }
  });

  test('cuts a very long title in the sentences and keeps the path whole', () => {
    const title = `${'a'.repeat(78)}😀${'b'.repeat(10_000)}`;
    const step = stepOf('assess', [executive({ title, path: 'Executives/Long.md' })]);
    expect(step.title).toBe(`Assess ${'a'.repeat(78)}…`);
    expect(step.paths).toEqual(['Executives/Long.md']);
  });
});
