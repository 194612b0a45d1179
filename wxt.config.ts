import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';

/** Hosts the e2e build holds from the start; the release build holds none until a person grants one. */
const e2eHosts = ['http://127.0.0.1/*', 'http://localhost/*', 'http://*.test/*'];

/**
 * Every build but the development one is made of the same libraries' production code. WXT sets NODE_ENV to the mode's
 * name, which is not "production" for e2e; a plugin's word comes after WXT's.
 */
const productionLibraries = {
  name: 'production-libraries',
  config: () => ({ define: { 'process.env.NODE_ENV': JSON.stringify('production') } }),
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: (env) => ({
    // Without this, Vite takes the package's browser build, which needs a document: there is none in an import worker.
    resolve: {
      alias: {
        'decode-named-character-reference': fileURLToPath(
          new URL('./node_modules/decode-named-character-reference/index.js', import.meta.url),
        ),
      },
    },
    esbuild: { jsx: 'automatic', jsxDev: env.mode === 'development' },
    define: {
      __OPEN_SHADOW_ROOT__: JSON.stringify(env.mode === 'e2e'),
    },
    plugins: env.mode === 'development' ? [] : [productionLibraries],
    build: { target: 'es2023' },
  }),
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extensionName__',
    short_name: 'Yesward',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['activeTab', 'scripting', 'storage', 'unlimitedStorage'],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    ...(mode === 'e2e' ? { host_permissions: e2eHosts } : {}),
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    commands: {
      'toggle-panel': {
        suggested_key: { default: 'Alt+Shift+Y' },
        description: '__MSG_commandTogglePanel__',
      },
      'search-articles': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_commandSearchArticles__',
      },
      'insert-answer': {
        suggested_key: { default: 'Alt+Shift+U' },
        description: '__MSG_commandInsertAnswer__',
      },
      'insert-link': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandInsertLink__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'extension@yesward.example',
              strict_min_version: '147.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '138' }),
  }),
});
