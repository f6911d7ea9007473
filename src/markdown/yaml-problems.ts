/**
 * What is said about YAML that cannot be read: `yaml` reports by code and place, the words are ours.
 *
 * @example describeYamlError('TAB_AS_INDENT').code // 'tab'
 */
import type { FrontmatterProblemCode } from './property.js';

export interface ProblemText {
  readonly code: FrontmatterProblemCode;
  readonly message: string;
}

const syntax = (message: string): ProblemText => ({ code: 'syntax', message });

export const TOO_DEEP = 'The properties are nested too deeply to be read. Keep them flat: one name with one value or list a line.';

/** By the error codes of the `yaml` package. */
const TEXTS: ReadonlyMap<string, ProblemText> = new Map([
  ['TAB_AS_INDENT', { code: 'tab', message: 'A tab indents this line, where YAML allows spaces only. Replace the tab by spaces.' }],
  [
    'MULTIPLE_DOCS',
    { code: 'multiple-documents', message: 'The properties end at this line and start again. Remove the line "..." or "---" between them.' },
  ],
  ['RESOURCE_EXHAUSTION', { code: 'too-deep', message: TOO_DEEP }],
  ['BLOCK_AS_IMPLICIT_KEY', syntax('The value holds a colon followed by a space. Put the whole value in quotes.')],
  ['MULTILINE_IMPLICIT_KEY', syntax('A property name runs over two lines, or its colon is missing. Write it as "name: value".')],
  ['KEY_OVER_1024_CHARS', syntax('A property name is longer than 1024 characters. Shorten it.')],
  ['MISSING_CHAR', syntax('A colon, a closing quote or a closing bracket is missing here. Add it.')],
  ['BAD_INDENT', syntax('This line is indented differently from those it belongs to. Give them the same spaces.')],
  ['BAD_SCALAR_START', syntax('The value starts with a sign that YAML reserves. Put the value in quotes.')],
  ['BAD_DQ_ESCAPE', syntax('After the backslash comes no escape that YAML knows. Double the backslash, or use single quotes.')],
  ['BAD_ALIAS', syntax('The value starts with "*" or "&", which YAML reads as an alias. Put the value in quotes.')],
  ['BLOCK_IN_FLOW', syntax('A list or block starts inside brackets. Close the brackets first.')],
  ['BAD_COLLECTION_TYPE', syntax('The tag does not fit the value behind it. Remove the tag.')],
  ['BAD_DIRECTIVE', syntax('The line starts with "%", which YAML keeps for directives. Put the value in quotes.')],
  ['UNEXPECTED_TOKEN', syntax('Something stands here that YAML does not expect. Put the value in quotes, or correct the line.')],
]);

const OTHER = syntax('This line is not YAML that can be read. Write it as "name: value", with the value in quotes if in doubt.');

export function describeYamlError(code: string): ProblemText {
  return TEXTS.get(code) ?? OTHER;
}
