import { expect, test } from 'vitest';
import { saysWhenTouched } from '../../src/notes/touched-properties.js';

test.each(['updated', 'Updated at', 'date_modified', 'lastModifiedAt', 'last-mod', 'mtime', 'modified time', 'Date edited', 'last touched'])('"%s" says when a note was touched', (name) => {
  expect(saysWhenTouched(name)).toBe(true);
});

test.each(['assessed', 'start', 'end', 'next_contact', 'last_contact', 'reviewed', 'date', 'last', 'change', 'version', 'updated_by', 'modifiedx'])('"%s" says something else', (name) => {
  expect(saysWhenTouched(name)).toBe(false);
});
