/** The four competencies that a customer-centred organisation masters. Source: S1 (docs/sources.md). */
export const COMPETENCIES = [
  'purposeful-leadership',
  'compelling-brand-values',
  'employee-engagement',
  'customer-connectedness',
] as const;

export type Competency = (typeof COMPETENCIES)[number];

/** Display names, in the order in which the sources list them. */
export const COMPETENCY_LABEL: Readonly<Record<Competency, string>> = {
  'purposeful-leadership': 'Purposeful leadership',
  'compelling-brand-values': 'Compelling brand values',
  'employee-engagement': 'Employee engagement',
  'customer-connectedness': 'Customer connectedness',
};

const COMPETENCY_BY_KEY: ReadonlyMap<string, Competency> = new Map(COMPETENCIES.map((competency) => [competency.replaceAll('-', ''), competency]));

/** Reads a competency in any case, with space, hyphen, underscore or none; undefined when it names none. */
export function parseCompetency(text: string): Competency | undefined {
  return COMPETENCIES.find((competency) => competency === text) ?? COMPETENCY_BY_KEY.get(text.trim().toLowerCase().replace(/[\s_-]+/g, ''));
}
