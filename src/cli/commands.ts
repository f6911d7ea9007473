/** Every command, in the order of the help. */
import { annotationsCommand } from './annotations-command.js';
import type { Command } from './command.js';
import { commitmentCommand } from './commitment-command.js';
import { diffCommand } from './diff-command.js';
import { explainCommand } from './explain-command.js';
import { historyCommand } from './history-command.js';
import { initCommand } from './init-command.js';
import { lintCommand } from './lint-command.js';
import { reportCommand } from './report-command.js';
import { roadmapCommand } from './roadmap-command.js';
import { tagCommand } from './tag-command.js';

export const COMMANDS: readonly Command[] = [initCommand, lintCommand, explainCommand, tagCommand, commitmentCommand, roadmapCommand, reportCommand, historyCommand, diffCommand, annotationsCommand];
