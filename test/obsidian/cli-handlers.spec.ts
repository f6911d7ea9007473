import { ItemView } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { formatCommitmentCsv } from '../../src/export/commitment-csv.js';
import { formatCommitmentJson } from '../../src/export/commitment-json.js';
import { formatCommitmentReportMarkdown } from '../../src/export/commitment-markdown.js';
import { formatCommitmentText } from '../../src/export/commitment-text.js';
import { formatDiagnosticsJson } from '../../src/export/diagnostics-json.js';
import { formatDiagnosticsMarkdown } from '../../src/export/diagnostics-markdown.js';
import { formatDiagnosticsText, formatSummary } from '../../src/export/diagnostics-text.js';
import { formatRoadmapCsv } from '../../src/export/roadmap-csv.js';
import { formatRoadmapJson } from '../../src/export/roadmap-json.js';
import { formatRoadmapMarkdown } from '../../src/export/roadmap-markdown.js';
import { formatRoadmapMermaid } from '../../src/export/roadmap-mermaid.js';
import { CLI_COMMANDS } from '../../src/obsidian/cli-commands.js';
import { registerCliHandlers } from '../../src/obsidian/cli-handlers.js';
import type { Feature, PluginContext } from '../../src/obsidian/plugin-context.js';
import { assessCommitment } from '../../src/playbook/commitment-report.js';
import { CommitmentRecord } from '../../src/playbook/readiness.js';
import { levelWords } from '../../src/playbook/step-words.js';
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import type { Host } from '../host/host.js';
import { hostWith } from './feature-host.js';

const PRACTICES = '## Why\nx\n## Model\nx\n## Reinforce\nx\n';
const VAULT = {
  'cx-playbook.yml': 'labels:\n  supporter: backs it\nthresholds:\n  assessed_days: 100\n',
  'People/Ines.md': `---\ntype: executive\nrole: CEO\ncommitment: supporter\nneeded_commitment: advocate\nassessed: 2026-05-12\n---\n${PRACTICES}## Evidence\n### Said\n- 2026-11-01 At the town hall\n### Did\n- 2026-11-02 Moved 40,000 #money\n- 2026-11-03 Rode along #time\n`,
  'People/Ada.md': `---\ntype: executive\nrole: COO\n---\n${PRACTICES}`,
  'Work/Purse.md': '---\ntype: initiative\nstart: 2026-10\nend: 2027-03\nstatus: actve\nsponsor: ["[[Ada]]"]\n---\n## Why\nx\n',
  'Diary.md': 'Not the playbook’s.\n',
};

async function vault(files: Readonly<Record<string, string>> = VAULT, more: readonly Feature[] = []): Promise<{ host: Host; context: PluginContext }> {
  return hostWith([...more, registerCliHandlers], { files });
}

/** As parsed by somebody who has only the text. */
function json(text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>;
}

describe('cx-playbook', () => {
  it('says how the playbook stands in a few lines', async () => {
    const { host, context } = await vault();
    const lines = (await host.cli('cx-playbook')).split('\n');
    expect(lines.slice(0, 3)).toEqual(['CX Playbook 0.1.0', formatSummary(context.playbook.result), 'Executives: 1 backs it, 1 not assessed']);
    expect(lines[3]).toMatch(/^Next: \S/);
    expect(lines).toHaveLength(5);
  });

  it('speaks of an empty vault too', async () => {
    const { host } = await vault({});
    expect(await host.cli('cx-playbook')).toBe('CX Playbook 0.1.0\nNo findings in 0 notes (0 in the playbook)\n');
  });
});

describe('cx-playbook:lint', () => {
  it('gives what the command line gives, in each format', async () => {
    const { host, context } = await vault();
    const { result } = context.playbook;
    expect(result.diagnostics.length).toBeGreaterThan(2);
    expect(await host.cli('cx-playbook:lint')).toBe(`${formatDiagnosticsText(result)}${formatSummary(result)}\n`);
    expect(await host.cli('cx-playbook:lint', { format: 'json' })).toBe(formatDiagnosticsJson(result));
    expect(await host.cli('cx-playbook:lint', { format: 'markdown' })).toBe(formatDiagnosticsMarkdown(result));
  });

  it.each([
    [{ rule: 'require-model' }, ({ rule }: Finding) => rule === 'require-model'],
    [{ severity: 'warning' }, ({ severity }: Finding) => severity !== 'info'],
    [{ path: 'Work/Purse.md' }, ({ path }: Finding) => path === 'Work/Purse.md'],
    [{ path: '/Work/' }, ({ path }: Finding) => path.startsWith('Work/')],
    [{ path: 'Work', rule: 'known-value' }, ({ path, rule }: Finding) => path.startsWith('Work/') && rule === 'known-value'],
    [{ path: '.' }, () => true],
  ])('gives for %j those findings and no other', async (params, isWanted) => {
    const { host, context } = await vault();
    const wanted = context.playbook.result.diagnostics.filter(isWanted);
    expect(wanted.length).toBeGreaterThan(0);
    const shown = json(await host.cli('cx-playbook:lint', { ...params, format: 'json' }));
    expect(shown).toEqual(json(formatDiagnosticsJson({ ...context.playbook.result, diagnostics: wanted })));
  });

  it.each([
    [{ format: 'jsn' }, 'Error: Flag format takes one of text, json, markdown, not "jsn". Did you mean "json"?\n'],
    [{ format: 'true' }, 'Error: Flag format takes one of text, json, markdown, not "true".\n'],
    [{ severity: 'grave' }, 'Error: Flag severity takes one of error, warning, info, not "grave".\n'],
    [{ rule: 'require-modl' }, 'Error: Rule "require-modl" does not exist. Did you mean "require-model"?\n'],
    [{ path: 'Wrok' }, 'Error: "Wrok" is not in the vault. Name a note or folder of it, from the top of the vault.\n'],
    [{ serverity: 'error' }, 'Error: Flag "serverity" does not exist. Did you mean "severity"?\n'],
    [{ path: '\u001b[31mred' }, 'Error: "\\u001b[31mred" is not in the vault. Name a note or folder of it, from the top of the vault.\n'],
  ])('answers %j with what is allowed', async (params, answer) => {
    const { host } = await vault();
    expect(await host.cli('cx-playbook:lint', params)).toBe(answer);
  });

  it('leaves flags of the app alone', async () => {
    const { host } = await vault();
    expect(await host.cli('cx-playbook:lint', { vault: 'Ferries' })).toBe(await host.cli('cx-playbook:lint'));
  });

  it('takes in a change before it answers', async () => {
    const { host } = await vault();
    host.changeFromOutside('Work/Purse.md', `---\ntype: initiative\nstatus: active\n---\n${PRACTICES}`);
    await host.settle();
    expect(await host.cli('cx-playbook:lint', { path: 'Work', severity: 'warning' })).toMatch(/^No findings in /);
  });
});

interface Finding {
  readonly path: string;
  readonly rule: string;
  readonly severity: string;
}

describe('cx-playbook:commitment', () => {
  it('says who stands where, the CEO first, in the vault’s words', async () => {
    const { host } = await vault();
    const text = await host.cli('cx-playbook:commitment');
    expect(text.split('\n').slice(2, 8)).toEqual([
      'Recorded in this vault on 2026-11-22. What was said and done counts for 180 days, a default of',
      'ours. Which evidence reaches which level is a default of ours: no source states it.',
      'Executive  Now           Needed    To go  Evidence    Said  Did  Assessed',
      '---------  ------------  --------  -----  ----------  ----  ---  ----------',
      'Ines       backs it      advocate      1  toe-dipper     1    2  2026-05-12',
      'Ada        not assessed                   no level       0    0',
    ]);
    expect(text.replace(/\n +/g, ' ')).toContain('Now backs it, needed advocate: 1 level to go. Assessed 2026-05-12, 194 days ago, more than 100. ');
    expect(text).toContain('  - 2026-11-02 did: Moved 40,000 #money\n    People/Ines.md:18\n');
  });

  it('tells of no private note', async () => {
    const { host } = await vault({ ...VAULT, '_coach/Rival of Ines.md': '---\ntype: executive\nrole: Chair\ncommitment: opposer\n---\n', '_coach/Plan.md': '---\ntype: initiative\nstart: 2026-10\nend: 2027-03\n---\n' });
    for (const format of ['text', 'json', 'markdown', 'csv']) expect(await host.cli('cx-playbook:commitment', { format })).not.toContain('Rival');
    for (const format of ['markdown', 'json', 'mermaid', 'csv']) expect(await host.cli('cx-playbook:roadmap', { format })).not.toMatch(/_coach|Plan/);
  });

  it('gives in each format what the command line gives', async () => {
    const { host, context } = await vault();
    const store = context.playbook.store!;
    const { playbook, today, config } = store;
    const report = assessCommitment(new CommitmentRecord(playbook, today), { ...config.thresholds, signCount: 8 });
    const wording = { words: levelWords(config.settings.levelLabels), lineOf: (path: string, offset: number) => store.positionOf(path, offset)?.line };
    expect(await host.cli('cx-playbook:commitment')).toBe(formatCommitmentText(report, wording));
    expect(await host.cli('cx-playbook:commitment', { format: 'json' })).toBe(formatCommitmentJson(report, wording.lineOf));
    expect(await host.cli('cx-playbook:commitment', { format: 'markdown' })).toBe(formatCommitmentReportMarkdown(report, wording));
    expect(await host.cli('cx-playbook:commitment', { format: 'csv' })).toBe(formatCommitmentCsv(report.people.map(({ row }) => row), wording.words));
  });

  it('gives stored slugs to programs, and null for what is not recorded', async () => {
    const { host } = await vault();
    const { schema, today, thresholds, executives } = json(await host.cli('cx-playbook:commitment', { format: 'json' }));
    expect({ schema, today, thresholds }).toEqual({ schema: 1, today: '2026-11-22', thresholds: { assessedDays: 100, evidenceDays: 180, coalitionPercent: 50, signCount: 8 } });
    expect(executives).toMatchObject([
      {
        path: 'People/Ines.md', title: 'Ines', role: 'CEO', unit: null, level: 'supporter', needed: 'advocate', gapLevels: 1, assessedOn: '2026-05-12', assessedDaysAgo: 194, stale: true,
        said: 1, did: 2, didByCategory: [{ category: 'time', count: 1 }, { category: 'money', count: 1 }],
        didLines: [{ path: 'People/Ines.md', line: 19, date: '2026-11-03', category: 'time' }, { path: 'People/Ines.md', line: 18, category: 'money' }],
        advice: { move: null },
      },
      { path: 'People/Ada.md', title: 'Ada', role: 'COO', level: null, needed: null, gapLevels: null, assessedOn: null, assessedDaysAgo: null, stale: false, said: 0, did: 0, didByCategory: [] },
    ]);
  });

  it('says what to add where nobody is recorded', async () => {
    const { host } = await vault({});
    expect(await host.cli('cx-playbook:commitment')).toContain('Add a note with "type: executive"');
    expect(json(await host.cli('cx-playbook:commitment', { format: 'json' }))['executives']).toEqual([]);
  });

  it('shows no control sign of a hostile note', async () => {
    const { host } = await vault({ 'Ana.md': '---\ntype: executive\nrole: "CEO\\e[31m"\naliases: ["\\e]0;x"]\n---\n', 'cx-playbook.yml': 'labels:\n  opposer: "not\\e[2J yet"\n', 'Ben.md': '---\ntype: executive\ncommitment: opposer\n---\n' });
    for (const { id } of CLI_COMMANDS.filter(({ id: command }) => !command.endsWith(':open'))) {
      for (const format of ['text', 'json', 'markdown', 'mermaid', 'csv']) expect([...(await host.cli(id, { format }))].filter((sign) => /(?![\n\r])\p{Cc}/u.test(sign)), `${id} ${format}`).toEqual([]);
    }
  });
});

describe('cx-playbook:roadmap', () => {
  it.each([
    [{}, formatRoadmapMarkdown],
    [{ format: 'markdown' }, formatRoadmapMarkdown],
    [{ format: 'json' }, formatRoadmapJson],
    [{ format: 'mermaid' }, formatRoadmapMermaid],
    [{ format: 'csv' }, formatRoadmapCsv],
  ])('gives for %j what the command line gives', async (params, format) => {
    const { host, context } = await vault();
    const { playbook, today, config } = context.playbook.store!;
    const options = { today, levelLabels: config.settings.levelLabels };
    expect(await host.cli('cx-playbook:roadmap', params)).toBe(format(layoutRoadmap(playbook, { ...options, groupBy: 'competency' })));
    expect(await host.cli('cx-playbook:roadmap', { ...params, group: 'property:status' })).toBe(format(layoutRoadmap(playbook, { ...options, groupBy: 'property:status' })));
  });

  it.each([
    [{ group: 'team' }, 'Error: Flag group takes competency, leader, unit, status, phase or property:NAME, not "team".\n'],
    [{ group: 'property:' }, 'Error: Flag group takes competency, leader, unit, status, phase or property:NAME, not "property:".\n'],
    [{ format: 'svg' }, 'Error: Flag format takes one of markdown, json, mermaid, csv, not "svg".\n'],
  ])('answers %j with what is allowed', async (params, answer) => {
    const { host } = await vault();
    expect(await host.cli('cx-playbook:roadmap', params)).toBe(answer);
  });
});

describe('cx-playbook:next', () => {
  it('says where to act next, with reasons and notes', async () => {
    const { host } = await vault();
    const text = await host.cli('cx-playbook:next');
    expect(text).toMatch(/^1\. \S.*\n {3}Why: .+/);
    expect(text).toContain('   What helps: ');
    expect(text).toContain('   Note: People/');
    const { schema, steps } = json(await host.cli('cx-playbook:next', { format: 'json' }));
    expect(schema).toBe(1);
    expect((steps as { title: string }[]).map(({ title }, index) => `${index + 1}. ${title}`)).toEqual(text.match(/^\d+\. .*/gm));
  });

  it('claims nothing where nothing is recorded', async () => {
    const { host } = await vault({});
    expect(await host.cli('cx-playbook:next')).toBe('No next step follows from what is recorded in this vault. That is no proof that all is well.\n');
  });
});

describe('cx-playbook:open', () => {
  class Findings extends ItemView {
    override getViewType(): string {
      return 'cx-playbook-findings';
    }

    override getDisplayText(): string {
      return 'Findings';
    }
  }
  const registerFindings: Feature = ({ plugin }) => plugin.registerView('cx-playbook-findings', (leaf) => new Findings(leaf));

  it('opens the view that is named, and refuses another', async () => {
    const { host } = await vault({}, [registerFindings]);
    expect(await host.cli('cx-playbook:open', { view: 'findings' })).toBe('Opened findings.\n');
    expect(host.app.workspace.getLeavesOfType('cx-playbook-findings')).toHaveLength(1);
    expect(await host.cli('cx-playbook:open', { view: 'findngs' })).toBe('Error: Flag view takes one of overview, findings, roadmap, commitment, annotations, not "findngs". Did you mean "findings"?\n');
  });
});

describe('every handler', () => {
  it('answers in words when the playbook was never read', async () => {
    const { host } = await vault(VAULT, [({ playbook }) => playbook.dispose()]);
    for (const { id } of CLI_COMMANDS.filter(({ id: command }) => !command.endsWith(':open'))) {
      expect(await host.cli(id)).toBe('Error: The playbook could not be read. Reload the plugin, then try again.\n');
    }
  });

  it('goes with the plugin', async () => {
    const { host } = await vault();
    await host.unload();
    expect(host.leftovers()).toEqual([]);
    await expect(host.cli('cx-playbook')).rejects.toThrow('No command-line handler');
  });
});
