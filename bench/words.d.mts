import type { Random } from './random.mjs';

export function sentence(random: Random): string;
export function paragraph(random: Random, sentences?: number): string;
