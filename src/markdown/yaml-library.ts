/** What is used of `yaml` where it is loaded on demand: an import by name lets the bundler leave out the rest of it. */
export { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
