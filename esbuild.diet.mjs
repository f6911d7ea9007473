/**
 * Leaves out of the plugin what it never calls, so that it loads quickly on a phone: the examples of rules, which are
 * tests and pages, and the half of `yaml` that writes YAML or reads its version 1.1.
 *
 * What is left out throws when called, and bundle.test.ts reads YAML with the bundle to see that nothing is.
 */
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

const RULES = /[\\/]src[\\/]lint[\\/]rules[\\/][^\\/]+\.ts$/;
const YAML = /[\\/]node_modules[\\/]yaml[\\/]browser[\\/]dist[\\/](stringify[\\/](?:stringify|stringifyCollection|stringifyDocument|stringifyPair|stringifyString|foldFlowLines)|schema[\\/]yaml-1\.1[\\/](?:binary|bool|float|int|omap|pairs|schema|set|timestamp)|parse[\\/]cst-(?:scalar|stringify|visit))\.js$/;

/** @type {import('esbuild').Plugin} */
export const dietPlugin = {
  name: 'diet',
  setup(build) {
    build.onLoad({ filter: RULES }, async ({ path }) => ({ contents: withoutExamples(await readFile(path, 'utf8')), loader: 'ts' }));
    build.onLoad({ filter: YAML }, async ({ path }) => ({ contents: withoutBodies(await readFile(path, 'utf8')), loader: 'js' }));
  },
};

/** The source with each `examples: […]` emptied; everything else keeps its bytes. */
function withoutExamples(text) {
  const cuts = [];
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === 'examples') cuts.push(node.initializer);
    else ts.forEachChild(node, visit);
  };
  const source = ts.createSourceFile('rule.ts', text, ts.ScriptTarget.Latest);
  visit(source);
  return cuts.reverse().reduce((rest, cut) => `${rest.slice(0, cut.getStart(source))}[]${rest.slice(cut.end)}`, text);
}

/** The same exports, each a function that says it is not there. */
function withoutBodies(text) {
  const names = [...text.matchAll(/^export \{ ([^}]+) \};$/gm)].flatMap(([, list]) => list.split(', '));
  if (names.length === 0) throw new Error('A module of yaml exports nothing: its layout changed.');
  const absent = `const absent = () => { throw new Error('This part of yaml is not in the plugin.'); };\n`;
  return absent + names.map((name) => `export { absent as ${name} };\n`).join('');
}
