/** Rules whose findings the linter itself makes: about its config file and its directives. */
import type { Rule } from '../rule.js';

export const knownConfig: Rule = {
  id: 'known-config',
  severity: 'warning',
  summary: 'cx-playbook.yml must hold known keys with values of their type.',
  why: 'A key that nobody reads changes nothing, silently. What cannot be used is left at its default; the run goes on.',
  source: 'OURS',
  examples: [
    { title: 'Known keys', notes: { 'Note.md': 'x' }, config: 'rules:\n  require-why: info\nignore: [Archive]\n' },
    { title: 'A slip', notes: { 'Note.md': 'x' }, config: '‹ignored›: [Archive]\n' },
    { title: 'A rule that does not exist', notes: { 'Note.md': 'x' }, config: 'rules:\n  ‹require-wy›: info\n' },
    { title: 'A severity that does not exist', notes: { 'Note.md': 'x' }, config: 'rules:\n  require-why: ‹loud›\n' },
  ],
};

export const unusedDirective: Rule = {
  id: 'unused-directive',
  severity: 'info',
  summary: 'A directive that silences nothing is reported.',
  why: 'A directive left behind hides the next real finding. Remove it, or correct the rule it names.',
  source: 'OURS',
  examples: [
    { title: 'A directive in use', notes: { 'Rebooking.md': '---\ntype: initiative\n---\n%% cx-lint-disable require-why, require-model, require-reinforce -- written in May %%\n' } },
    { title: 'Nothing to silence', notes: { 'Case.md': '---\ntype: case\n---\n‹%% cx-lint-disable require-why %%›\n' } },
    { title: 'A rule that does not exist', notes: { 'Case.md': '---\ntype: case\n---\n‹<!-- cx-lint-disable-file require-wy -->›\n' } },
  ],
};
