/**
 * Notes as people, programs and attackers write them, from a seed: the same seed gives the same notes. Pieces are put
 * together at random, and now and then a piece is cut, doubled or spoilt.
 */

/** Numbers from 0 (included) to 1. mulberry32: short, fast, and good enough to choose pieces with. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export class NoteGenerator {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomNumbers(seed);
  }

  /** A whole number from 0 to below `end`. */
  upTo(end: number): number {
    return Math.floor(this.#random() * end);
  }

  one<T>(choices: readonly T[]): T {
    const choice = choices[this.upTo(choices.length)];
    if (choice === undefined) throw new Error('Nothing to choose from.');
    return choice;
  }

  chance(share: number): boolean {
    return this.#random() < share;
  }

  many(most: number, make: () => string, separator = ''): string {
    return Array.from({ length: this.upTo(most + 1) }, make).join(separator);
  }

  note(): string {
    const text = `${this.#frontmatter()}${this.many(9, () => this.#block(), this.one(['\n', '\n', '\n\n', '']))}`;
    const spoilt = this.chance(0.15) ? this.#spoil(text) : text;
    const ended = this.chance(0.2) ? spoilt.replaceAll('\n', this.one(['\r\n', '\r\n', '\r'])) : spoilt;
    return `${this.chance(0.05) ? '\ufeff' : ''}${this.chance(0.1) ? ended.trimEnd() : ended}`;
  }

  #frontmatter(): string {
    if (this.chance(0.05)) return '';
    const open = this.one(['---', '---', '---', '---', '---', '---', '---', '---', '--- ', '---js', '---yaml', '\n---', '----', '+++']);
    const close = this.one(['---', '---', '---', '---', '---', '---', '---', '---', '...', '', '--- ', '----']);
    const type = this.chance(0.9) ? `type: ${this.one(KINDS)}\n` : '';
    return `${open}\n${type}${this.many(8, () => this.#property())}${close}\n`;
  }

  #property(): string {
    if (this.chance(0.1)) return `${this.one(STRANGE_YAML)}\n`;
    const name = this.one(PROPERTY_NAMES);
    const comment = this.chance(0.1) ? ` # ${this.one(['note', 'cx-lint-disable-line', `cx-lint-disable-file ${this.one(RULE_NAMES)} -- ${this.#words()}`])}` : '';
    switch (this.upTo(4)) {
      case 0: return `${name}: [${this.many(3, () => this.#value(), ', ')}]${comment}\n`;
      case 1: return `${name}:${comment}\n${this.many(3, () => `${this.one(['  - ', '- ', '    - ', '\t- '])}${this.#value()}\n`)}`;
      default: return `${name}: ${this.#value()}${comment}\n`;
    }
  }

  #value(): string {
    const value = this.chance(0.7) ? this.one(VALUES) : this.#words();
    switch (this.upTo(5)) {
      case 0: return JSON.stringify(value);
      case 1: return `'${value.replaceAll("'", "''")}'`;
      default: return value;
    }
  }

  #block(): string {
    switch (this.upTo(12)) {
      case 0: return `${this.one(CONTAINERS)}${this.#heading()}`;
      case 1: case 2: case 3: return this.#heading();
      case 4: return `${this.#words()}\n`;
      case 5: return this.many(5, () => `${this.one(['- ', '* ', '1. ', '  - ', '- [ ] ', '\t- ', '-', '> - '])}${this.#item()}\n`);
      case 6: return `${this.one(OPENINGS)}${this.#words()}\n${this.chance(0.5) ? this.#heading() : ''}${this.chance(0.6) ? this.one(CLOSINGS) : ''}`;
      case 7: return `${this.#directive()}\n`;
      case 8: return `| a | b |\n| - | - |\n| ${this.#words()} | ${this.#words()} |\n`;
      case 9: return this.chance(0.1) ? this.one(['> ', '- ', '[', '*', '#', '`', '<', '%%', '$$', '![']).repeat(this.upTo(400)) : `> [!coach] ${this.#words()}\n> ${this.#words()}\n`;
      case 10: return `${this.#words()}\n${this.one(['===', '---', '-', '='])}\n`;
      default: return this.one(PLAIN);
    }
  }

  #heading(): string {
    const decorated = this.one(DECORATIONS).replace('X', this.one(HEADINGS));
    return `${'#'.repeat(1 + this.upTo(this.chance(0.1) ? 8 : 4))}${this.chance(0.05) ? '' : ' '}${decorated}${this.chance(0.1) ? ' ##' : ''}\n${this.chance(0.5) ? `${this.#words()}\n` : ''}`;
  }

  #item(): string {
    if (this.chance(0.4)) return this.#words();
    return `${this.one(DATES)}${this.one([' ', ' – ', ': ', '\t', ''])}${this.one([...LEVELS, 'awareness — Start', '– 2026-12 broaden — Wide'])}${this.one(['', ' — by Ana', ', because', ' #money', ' #cx/peer', ' %% hidden %%'])} ${this.#words()}`;
  }

  #directive(): string {
    const [open, close] = this.one(COMMENTS);
    return `${open} cx-lint-${this.one(['disable', 'disable-line', 'disable-next-line', 'disable-file', 'enable', 'disables'])} ${this.many(2, () => this.one(RULE_NAMES), this.one([' ', ', ']))}${this.chance(0.3) ? ` -- ${this.#words()}` : ''} ${close}`;
  }

  #words(): string {
    return this.many(6, () => this.one(WORDS), this.one([' ', ' ', ' ', '']));
  }

  #spoil(text: string): string {
    const at = this.upTo(text.length + 1);
    const to = Math.min(text.length, at + this.upTo(20));
    switch (this.upTo(4)) {
      case 0: return text.slice(0, at);
      case 1: return text.slice(0, at) + text.slice(to);
      case 2: return text.slice(0, at) + text.slice(at, to).repeat(1 + this.upTo(30)) + text.slice(to);
      default: return text.slice(0, at) + this.one(SPOILERS) + text.slice(at);
    }
  }
}

const KINDS = [
  'executive', 'executive', 'initiative', 'initiative', 'pilot', 'milestone', 'play', 'journey', 'vision', 'strategy', 'governance', 'case', 'insight',
  'Executive', 'excutive', '"play"', '', 'null', '[executive]', 'book', 'annotation', '!!str executive', '&a executive',
];
const LEVELS = ['opposer', 'passive', 'toe-dipper', 'Toe Dipper', 'supporter', 'advocates', 'suporter', 'enthusiastic'];
const DATES = ['2026-03-04', '2026-02-30', '2026-03', '2026-Q1', '2026', '0000-00-00', '9999-12-31', '26-1-1', '2026-03-04T10:00', '٢٠٢٦-٠٣-٠٤', 'soon', '2031-01-01'];
const PROPERTY_NAMES = [
  'commitment', 'needed_commitment', 'assessed', 'role', 'unit', 'peers', 'reports_to', 'influence', 'signs', 'lever', 'competencies', 'start', 'end', 'phase', 'status', 'ambition', 'units',
  'progress', 'sponsor', 'depends_on', 'supports', 'cases', 'approved', 'moves', 'aliases', 'tags', 'type', 'visibility', 'sponsers', 'comitment', 'own', '"quoted name"', 'Ünïcode', '日本', '__proto__', 'constructor', 'a.b', 'x y',
];
const VALUES = [
  ...LEVELS, ...DATES, '[[Ana]]', '[[Ana|the boss]]', '[[../../etc/passwd]]', '[[]]', '[[ ]]', '[[#x]]', 'Ana', 'CEO', 'COO', '3', '-1', '1e309', '.nan', '0x1F', '140', 'true', 'yes', 'null', '~', '', 'active', 'actve', 'done', 'dropped',
  'awareness', 'prove-value', 'broaden', 'embed', 'enterprise', 'local', 'employee-engagement', 'employee-engagment', 'purposeful-leadership', 'passive -> toe-dipper', 'cx/passive', '#cx/advocate', 'roi', 'agenda-item', 'Freight', '|', '>-', '{a: 1}', '*a', '&b x', '!!binary aGk=', '- x', 'a: b', '"', "'", '#',
];
const STRANGE_YAML = ['', '   ', '# comment', '\tx: 1', 'x', '- item', '? complex\n: key', '<<: *a', 'a: &a [*a]', 'x: |\n  text\n  more', 'x: >\n\n  text', 'x: "unclosed', 'x: [1, 2', '%YAML 1.2', '...', '---', 'x: 1\nx: 2', '{', '}', '? ', ': ', 'x:  y:  z', `x: ${'['.repeat(60)}`, 'x: !!js/function "f"', 'key\u0000: 1', '\u2028x: 1', 'x: "\\uD800"', `${'k'.repeat(300)}: 1`];
const HEADINGS = [
  'Why', 'Model', 'Reinforce', 'Why this matters', 'Role modelling', 'Make it stick', 'Warum', 'Vorleben', 'Verankerung', 'Pourquoi', 'Exemplarité', 'Ancrage', 'Por qué', 'Dar ejemplo', 'Refuerzo', 'Waarom', 'Perché', 'なぜ', '率先垂範', '定着', '为什么', '以身作则', '巩固',
  'Operating model', 'Why not', 'Evidence', 'Said', 'Did', 'Assessments', 'Phases', 'Log', 'Notes', '', ' ', 'لماذا', '🎉', 'Wh\u0301y', 'ＷＨＹ', 'W\u200bhy', '\ud800', 'x'.repeat(500),
];
const DECORATIONS = ['X', 'X', 'X', 'X', '1. X', '**X**', '[[X]]', '[X](https://example.org)', 'X: and more', 'X — more', 'X ^block-id', '*X', '`X`', '¿X?', '🎯 X', 'X %% hidden %%', '<b>X</b>', 'X #tag', '"X"', '~~X~~', '==X==', 'X\\'];
const CONTAINERS = ['> ', '- ', '    ', '\t', '> > ', '1. ', '   ', '> [!note]\n> '];
const OPENINGS = ['```\n', '~~~md\n', '%%\n', '<!--\n', '$$\n', '<%\n', '<div>\n', '````\n', '%% ', '<!-- ', '`', '<script>', '![[', '[^1]: '];
const CLOSINGS = ['```\n', '~~~\n', '%%\n', '-->\n', '$$\n', '%>\n', '</div>\n', '````\n'];
const COMMENTS: readonly (readonly [string, string])[] = [['%%', '%%'], ['<!--', '-->'], ['%%', ''], ['#', ''], ['%%\n', '\n%%'], ['`%%', '%%`']];
const RULE_NAMES = ['require-why', 'require-model', 'require-reinforce', 'no-empty-practice', 'known-value', 'resolved-link', 'require-wy', 'x', '__proto__'];
const WORDS = ['customers', 'wait', '40', 'minutes', 'Überfahrt', '顧客', 'العملاء', '👩‍👧', '\ud83d', '\udc00', '\u202e', '\u0000', '\u001b[31m', '[[Ana]]', '[[', ']]', '#tag', '%%', '<b>', '</b>', '&amp;', '$x$', '`code`', '{{title}}', '<% x %>', '---', '|', '\\', '  ', '\t', 'e\u0301', '\u00a0', '\u2028', '$1', '$&', '%s'];
const PLAIN = ['\n', '\n\n\n', '***\n', '---\n', '- \n', '> \n', '%% %%\n', '<!-- -->\n', '[[Ana]]\n', '```\n```\n', '\t\n', '\u00a0\n', 'TBD\n', '{{why}}\n', '![[picture.png]]\n', '[^1]: note\n', '<details>\n\n## Why\n</details>\n'];
const SPOILERS = ['\u0000', '\ufeff', '\r', '\n', '---\n', '%%', '```\n', '<!--', '\ud800', '\udfff', '"', "'", '[', '{', ':', '#', '\t', '\u0085', '\u2029', '\uffff', '&a', '*a'];
