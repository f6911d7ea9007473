/** "What to do next": the steps with their reasons and ways out, or what to write first in an empty vault. */
import type { NextStep } from '../playbook/next-steps.js';
import type { Playbook } from '../playbook/playbook.js';
import { htmlText, list, notePath, prose } from './html-element.js';

/** A step names so many notes before it says "and n more". */
const MAX_PATHS = 4;
const MAX_SENTENCE_LENGTH = 1200;

export function reportSteps(steps: readonly NextStep[], playbook: Playbook): readonly string[] {
  if (steps.length > 0) return [`<ol class="steps">\n${steps.map(stepItem).join('\n')}\n</ol>`];
  if (playbook.executives.length === 0) return firstNotes(playbook);
  return ['<p>Nothing that this page looks for is recorded in this vault: no unit with a committed head, no untold result, no open roadmap item short of commitment, no promise past its day, nobody below the level recorded as needed, no missing or stale assessment.</p>'];
}

function stepItem({ title, reasons, actions, paths, source }: NextStep): string {
  const sentences = (texts: readonly string[]): readonly string[] => texts.map((text) => prose(text, MAX_SENTENCE_LENGTH));
  return [
    '<li>',
    `<h3>${htmlText(title)}</h3>`,
    '<div class="pair">',
    `<div><h4>Why</h4>\n${list(sentences(reasons), 'sentences')}</div>`,
    `<div><h4>What helps</h4>\n${list(sentences(actions), 'sentences')}</div>`,
    '</div>',
    `<p class="origin"><span class="paths">Notes: ${paths.slice(0, MAX_PATHS).map(notePath).join(', ')}${paths.length > MAX_PATHS ? ` and ${paths.length - MAX_PATHS} more` : ''}. </span>Source: ${htmlText(source)}.</p>`,
    '</li>',
  ].join('\n');
}

/** What is missing, in the order in which it helps: the CEO first (S4). */
function firstNotes(playbook: Playbook): readonly string[] {
  const steps = [
    '<strong>The people.</strong> Add a note with <code>type: executive</code> for each leader, the CEO first. Write <code>role</code> and <code>unit</code>, the level as <code>commitment</code>, and the day on which you judged it as <code>assessed</code>.',
    ...(playbook.journey === undefined ? ['<strong>The journey.</strong> Add a note with <code>type: journey</code>, a <code>start</code> and an <code>end</code>. Two to three years is usual in a committed organisation (S3).'] : []),
    ...(playbook.initiatives.length === 0
      ? ['<strong>The work.</strong> Add a note with <code>type: initiative</code> for one change, small enough for one unit: <code>sponsor</code>, <code>units</code>, <code>ambition</code>, <code>start</code> and <code>end</code>.']
      : []),
  ];
  return [
    `<p>${playbook.size === 0 ? 'This vault holds no playbook notes yet.' : 'This vault records no executive yet.'} Do this first:</p>`,
    `<ol class="first">\n${steps.map((step) => `<li>${step}</li>`).join('\n')}\n</ol>`,
  ];
}
