import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import obsidianmd from 'eslint-plugin-obsidianmd';
import { DEFAULT_ACRONYMS } from 'eslint-plugin-obsidianmd/dist/lib/rules/ui/acronyms.js';
import { DEFAULT_BRANDS } from 'eslint-plugin-obsidianmd/dist/lib/rules/ui/brands.js';
import tseslint from 'typescript-eslint';

/** Folders that know no host, clock or chance: `today` is a parameter there. */
const PURE = ['playbook', 'markdown', 'notes', 'lint', 'roadmap', 'export', 'vault'].map((folder) => `src/${folder}/**/*.ts`);

/** What reaches main.js, held to the rules of the app's community review: all of src but the command line. */
const PLUGIN = ['src/**/*.{ts,tsx}'];
const NO_PLUGIN = ['src/cli/**'];
const SENTENCE_CASE = { acronyms: [...DEFAULT_ACRONYMS, 'CX'], brands: [...DEFAULT_BRANDS, 'CX Playbook'] };

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'bench/peers/', 'bench/.work/', 'test/sample-vault/', 'node_modules/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: PLUGIN,
    ignores: NO_PLUGIN,
    extends: [obsidianmd.configs.recommendedWithLocalesEn],
    rules: {
      'obsidianmd/ui/sentence-case': ['warn', SENTENCE_CASE],
      'obsidianmd/ui/sentence-case-locale-module': ['warn', SENTENCE_CASE],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [eslint.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' }],
      // Arrow functions that hand a call on may return its nothing.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Code points are what is meant where a string is spread.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: PURE,
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Take `today` as a parameter.' },
        { object: 'Math', property: 'random', message: 'Same input, same bytes.' },
      ],
      'no-restricted-syntax': ['error', { selector: 'NewExpression[callee.name="Date"]', message: 'Days are CalendarDate or epoch days.' }],
      'no-restricted-globals': ['error', 'Intl'],
    },
  },
  {
    // Looks for control characters by name.
    files: ['test/**/*.{ts,tsx}', ...NO_PLUGIN],
    rules: { 'no-control-regex': 'off' },
  },
  {
    files: ['test/**/*.{ts,tsx}', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Matchers such as expect.any() and JSON read back are `any` by their types.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [eslint.configs.recommended],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', performance: 'readonly', URL: 'readonly', Buffer: 'readonly' } },
  },
  {
    files: ['manifest.json'],
    languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
    plugins: { obsidianmd },
    rules: { 'obsidianmd/validate-manifest': 'error' },
  },
);
