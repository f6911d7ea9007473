export { CxPlaybookPlugin as default } from './obsidian/plugin.js';
