/** The JSON schema of `cx-playbook.yml`, for editors that complete and check it while it is typed. */
import { COMMITMENT_LEVELS } from '../playbook/commitment.js';
import { COMPETENCIES } from '../playbook/competency.js';
import { NOTE_KINDS } from '../playbook/note.js';
import { PRACTICES } from '../playbook/practice.js';
import { SIGN_LABEL, SIGNS } from '../playbook/sign.js';
import { CONFIG_KEYS, THRESHOLD_KEYS } from './config.js';
import { COMPLIANCE_SCOPE_NAMES, WORD_LANGUAGES } from './config-words.js';
import { SEVERITIES } from './diagnostic.js';
import { DEFAULT_THRESHOLDS, type Rule } from './rule.js';
import { MESSAGE_SIDES } from './words/message-words.js';

const TEXT = { type: 'string', minLength: 1 };
const TEXTS = { type: 'array', items: TEXT };

/** Words of its own, true for none, false for a built-in one that is left out. */
const SIGN_WORDS = { anyOf: [TEXT, { type: 'boolean' }] };

function mapOf(keys: readonly string[], value: (key: string) => object): object {
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(keys.map((key) => [key, value(key)])) };
}

/** Draft 2020-12, as plain data with keys in a fixed order. */
export function buildConfigSchema(rules: readonly Rule[]): object {
  const kind = { type: 'object', additionalProperties: { enum: NOTE_KINDS } };
  const values: Readonly<Record<keyof typeof CONFIG_KEYS, object>> = {
    kind_property: TEXT,
    kinds: mapOf(['folders', 'tags'], () => kind),
    aliases: mapOf(PRACTICES, () => TEXTS),
    rules: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(rules.map(({ id, summary, severity }) => [id, { enum: ['off', ...SEVERITIES], default: severity, description: summary }])),
    },
    thresholds: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        Object.entries(THRESHOLD_KEYS).map(([key, name]) => [key, { type: 'number', exclusiveMinimum: 0, default: DEFAULT_THRESHOLDS[name], description: 'OURS: no source states it.' }]),
      ),
    },
    tag_prefix: TEXT,
    labels: mapOf(COMMITMENT_LEVELS, () => TEXT),
    signs: { anyOf: [TEXTS, { type: 'object', propertyNames: { pattern: '^\\S+$' }, properties: Object.fromEntries(SIGNS.map((sign) => [sign, { ...SIGN_WORDS, description: SIGN_LABEL[sign] }])), additionalProperties: SIGN_WORDS }] },
    levers: TEXTS,
    competency_words: mapOf(COMPETENCIES, () => TEXTS),
    cost_words: TEXTS,
    message_words: mapOf(MESSAGE_SIDES, () => TEXTS),
    compliance_words: mapOf(WORD_LANGUAGES, () => TEXTS),
    compliance_scope: { type: 'array', items: { enum: COMPLIANCE_SCOPE_NAMES } },
    ignore: TEXTS,
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'cx-playbook.yml',
    description: 'Shared settings of a CX playbook.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries(CONFIG_KEYS).map(([key, description]) => [key, { description, ...Object.entries(values).find(([name]) => name === key)?.[1] }])),
  };
}
