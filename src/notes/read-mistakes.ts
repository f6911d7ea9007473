/**
 * Whether a note on empowerment says what follows an honest mistake (S0, S2: it is coached, abuse is not): a heading or
 * label for it with something behind, or a sentence that says so.
 *
 * @example '**Mistakes:** an honest mistake gets a talk' // true
 */
import { findSentences } from '../markdown/sentences.js';
import type { BodyText } from './body-text.js';
import { saysBehind } from './labelled-text.js';
import { buildWordTest } from './word-test.js';

const HEADING = /^(?:honest |good )?(?:mistakes?|errors?|slips?)(?: and (?:abuse|misuse))?$|^(?:when|if) (?:it|things?|something) (?:goes|go) wrong$|^(?:ehrliche )?(?:fehler|irrtumer)(?: und missbrauch)?$|^wenn etwas schiefgeht$|^erreurs?$|^errores$|^fouten$/u;
const LABEL = /^(?:an? )?(?:honest |good )?(?:mistakes?|errors?|slips?)(?: and (?:abuse|misuse))?$|^(?:when|if) (?:it|things?|something) (?:goes|go) wrong$|^(?:ehrliche )?(?:fehler|irrtümer)(?: und missbrauch)?$|^wenn etwas schiefgeht$|^erreurs?$|^errores$|^fouten$/iu;
const namesHonestMistake = buildWordTest(/(?:honest|good[ -]faith|genuine|well[ -]meant)(?: \p{L}{1,20})? (?:mistakes?|errors?|slips?)|ehrliche[nrs]?(?: \p{L}{1,20})? (?:fehler|irrtum|irrtümer|irrtums)/u);
const BONNE_FOI = /erreurs? de bonne foi|errore?s? honestos?/iu;
const namesMistake = buildWordTest(/mistakes?|errors?|fehler[ns]?|erreurs?|errores|error/u);
const namesConsequence = buildWordTest(/coach\p{L}{0,5}|talk|talks|talked|conversation|learn\p{L}{0,5}|forgiven?|forgives?|punish\p{L}{0,5}|blame[ds]?|no consequences?|gespräch\p{L}{0,3}|lernen|gelernt|bestraft?|straffrei|verziehen/u);

/** A part of each word above: most notes have none, and their sentences need not be found. */
const ANY_WORD = /mistake|error|slip|wrong|fehler|irrt|schief|erreur|fouten/i;

export function readMistakes(body: BodyText): boolean {
  if (!ANY_WORD.test(body.text)) return false;
  if (body.parts((name) => HEADING.test(name)).some(({ section }) => section.hasContent)) return true;
  const sentences = findSentences(body.text, body.outline);
  if (saysBehind(sentences, LABEL)) return true;
  if (sentences.some(({ kind, text }) => kind === 'text' && saysConsequence(text))) return true;
  return body.tablesIn({ from: 0, to: body.text.length }).some(({ rows }) =>
    rows.some(({ cells: [label, ...others] }) => label !== undefined && LABEL.test(body.plain(label)) && others.some((cell) => body.plain(cell) !== '')),
  );
}

function saysConsequence(sentence: string): boolean {
  return namesHonestMistake(sentence) || BONNE_FOI.test(sentence) || (namesMistake(sentence) && namesConsequence(sentence));
}
