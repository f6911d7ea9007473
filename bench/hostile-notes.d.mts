export const HOSTILE_NAMES: readonly string[];
export function hostileNote(name: string, megabytes: number): string;
export function longNote(megabytes: number): string;
