/** Titles that try to break out of every format, and a roadmap that uses each wherever a name can stand. */
import { layoutRoadmap } from '../../src/roadmap/layout.js';
import type { RoadmapGrouping, RoadmapLayout } from '../../src/roadmap/roadmap-layout.js';
import { date, executive, initiative, journey, milestone, playbookOf } from '../builders.js';

export const HOSTILE_TITLES: Readonly<Record<string, string>> = {
  'closing tags': '</title></text></svg></style><script>alert(1)</script>',
  'an image with a handler': '"><img src=x onerror=alert(1)>',
  'a quoted handler': `' onload='alert(1)`,
  'terminal colours and links': '\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007here',
  'a NUL': 'before\u0000after',
  'line breaks': 'one\ntwo\r\nthree\u2028four',
  'a formula': `=cmd|' /C calc'!A0`,
  'a direction override': 'invoice\u202egnp.exe\u2066x\u2069',
  'a lone surrogate': 'half \ud800 pair \udc00',
  'a character that XML forbids': 'bell\u0007 \ufffe \uffff \u0085x',
  'calendar syntax': 'x\r\nEND:VEVENT\r\nATTENDEE:mailto:a@b.example;a,b\\n',
  'gantt syntax': 'section x :crit, a, 2020-01-01, 1d; click a href "https://evil.example" %%{init: {}}%% #35;',
  'Markdown syntax': '| a | [x](javascript:alert(1)) ![i](https://evil.example/i.png) `code` **b** <b> %%',
  'a data address': 'url(https://evil.example/x) @import javascript:alert(1) data:text/html,x',
  'right-to-left text': 'خريطة الطريق 2026 (مسودة)',
  'ten thousand letters': 'x'.repeat(10_000),
  'nothing but space': ' \t ',
};

export function hostileRoadmap(title: string, groupBy: RoadmapGrouping = 'leader'): RoadmapLayout {
  const journeyNote = journey({ title, path: 'Journey.md', start: '2026', end: '2027', phases: [['awareness', title, '2026', '2026']], units: [title] });
  return layoutRoadmap(
    playbookOf(
      journeyNote,
      executive({ title, path: 'Executives/Ana.md', role: title, unit: title, levels: { '2026-02-01': 'passive', '2026-09-01': 'supporter' } }),
      initiative({ title, path: 'Initiatives/A.md', start: '2026', end: '2026-Q3', sponsor: ['Ana'], ambition: 'unit', units: [title], properties: { x: title }, status: 'active', progress: 30 }),
      initiative({ title, path: 'Initiatives/B.md', start: '2026-02-01', end: '2026-02-10', sponsor: ['Ana'], dependsOn: ['A'] }),
      milestone({ title, path: 'Initiatives/C.md', end: '2026-12-31', dependsOn: ['B'] }),
      initiative({ title, path: 'Initiatives/D.md' }),
      initiative({ title, path: 'Initiatives/E.md', start: '2027', end: '2026', dependsOn: ['E'] }),
    ),
    { today: date('2026-03-10'), groupBy, levelLabels: { passive: title } },
  );
}

/** Characters that no export may pass on. Line ends are each format's own business. */
export const FORBIDDEN_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
