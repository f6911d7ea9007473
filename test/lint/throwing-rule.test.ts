import { describe, expect, test } from 'vitest';
import { buildNoteContext } from '../../src/notes/playbook-settings.js';
import { readNote } from '../../src/notes/read-note.js';
import { DEFAULT_CONFIG } from '../../src/lint/config.js';
import { compareDiagnostics } from '../../src/lint/diagnostic.js';
import { ActiveRules, buildDiagnostics, checkLinks, checkNote, checkPlaybook } from '../../src/lint/lint-note.js';
import { DEFAULT_THRESHOLDS, type Finding, type Rule, type RuleContext } from '../../src/lint/rule.js';
import { RULES } from '../../src/lint/rules/index.js';
import { buildLineIndex } from '../../src/markdown/text-range.js';
import { executive, playbookOf } from '../builders.js';
import { TODAY } from './lint-files.js';

const CONTEXT: RuleContext = { today: TODAY, notes: buildNoteContext(), thresholds: DEFAULT_THRESHOLDS };

function rule(id: string, checks: Pick<Rule, 'checkNote' | 'checkLinks' | 'checkPlaybook'>): Rule {
  return { id, severity: 'warning', summary: '', why: '', source: 'OURS', examples: [], ...checks };
}

function boom(): never {
  throw new Error('Out of luck.');
}

function* throwsAfterOne(): Iterable<Finding> {
  yield { from: 0, to: 3, message: 'Found before it failed.' };
  boom();
}

const QUIET = rule('quiet', { checkNote: () => [{ from: 0, to: 3, message: 'Still told.' }], checkLinks: () => [{ from: 0, to: 3, message: 'Still told.' }], checkPlaybook: () => [{ path: 'Ana.md', from: 0, to: 3, message: 'Still told.' }] });
const LOUD = rule('loud', { checkNote: boom, checkLinks: boom, checkPlaybook: boom });
const HALF = rule('half', { checkNote: throwsAfterOne });

describe('a rule that throws', () => {
  test('over a note becomes one diagnostic, and the others go on', async () => {
    const reading = await readNote('A.md', '---\ntype: play\n---\n', CONTEXT.notes);
    const found = checkNote(reading, new ActiveRules(DEFAULT_CONFIG, [LOUD, QUIET]), CONTEXT);
    expect(found.map((one) => [one.rule, one.severity, one.finding.message])).toEqual([
      ['loud', 'error', 'Rule "loud" failed on this note: Out of luck. Report it, and switch the rule off in cx-playbook.yml meanwhile.'],
      ['quiet', 'warning', 'Still told.'],
    ]);
  });

  test('keeps what it found before', async () => {
    const reading = await readNote('A.md', '---\ntype: play\n---\n', CONTEXT.notes);
    const found = checkNote(reading, new ActiveRules(DEFAULT_CONFIG, [HALF]), CONTEXT);
    expect(found.map(({ severity }) => severity)).toEqual(['warning', 'error']);
  });

  test('over links does the same', async () => {
    const { parsed } = await readNote('A.md', '---\ntype: pilot\nsponsor: ["[[Ana]]"]\n---\n', CONTEXT.notes);
    expect(checkLinks(parsed, playbookOf(), new ActiveRules(DEFAULT_CONFIG, [LOUD, QUIET]), CONTEXT).map((one) => one.rule)).toEqual(['loud', 'quiet']);
  });

  test.each([['with notes', playbookOf(executive({ title: 'Ana' }))], ['without any', playbookOf()]])('over a playbook %s is told at the settings, where it can be switched off', (_what, playbook) => {
    const found = checkPlaybook(playbook, new ActiveRules(DEFAULT_CONFIG, [LOUD, QUIET]), CONTEXT);
    expect(found.map(({ path, rule: id, finding }) => [path, id, finding.message])).toEqual([
      ['cx-playbook.yml', 'loud', 'Rule "loud" failed on this playbook: Out of luck. Report it, and switch the rule off in cx-playbook.yml meanwhile.'],
      ['Ana.md', 'quiet', 'Still told.'],
    ]);
  });

  test('is not asked when it is off', async () => {
    const config = { ...DEFAULT_CONFIG, severities: new Map([['loud', 'off' as const]]) };
    const reading = await readNote('A.md', '---\ntype: play\n---\n', CONTEXT.notes);
    expect(checkNote(reading, new ActiveRules(config, [LOUD]), CONTEXT)).toEqual([]);
  });
});

test('diagnostics stand in the order of path, place, rule and message, by UTF-16 units', () => {
  const text = 'a\nb\nc\n';
  const at = (path: string, id: string, from: number, to: number, message = 'x.') => buildDiagnostics(path, [{ rule: id, severity: 'warning', finding: { from, to, message } }], [], new ActiveRules(DEFAULT_CONFIG), () => buildLineIndex(text));
  const ordered = [at('B.md', 'a', 0, 1), at('a.md', 'z', 0, 1), at('a.md', 'a', 0, 2), at('a.md', 'a', 2, 3, 'a.'), at('a.md', 'a', 2, 3, 'b.'), at('a.md', 'b', 2, 3), at('ä.md', 'a', 0, 1), at('\ud83d\ude00.md', 'a', 0, 1), at('\uffef.md', 'a', 0, 1)].flat();
  for (let turn = 0; turn < ordered.length; turn++) {
    const shuffled = [...ordered.slice(turn), ...ordered.slice(0, turn)].reverse();
    expect(shuffled.sort(compareDiagnostics)).toEqual(ordered);
  }
});

test('every rule has an id of its own and a place in the registration', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});
