/** The clients that the results of a folder speak of. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { readResult, type ReadingContext, type RunResult } from '../export/portfolio-reading.js';
import { printable } from '../export/printable.js';
import type { Client, UnreadClient, UnreadReason } from '../playbook/portfolio-clients.js';
import type { VaultSummary } from '../playbook/portfolio.js';
import type { CommandIo } from './command.js';

/** Larger results are none. */
const LARGEST_RESULT_BYTES = 64 * 1024 * 1024;

export interface ReadResults {
  readonly clients: readonly Client[];
  readonly unread: readonly UnreadClient[];
}

/**
 * Results of `lint` and `commitment` are parts of the client called `name`; those of `portfolio` name their own. Files
 * that were found and not named, and that are no results, are passed over and told.
 */
export function readResults(files: readonly string[], name: string, isNamed: boolean, context: ReadingContext, io: CommandIo): ReadResults {
  const clients: Client[] = [];
  const unread: UnreadClient[] = [];
  const parts = new Map<string, VaultSummary>();
  const texts = new Set<string>();
  let failure: UnreadReason | undefined;
  let passedOver = false;
  for (const file of files) {
    const { text, result } = readFile(file, context);
    if (text !== undefined && texts.has(text)) continue;
    if (text !== undefined) texts.add(text);
    if (result.kind === 'portfolio') {
      clients.push(...result.clients);
      unread.push(...result.unread);
    } else if (result.kind !== 'unread') {
      if (parts.has(result.kind)) failure = 'two-results';
      parts.set(result.kind, result.summary);
    } else if (result.reason === 'other-json' && !isNamed) {
      passedOver = true;
      io.err(`"${printable(basename(file))}" of "${printable(name)}" is no result of lint, commitment or portfolio. It is passed over.\n`);
    } else {
      failure ??= result.reason;
      io.err(`"${printable(basename(file))}" of "${printable(name)}" cannot be used.\n`);
    }
  }
  if (failure === undefined && passedOver && clients.length + unread.length + parts.size === 0) failure = 'other-json';
  if (failure !== undefined) return { clients, unread: [...unread, { name, reason: failure }] };
  const [lint, commitment] = [parts.get('lint'), parts.get('commitment')];
  if (lint !== undefined || commitment !== undefined) clients.push({ name, summary: { ...lint, ...commitment, asOf: commitment?.asOf } });
  return { clients, unread };
}

function readFile(file: string, context: ReadingContext): { readonly text: string | undefined; readonly result: RunResult } {
  let text: string;
  try {
    if (statSync(file).size > LARGEST_RESULT_BYTES) return { text: undefined, result: { kind: 'unread', reason: 'damaged' } };
    text = readFileSync(file, 'utf8');
  } catch {
    return { text: undefined, result: { kind: 'unread', reason: 'not-there' } };
  }
  return { text, result: readResult(text, context) };
}
