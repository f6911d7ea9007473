/** Every command, in the order of the help. */
import { annotationsCommand } from './annotations-command.js';
import type { Command } from './command.js';
import { commitmentCommand } from './commitment-command.js';
import { diffCommand } from './diff-command.js';
import { doctorCommand } from './doctor-command.js';
import { explainCommand } from './explain-command.js';
import { historyCommand } from './history-command.js';
import { initCommand } from './init-command.js';
import { installGitCommand } from './install-git-command.js';
import { lintCommand } from './lint-command.js';
import { mergeDriverCommand } from './merge-driver-entry.js';
import { portfolioCommand } from './portfolio-command.js';
import { reportCommand } from './report-command.js';
import { resolveCommand } from './resolve-command.js';
import { roadmapCommand } from './roadmap-command.js';
import { tagCommand } from './tag-command.js';

export const COMMANDS: readonly Command[] = [
  initCommand,
  lintCommand,
  explainCommand,
  tagCommand,
  commitmentCommand,
  roadmapCommand,
  reportCommand,
  annotationsCommand,
  historyCommand,
  diffCommand,
  portfolioCommand,
  installGitCommand,
  doctorCommand,
  mergeDriverCommand,
  resolveCommand,
];
