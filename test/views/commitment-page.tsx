/** The commitment map on a page: notes in a few words, a host and actions that write down what they are asked. */
import type { CommitmentLevel } from '../../src/playbook/commitment.js';
import type { CommitmentActions, CommitmentFormat } from '../../src/views/commitment-actions.js';
import { DEFAULT_COMMITMENT_CHOICE, type CommitmentChoice } from '../../src/views/commitment-choice.js';
import type { HistorySource } from '../../src/views/history-source.js';
import { CommitmentMap } from '../../src/views/CommitmentMap.js';
import type { MenuEntry } from '../../src/views/roadmap-actions.js';
import coloursLook from '../../styles/plugin/roadmap-colours.css';
import mapLook from '../../styles/plugin/commitment.css';
import panelsLook from '../../styles/plugin/commitment-panels.css';
import viewLook from '../../styles/plugin/roadmap.css';
import { draw, living, openPane, recordingHost, textOf, type Living, type RecordingHost } from './in-page.js';

export function person(properties: string, body = ''): string {
  return `---\ntype: executive\n${properties}\n---\n${body}`;
}

/** Four on the levels, one above what is needed, one not assessed; peers, evidence, a case, a play that is a mistake. */
export const PEOPLE: Readonly<Record<string, string>> = {
  'Journey.md': '---\ntype: journey\nstart: 2026-01\nend: 2028-06\nunits: [Freight, Crossings]\n---\n',
  'People/Ines Falk.md': person(
    'role: CEO\nunit: Group\ncommitment: supporter\nneeded_commitment: advocate\nassessed: 2026-09-30\npeers: ["[[Rune Aldous]]"]\ninfluence: 5\nsigns: [in-strategy]',
    '\n## Evidence\n### Said\n- 2026-10-01 We listen\n- 2026-11-01 We care\n### Did\n- 2026-10-02 Rode the night boat #time\n\n## Assessments\n- 2026-01-12 passive — by M. Devereux\n- 2026-05-18 supporter — by M. Devereux\n- 2026-09-30 supporter — by M. Devereux — speaks well\n',
  ),
  'People/Rune Aldous.md': person('role: MD Freight\nunit: Freight\ncommitment: advocate\nneeded_commitment: supporter\nassessed: 2026-10-27\ninfluence: 4\npeers: ["[[Ines Falk]]"]'),
  'People/Tom Dipper.md': person('role: CMO\nunit: Crossings\ncommitment: toe-dipper\nneeded_commitment: supporter\nassessed: 2026-01-05\ninfluence: 2\npeers: ["[[Ines Falk]]", "[[Olga Pole]]"]\nlever: [roi]'),
  'People/Olga Pole.md': person('role: CIO\nunit: Crossings\ncommitment: opposer\nneeded_commitment: toe-dipper\npeers: ["[[Ines Falk]]", "[[Tom Dipper]]"]\nlever: [roi]', '\n## Assessments\n- 2026-02-01 opposer\n'),
  'People/Una Unknown.md': person('role: CHRO'),
  'Cases/Missed sailing.md': '---\ntype: case\nresult: 12\n---\nA wedding was missed.\n',
};

export interface ShownMap extends Living {
  readonly pane: HTMLElement;
  readonly host: RecordingHost;
  /** What was asked, in order; {@link ShownMap.answer} ends the oldest open question. */
  readonly asked: (readonly ['assess' | 'need', string, CommitmentLevel | null])[];
  readonly answer: (isWritten: boolean) => void;
  readonly output: (readonly [string, CommitmentFormat, number])[];
  readonly menu: () => readonly MenuEntry[];
  readonly choice: () => CommitmentChoice;
  readonly set: (choice: Partial<CommitmentChoice>) => Promise<void>;
}

interface ShowOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly choice?: Partial<CommitmentChoice>;
  readonly pane?: HTMLElement;
  readonly lookOnly?: boolean;
  readonly history?: HistorySource;
}

export function openMapPane(size: Parameters<typeof openPane>[0] = { width: 1200, height: 800 }): HTMLElement {
  const pane = openPane(size);
  pane.ownerDocument.head.querySelector('style[data-views]')?.append(`${coloursLook}\n${viewLook}\n${mapLook}\n${panelsLook}`);
  return pane;
}

export async function showMap({ files = PEOPLE, choice: wanted = {}, pane = openMapPane(), lookOnly = false, history }: ShowOptions = {}): Promise<ShownMap> {
  const life = living(files);
  await life.playbook.start();
  const host = recordingHost();
  const asked: (readonly ['assess' | 'need', string, CommitmentLevel | null])[] = [];
  const answers: ((isWritten: boolean) => void)[] = [];
  const output: (readonly [string, CommitmentFormat, number])[] = [];
  let menu: readonly MenuEntry[] = [];
  let choice: CommitmentChoice = { ...DEFAULT_COMMITMENT_CHOICE, ...wanted };
  const ask = (what: 'assess' | 'need') => (path: string, level: CommitmentLevel | null): Promise<boolean> => {
    asked.push([what, path, level]);
    return new Promise((resolve) => void answers.push(resolve));
  };
  const actions: CommitmentActions = { assess: ask('assess'), need: ask('need') };
  const redraw = async (): Promise<void> => {
    await draw(
      <CommitmentMap
        playbook={life.playbook}
        host={host}
        choice={choice}
        onChoice={(next) => {
          choice = next;
          void redraw();
        }}
        actions={lookOnly ? undefined : actions}
        output={{ copy: (format, rows) => void output.push(['copy', format, rows.length]), save: (format, rows) => void output.push(['save', format, rows.length]) }}
        showMenu={(entries) => {
          menu = entries;
        }}
        history={history}
      />,
      pane,
    );
  };
  await redraw();
  return {
    ...life,
    pane,
    host,
    asked,
    answer: (isWritten) => answers.shift()?.(isWritten),
    output,
    menu: () => menu,
    choice: () => choice,
    set: async (next) => {
      choice = { ...choice, ...next };
      await redraw();
    },
  };
}

/** The row of an executive. */
export function rowOf({ pane }: Pick<ShownMap, 'pane'>, name: string): HTMLElement {
  const row = pane.querySelector<HTMLElement>(`[data-row="People/${name}.md"]`);
  if (row === null) throw new Error(`No row "${name}". There are: ${rowNames({ pane }).join(', ')}`);
  return row;
}

export function nameButton(shown: Pick<ShownMap, 'pane'>, name: string): HTMLElement {
  const button = rowOf(shown, name).querySelector<HTMLElement>('.cx-map-name');
  if (button === null) throw new Error(`"${name}" has no button.`);
  return button;
}

export function rowNames({ pane }: Pick<ShownMap, 'pane'>): readonly string[] {
  return [...pane.querySelectorAll('.cx-map-title bdi')].map(textOf);
}
