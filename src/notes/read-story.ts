/** Whether a business case tells of a person: a section named as a story, somebody's own words, or an embedded note with them. */
import { findWikilinks } from '../markdown/wikilink.js';
import type { BodyText } from './body-text.js';
import { readVerbatims } from './read-verbatims.js';

const STORY: ReadonlySet<string> = new Set([
  'story', 'the story', 'a story', 'stories', 'customer story', 'employee story', 'whose story', 'anecdote', 'anecdotes', 'the person', 'in their words', 'in their own words', 'a voice', 'voices',
  'geschichte', 'die geschichte', 'geschichten', 'anekdote', 'stimmen', 'histoire', 'lhistoire', 'recit', 'temoignage', 'historia', 'la historia', 'anecdota', 'storia', 'la storia', 'verhaal', 'het verhaal', 'a historia',
]);
/** An embedded file of another kind shows a picture or plays a sound. */
const OTHER_FILE = /\.(?!md$)[a-z0-9]{2,5}$/i;

export function readStory(body: BodyText): boolean {
  return body.parts(STORY).some(({ section }) => section.hasContent) || embedsNote(body) || readVerbatims(body).length > 0;
}

function embedsNote(body: BodyText): boolean {
  if (!body.text.includes('![[')) return false;
  const range = { from: body.outline.frontmatter?.to ?? 0, to: body.text.length };
  return findWikilinks(body.text, range).some(({ embed, target, from }) => embed && target !== '' && !OTHER_FILE.test(target) && !body.isHidden(from));
}
