export interface Random {
  below(count: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  some<T>(list: readonly T[], count: number): T[];
  day(from?: number, to?: number): string;
}
export function buildRandom(seed: number): Random;
