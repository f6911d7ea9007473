/** Who may import whom (docs/architecture.md). Each pure folder lists what it may reach; everything else is a wall. */
const MAY_IMPORT = {
  playbook: [],
  markdown: [],
  notes: ['playbook', 'markdown'],
  lint: ['notes', 'playbook', 'markdown'],
  annotations: ['markdown', 'playbook'],
  history: ['notes', 'playbook', 'markdown'],
  roadmap: ['playbook'],
  export: ['roadmap', 'lint', 'playbook'],
  vault: ['lint', 'notes', 'annotations', 'markdown', 'playbook'],
  views: ['vault', 'lint', 'annotations', 'roadmap', 'history', 'playbook'],
  obsidian: ['playbook', 'markdown', 'notes', 'lint', 'annotations', 'roadmap', 'history', 'export', 'vault', 'views'],
  cli: ['playbook', 'markdown', 'notes', 'lint', 'annotations', 'roadmap', 'history', 'export', 'vault'],
};

const walls = Object.entries(MAY_IMPORT).map(([folder, others]) => ({
  name: `${folder}-walls`,
  comment: `src/${folder} may import ${others.length === 0 ? 'nothing else of src' : others.join(', ')}.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: [folder, ...others].map((name) => `^src/${name}/`) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...walls,
    { name: 'no-circular', comment: 'Two files that need each other are one idea, or hide a third.', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-orphans', comment: 'A file that nobody reaches is dead.', severity: 'error', from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$' }, to: {} },
    { name: 'node-only-in-cli', comment: 'The core runs on phones: Node belongs to the command line.', severity: 'error', from: { path: '^src/', pathNot: '^src/cli/' }, to: { dependencyTypes: ['core'] } },
    { name: 'parsers-only-in-markdown', comment: 'Parsers stand behind our own reader.', severity: 'error', from: { path: '^src/', pathNot: '^src/markdown/' }, to: { path: '(^|node_modules/)(gray-matter|yaml|remark|remark-parse|remark-frontmatter|unified|mdast-util-[^/]+|micromark[^/]*)(/|$)' } },
    { name: 'no-app-in-core', comment: 'The app and its editor belong to src/obsidian.', severity: 'error', from: { path: '^src/', pathNot: '^src/obsidian/' }, to: { path: '(^|node_modules/)(obsidian|@codemirror)(/|$)' } },
    { name: 'preact-at-the-rim', comment: 'Components belong to src/views; hosts mount them.', severity: 'error', from: { path: '^src/', pathNot: '^src/(views|obsidian|export)/' }, to: { path: '(^|node_modules/)preact(/|$)' } },
    { name: 'main-is-the-plugin', comment: 'src/main.ts exports the plugin class; nothing else.', severity: 'error', from: { path: '^src/main\\.ts$' }, to: { pathNot: '^src/obsidian/plugin\\.ts$' } },
    { name: 'cli-without-app', comment: 'The command line never reaches the plugin.', severity: 'error', from: { path: '^src/cli/' }, to: { path: '^src/(obsidian|views)/', reachable: true } },
    { name: 'no-unresolved', comment: 'An import that leads nowhere; mdast and obsidian are types alone, the app brings itself.', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^(mdast|obsidian)$' } },
    { name: 'no-dev-packages', comment: 'What ships is named under dependencies; the app brings itself and its editor.', severity: 'error', from: { path: '^src/' }, to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '(^|node_modules/)(obsidian|@codemirror)(/|$)' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css', '.md', '.yml', '.base'], conditionNames: ['import', 'default'] },
  },
};
