/**
 * `node scripts/check-release.mjs 0.2.0`: whether the tag, manifest.json, package.json and versions.json say the same, and
 * CHANGELOG.md has a chapter for it, which becomes release-notes.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const [tag = ''] = process.argv.slice(2);
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const manifest = readJson('manifest.json');
const problems = [];
const expect = (what, found, wanted) => {
  if (found !== wanted) problems.push(`${what} says "${found}", and should say "${wanted}".`);
};

if (!/^\d+\.\d+\.\d+$/.test(tag)) problems.push(`"${tag}" is no version. Tag a release as 0.2.0, without a "v".`);
expect('manifest.json', manifest.version, tag);
expect('package.json', readJson('package.json').version, tag);
expect(`versions.json for ${tag}`, readJson('versions.json')[tag], manifest.minAppVersion);
const chapter = readFileSync('CHANGELOG.md', 'utf8').split(/^(?=## )/m).find((part) => part.startsWith(`## ${tag}`));
if (chapter === undefined) problems.push(`CHANGELOG.md has no chapter "## ${tag}".`);

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
writeFileSync('release-notes.md', chapter.split('\n').slice(1).join('\n').trim() + '\n');
console.log(`${tag} is ready.`);
