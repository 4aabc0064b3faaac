import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const markup = { message: 'Text only: page and dataset text must never become markup.' };
const syntax = [
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', ...markup },
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
];
/** `storage.onChanged`, `storage.local.onChanged` and `const { onChanged } = storage`, whatever stands before `storage`. */
const storageEvents = [
  'MemberExpression[property.name="onChanged"][object.name="storage"]',
  'MemberExpression[property.name="onChanged"][object.property.name=/^(storage|local|session|sync|managed)$/]',
  'MemberExpression[property.name="addListener"][object.property.name="onChanged"]',
  'VariableDeclarator[id.type="ObjectPattern"][init.property.name=/^(storage|local|session|sync|managed)$/] Property[key.name="onChanged"]',
].map((selector) => ({
  selector,
  message:
    'The browser hands every page that listens the old and the new value of whatever changes. Listen to the revision that the background announces (reader/settings-now.ts), or to an area of browser/storage.ts.',
}));

/** Text that a person would read in one language alone (docs/decisions/0014-every-string-in-the-catalogue.md). */
const texts = [
  'JSXText[value=/\\p{L}{2}/u]',
  'JSXAttribute[name.name=/^(title|alt|placeholder|aria-label|aria-description|aria-roledescription)$/] > Literal',
  'JSXAttribute[name.name=/^(title|alt|placeholder|aria-label|aria-description|aria-roledescription)$/] > JSXExpressionContainer > :matches(Literal, TemplateLiteral)',
  'JSXExpressionContainer > Literal[value=/\\p{L}{2}/u]:not(JSXAttribute *)',
]
  .map((selector) => ({ selector, message: 'Every text is in the message catalogue.' }))
  .concat({
    selector: 'CallExpression[callee.property.name="join"][arguments.0.value=/^, ?$/]',
    message: 'Languages join things in different ways: sayList of src/locale does it.',
  });

const boundaryMessage = (what) => `${what} See "Folders" in ARCHITECTURE.md.`;

export default tseslint.config(
  { ignores: ['.output/', '.wxt/', 'node_modules/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-shadow': 'error',
      // `const { without, ...rest }` is how a field is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowNever: true },
      ],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300 }],
      'max-params': ['error', 4],
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', ...markup },
        { property: 'outerHTML', ...markup },
      ],
      'no-restricted-syntax': ['error', ...syntax, ...storageEvents],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'webextension-polyfill',
              message: boundaryMessage('Only src/browser imports the polyfill.'),
            },
            { name: 'wxt/browser', message: boundaryMessage('Use the interfaces of src/browser.') },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**', 'entrypoints/**'],
    rules: { 'max-lines-per-function': ['error', { max: 60 }] },
  },
  {
    files: ['src/{card,locale,options,popover,popup,reader}/**'],
    rules: { 'no-restricted-syntax': ['error', ...syntax, ...storageEvents, ...texts] },
  },
  {
    files: ['src/browser/*.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['src/browser/storage.ts'],
    rules: { 'no-restricted-syntax': ['error', ...syntax] },
  },
  {
    files: ['tests/**', 'src/cli/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
);
