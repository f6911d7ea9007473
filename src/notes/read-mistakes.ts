/**
 * Whether a note on empowerment says what follows an honest mistake (S0, S2: it is coached, abuse is not): a heading or
 * label for it with something behind, or a sentence that says so.
 *
 * @example '**Mistakes:** an honest mistake gets a talk' // true
 */
import { findSentences } from '../markdown/sentences.js';
import type { BodyText } from './body-text.js';
import { saysBehind } from './labelled-text.js';

const HEADING = /^(?:honest |good )?(?:mistakes?|errors?|slips?)(?: and (?:abuse|misuse))?$|^(?:when|if) (?:it|things?|something) (?:goes|go) wrong$|^(?:ehrliche )?(?:fehler|irrtumer)(?: und missbrauch)?$|^wenn etwas schiefgeht$|^erreurs?$|^errores$|^fouten$/u;
const LABEL = /^(?:an? )?(?:honest |good )?(?:mistakes?|errors?|slips?)(?: and (?:abuse|misuse))?$|^(?:when|if) (?:it|things?|something) (?:goes|go) wrong$|^(?:ehrliche )?(?:fehler|irrtümer)(?: und missbrauch)?$|^wenn etwas schiefgeht$|^erreurs?$|^errores$|^fouten$/iu;
const HONEST = /(?<![\p{L}\p{N}])(?:honest|good[ -]faith|genuine|well[ -]meant)(?: \p{L}{1,20})? (?:mistakes?|errors?|slips?)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])ehrliche[nrs]?(?: \p{L}{1,20})? (?:fehler|irrtum|irrtümer|irrtums)(?![\p{L}\p{N}])|erreurs? de bonne foi|errore?s? honestos?/iu;
const MISTAKE = /(?<![\p{L}\p{N}])(?:mistakes?|errors?|fehler[ns]?|erreurs?|errores|error)(?![\p{L}\p{N}])/iu;
const CONSEQUENCE = /(?<![\p{L}\p{N}])(?:coach\p{L}{0,5}|talk|talks|talked|conversation|learn\p{L}{0,5}|forgiven?|forgives?|punish\p{L}{0,5}|blame[ds]?|no consequences?|gespräch\p{L}{0,3}|lernen|gelernt|bestraft?|straffrei|verziehen)(?![\p{L}\p{N}])/iu;

export function readMistakes(body: BodyText): boolean {
  if (body.parts((name) => HEADING.test(name)).some(({ section }) => section.hasContent)) return true;
  const sentences = findSentences(body.text, body.outline);
  if (saysBehind(sentences, LABEL)) return true;
  if (sentences.some(({ kind, text }) => kind === 'text' && (HONEST.test(text) || (MISTAKE.test(text) && CONSEQUENCE.test(text))))) return true;
  return body.tablesIn({ from: 0, to: body.text.length }).some(({ rows }) =>
    rows.some(({ cells: [label, ...others] }) => label !== undefined && LABEL.test(body.plain(label)) && others.some((cell) => body.plain(cell) !== '')),
  );
}
