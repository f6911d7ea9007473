/**
 * What the schema of Jenkins' xUnit plugin (junit-10.xsd) allows: elements with their children, attributes and text. There
 * is no standard of JUnit XML; this is the schema of the one reader that refuses what it does not know. Written from its
 * facts, for those elements that we write.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface ElementForm {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly children: readonly string[];
  readonly holdsText: boolean;
}

const FORMS: Readonly<Record<string, ElementForm>> = {
  testsuites: { required: [], optional: ['name', 'time', 'tests', 'failures', 'errors'], children: ['testsuite'], holdsText: false },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors'],
    optional: ['group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url'],
    children: ['testsuite', 'testcase', 'system-out', 'system-err'],
    holdsText: false,
  },
  testcase: { required: ['name'], optional: ['time', 'classname', 'group'], children: ['skipped', 'error', 'failure', 'system-out', 'system-err'], holdsText: false },
  failure: { required: [], optional: ['type', 'message'], children: [], holdsText: true },
  skipped: { required: [], optional: ['type', 'message'], children: [], holdsText: true },
  'system-out': { required: [], optional: [], children: [], holdsText: true },
};

/** Each breach of the form, the sums of the counts included; empty for a valid report. */
export function junitBreaches(root: XmlElement): readonly string[] {
  return [...(root.name === 'testsuites' ? [] : [`The root is <${root.name}>.`]), ...breachesOf(root)];
}

function breachesOf(element: XmlElement): readonly string[] {
  const form = FORMS[element.name];
  if (form === undefined) return [`<${element.name}> is unknown.`];
  const names = Object.keys(element.attributes);
  return [
    ...form.required.filter((name) => !names.includes(name)).map((name) => `<${element.name}> lacks ${name}.`),
    ...names.filter((name) => !form.required.includes(name) && !form.optional.includes(name)).map((name) => `<${element.name}> has ${name}.`),
    ...element.children.filter(({ name }) => !form.children.includes(name)).map(({ name }) => `<${element.name}> holds <${name}>.`),
    ...(form.holdsText || element.text.trim() === '' ? [] : [`<${element.name}> holds text.`]),
    ...countBreaches(element),
    ...element.children.flatMap(breachesOf),
  ];
}

/** Counts are whole numbers and say what the element holds. */
function countBreaches(element: XmlElement): readonly string[] {
  if (element.name !== 'testsuites' && element.name !== 'testsuite') return [];
  const cases = casesOf(element);
  const held: Readonly<Record<string, number>> = {
    tests: cases.length,
    failures: cases.filter(({ children }) => children.some(({ name }) => name === 'failure')).length,
    errors: cases.filter(({ children }) => children.some(({ name }) => name === 'error')).length,
    skipped: cases.filter(({ children }) => children.some(({ name }) => name === 'skipped')).length,
  };
  return Object.entries(held).flatMap(([name, count]) => {
    const written = element.attributes[name];
    return written === undefined || written === String(count) ? [] : [`<${element.name}> says ${name}="${written}" and holds ${count}.`];
  });
}

function casesOf(element: XmlElement): readonly XmlElement[] {
  return element.name === 'testcase' ? [element] : element.children.flatMap(casesOf);
}
