/**
 * Leaves out of the plugin what it never calls, so that it loads quickly on a phone: the examples of rules, which are
 * tests and pages, the parts of `yaml` that make and change documents, and what gray-matter never does for us.
 *
 * What is left out throws when called, and test/bundle/yaml.test.ts reads YAML with the bundle to see that nothing is.
 */
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

const RULES = /[\\/]src[\\/]lint[\\/]rules[\\/][^\\/]+\.ts$/;
const YAML = /[\\/]node_modules[\\/]yaml[\\/]browser[\\/]dist[\\/](?:stringify[\\/]stringifyDocument|schema[\\/]json[\\/]schema|parse[\\/]cst-(?:scalar|stringify|visit)|doc[\\/](?:applyReviver|createNode))\.js$/;
/** Methods of `yaml` that make or change nodes or look into them by path, by class. Writing stays: a list as a name is read as it would be written. */
const MEMBERS = {
  Document: ['clone', 'add', 'addIn', 'createAlias', 'createNode', 'createPair', 'delete', 'deleteIn', 'get', 'getIn', 'has', 'hasIn', 'set', 'setIn', 'toJSON', 'toString'],
  Directives: ['clone', 'toString'],
  Collection: ['clone', 'addIn', 'deleteIn', 'getIn', 'hasIn', 'setIn'],
  Pair: ['clone'],
  Schema: ['clone'],
};
const CLASSES = /[\\/]node_modules[\\/]yaml[\\/]browser[\\/]dist[\\/](?:doc|nodes|schema)[\\/](Document|directives|Collection|Pair|Schema)\.js$/;
/** Of gray-matter: it is given a text, never a buffer, and neither writes nor splits sections. */
const MATTER = /[\\/]node_modules[\\/](?:kind-of[\\/]index|section-matter[\\/]index|gray-matter[\\/]lib[\\/]stringify)\.js$/;
const KIND_OF = `module.exports = (value) => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);`;
const NOT_THERE = `module.exports = () => { throw new Error('This part of gray-matter is not in the plugin.'); };`;

/** @type {import('esbuild').Plugin} */
export const dietPlugin = {
  name: 'diet',
  setup(build) {
    build.onLoad({ filter: RULES }, async ({ path }) => ({ contents: withoutExamples(await readFile(path, 'utf8')), loader: 'ts' }));
    build.onLoad({ filter: YAML }, async ({ path }) => ({ contents: withoutBodies(await readFile(path, 'utf8')), loader: 'js' }));
    build.onLoad({ filter: CLASSES }, async ({ path }) => ({ contents: withoutMembers(await readFile(path, 'utf8')), loader: 'js' }));
    build.onLoad({ filter: MATTER }, ({ path }) => ({ contents: path.includes('kind-of') ? KIND_OF : NOT_THERE, loader: 'js' }));
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

/** The source without the methods of {@link MEMBERS}: a call finds no function. Fails when one is not there to be cut. */
function withoutMembers(text) {
  const source = ts.createSourceFile('yaml.js', text, ts.ScriptTarget.Latest);
  const written = source.statements.find(ts.isClassDeclaration);
  const unused = new Set(MEMBERS[written?.name?.text]);
  const cuts = (written?.members ?? []).filter((member) => ts.isMethodDeclaration(member) && unused.has(member.name.text));
  if (cuts.length === 0 || cuts.length !== unused.size) throw new Error(`The class ${written?.name?.text} of yaml lacks a method: its layout changed.`);
  return cuts.reverse().reduce((rest, cut) => rest.slice(0, cut.pos) + rest.slice(cut.end), text);
}
