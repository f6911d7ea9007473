/**
 * What a script must not hold to run as a plugin on phones, and to pass the community's review. Reads the syntax tree, so
 * that text in strings and comments does not count.
 */
import ts from 'typescript';

export interface Hazard {
  readonly kind: 'require' | 'code from text' | 'look-behind' | 'network' | 'storage' | 'markup' | 'node';
  readonly text: string;
}

const NETWORK: ReadonlySet<string> = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'requestUrl', 'sendBeacon', 'importScripts']);
const STORAGE: ReadonlySet<string> = new Set(['localStorage', 'sessionStorage', 'indexedDB']);
const MARKUP: ReadonlySet<string> = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML']);
const NODE: ReadonlySet<string> = new Set(['Buffer', 'process', '__dirname', '__filename']);
const TIMERS: ReadonlySet<string> = new Set(['setTimeout', 'setInterval']);
const LOOK_BEHIND = /\(\?<[=!]/;

export function findHazards(code: string): readonly Hazard[] {
  const source = ts.createSourceFile('main.js', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const found: Hazard[] = [];
  const visit = (node: ts.Node): void => {
    const hazard = hazardOf(node);
    if (hazard !== undefined) found.push(hazard);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function hazardOf(node: ts.Node): Hazard | undefined {
  if (ts.isRegularExpressionLiteral(node)) return LOOK_BEHIND.test(node.text) ? { kind: 'look-behind', text: node.text } : undefined;
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return hazardOfCall(node);
  if (ts.isIdentifier(node)) return hazardOfName(node);
  return undefined;
}

function hazardOfCall(node: ts.CallExpression | ts.NewExpression): Hazard | undefined {
  const callee = node.expression;
  const name = ts.isIdentifier(callee) ? callee.text : ts.isPropertyAccessExpression(callee) ? callee.name.text : '';
  const first = node.arguments?.[0];
  const text = first !== undefined && ts.isStringLiteralLike(first) ? first.text : undefined;
  if (callee.kind === ts.SyntaxKind.ImportKeyword || (name === 'require' && ts.isIdentifier(callee))) return { kind: 'require', text: text ?? '' };
  if (ts.isIdentifier(callee) && (name === 'eval' || name === 'Function')) return { kind: 'code from text', text: name };
  if (TIMERS.has(name) && text !== undefined) return { kind: 'code from text', text: name };
  if (name === 'RegExp' && text !== undefined && LOOK_BEHIND.test(text) && !isTried(node)) return { kind: 'look-behind', text };
  return NETWORK.has(name) && ts.isPropertyAccessExpression(callee) ? { kind: 'network', text: name } : undefined;
}

/** Whether the code goes on when the node throws: an expression made at run time may fall back to another. */
function isTried(node: ts.Node): boolean {
  for (let at = node; !ts.isFunctionLike(at) && !ts.isSourceFile(at); at = at.parent) {
    if (ts.isTryStatement(at.parent) && at.parent.tryBlock === at) return at.parent.catchClause !== undefined;
  }
  return false;
}

/** A name that stands for the global thing, or a property that writes markup. */
function hazardOfName(node: ts.Identifier): Hazard | undefined {
  const { parent, text } = node;
  const isProperty = ts.isPropertyAccessExpression(parent) && parent.name === node;
  if (MARKUP.has(text) && (isProperty || ts.isPropertyAssignment(parent))) return { kind: 'markup', text };
  if (isProperty || (ts.isPropertyAssignment(parent) && parent.name === node) || ts.isMethodDeclaration(parent) || ts.isTypeOfExpression(parent)) return undefined;
  if (NETWORK.has(text)) return { kind: 'network', text };
  if (STORAGE.has(text)) return { kind: 'storage', text };
  return NODE.has(text) ? { kind: 'node', text } : undefined;
}
