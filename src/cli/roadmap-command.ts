import { FIXED_GROUPINGS, parseRoadmapGrouping } from '../roadmap/grouping.js';
import type { RoadmapGrouping, RoadmapLayout } from '../roadmap/roadmap-layout.js';
import { printable } from '../export/printable.js';
import { CommandFailure, OUTPUT_OPTION, TODAY_OPTION, type Command, type CommandArguments, type CommandIo } from './command.js';
import { openStore, openVault, todayOf } from './open-store.js';
import { giveOutput } from './output.js';

const FORMATS = ['svg', 'html', 'png', 'json', 'mermaid', 'ics', 'canvas', 'csv', 'md'] as const;
const THEMES = ['auto', 'light', 'dark'] as const;

export const roadmapCommand: Command = {
  name: 'roadmap',
  usage: 'VAULT',
  summary: 'Draws the journey roadmap with the commitment of the leaders on it.',
  options: [
    { name: 'format', value: 'FORMAT', choices: FORMATS, description: 'What is written. Default: svg.' },
    OUTPUT_OPTION,
    { name: 'group', value: `${FIXED_GROUPINGS.join('|')}|property:NAME`, description: 'What the lanes stand for. Default: competency.' },
    { name: 'theme', value: 'THEME', choices: THEMES, description: 'Colours of svg, html and png. Default: auto, the reader’s system.' },
    { name: 'dropped', description: 'Draw dropped work too.' },
    TODAY_OPTION,
  ],
  details: [
    'Format png needs -o and Chrome or Chromium: the one that CHROME_PATH names, or one that is installed.',
    'What cannot be drawn, such as an end before its start, is named on standard error.',
  ],
  minArguments: 1,
  maxArguments: 1,
  run: async (args, io) => {
    const groupBy = groupingOf(args);
    const today = todayOf(args, io);
    const format = args.choice('format', FORMATS, 'svg');
    if (format === 'png' && args.text('output') === undefined) throw new CommandFailure('Format png is a picture: name a file with -o FILE.png.');
    const store = await openStore(openVault(args.positionals[0] ?? '', io), today, io);
    const { layoutRoadmap } = await import('../roadmap/layout.js');
    const layout = layoutRoadmap(store.playbook, { today, groupBy, includeDropped: args.flag('dropped'), levelLabels: store.config.settings.levelLabels });
    for (const { path, message } of layout.problems) io.err(`${printable(`${path}: ${message}`)}\n`);
    giveOutput(await formatRoadmap(layout, format, args, io), args, io);
    return 0;
  },
};

function groupingOf(args: CommandArguments): RoadmapGrouping {
  const group = args.text('group') ?? 'competency';
  const grouping = parseRoadmapGrouping(group);
  if (grouping === undefined) throw new CommandFailure(`Option --group takes ${FIXED_GROUPINGS.join(', ')} or property:NAME, not "${group}".`);
  return grouping;
}

async function formatRoadmap(layout: RoadmapLayout, format: (typeof FORMATS)[number], args: CommandArguments, io: CommandIo): Promise<string | Uint8Array> {
  const theme = args.choice('theme', THEMES, 'auto');
  switch (format) {
    case 'svg': return (await import('../export/roadmap-svg.js')).formatRoadmapSvg(layout, { theme });
    case 'html': return (await import('../export/roadmap-html.js')).formatRoadmapHtml(layout, { theme });
    case 'png': {
      const { formatRoadmapSvg } = await import('../export/roadmap-svg.js');
      const { drawSvgAsPng } = await import('./browser-png.js');
      return drawSvgAsPng(formatRoadmapSvg(layout, { theme: theme === 'auto' ? 'light' : theme }), io.env);
    }
    case 'json': return (await import('../export/roadmap-json.js')).formatRoadmapJson(layout);
    case 'mermaid': return (await import('../export/roadmap-mermaid.js')).formatRoadmapMermaid(layout);
    case 'ics': return (await import('../export/roadmap-calendar.js')).formatRoadmapCalendar(layout);
    case 'canvas': return (await import('../export/roadmap-canvas.js')).formatRoadmapCanvas(layout);
    case 'csv': return (await import('../export/roadmap-csv.js')).formatRoadmapCsv(layout);
    case 'md': return (await import('../export/roadmap-markdown.js')).formatRoadmapMarkdown(layout);
  }
}
