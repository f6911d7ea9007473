/**
 * The clients of a portfolio in the order of need, under the names that are shown: their own, or letters where the table
 * is for other eyes.
 *
 * @example orderClients(clients).map(({ name }) => name) // ['Acme', 'Birch']
 */
import { byCodeUnits } from './playbook.js';
import { compareConcerns, findConcerns, type Concern } from './portfolio-attention.js';
import type { VaultSummary } from './portfolio.js';

export interface Client {
  readonly name: string;
  readonly summary: VaultSummary;
}

/** Why a client is not in the table: what was found and what to do, in words that hold no path and no name. */
export const UNREAD_REASON = {
  'not-there': 'It is not there, or cannot be opened. Name a folder or file that exists.',
  'no-notes': 'It holds neither notes nor results of a run. Name a vault, or a folder of JSON results.',
  'no-playbook': 'None of its notes is part of a playbook. Give notes a kind, or leave it out.',
  'several-vaults': 'It holds several vaults. Name each of them.',
  'no-json': 'A file of it is not JSON. Write it anew.',
  'other-json': 'A file of it is no result of lint, commitment or portfolio. Name those files alone.',
  'other-version': 'A file of it has a schema that this version does not read. Use the version that wrote it, or write it anew.',
  'two-results': 'It holds two results of one kind. Keep the newer one.',
  damaged: 'A value in a file of it is not what the format demands. Write it anew.',
  failed: 'Reading it failed. Lint it by itself to see why.',
} as const;
export type UnreadReason = keyof typeof UNREAD_REASON;

export interface UnreadClient {
  readonly name: string;
  readonly reason: UnreadReason;
}

export interface Portfolio {
  /** Those in need of attention first. */
  readonly clients: readonly RankedClient[];
  /** By name. */
  readonly unread: readonly UnreadClient[];
}

export interface RankedClient extends Client {
  readonly concerns: readonly Concern[];
}

export function buildPortfolio(clients: readonly Client[], unread: readonly UnreadClient[], { isAnonymous = false }: { readonly isAnonymous?: boolean } = {}): Portfolio {
  const ranked = orderClients(clients);
  const left = [...unread].sort((a, b) => byCodeUnits(a.name, b.name) || byCodeUnits(a.reason, b.reason));
  if (!isAnonymous) return { clients: ranked, unread: left };
  return {
    clients: ranked.map((client, index) => ({ ...client, name: letterName(index) })),
    unread: left.map((client, index) => ({ ...client, name: letterName(ranked.length + index) })),
  };
}

export function orderClients(clients: readonly Client[]): readonly RankedClient[] {
  return clients
    .map((client) => ({ ...client, concerns: findConcerns(client.summary) }))
    .sort((a, b) => compareConcerns(a.concerns, b.concerns) || byCodeUnits(a.name, b.name));
}

/** `Client A` to `Client Z`, then `Client AA`. */
export function letterName(index: number): string {
  let letters = '';
  for (let left = index; left >= 0; left = Math.floor(left / 26) - 1) letters = String.fromCharCode(65 + (left % 26)) + letters;
  return `Client ${letters}`;
}
