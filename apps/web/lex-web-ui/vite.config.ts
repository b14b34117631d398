import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { loader } from './vite-loader.ts';

const page = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The chat in its frame, the chat as a page, a host page to try it on, and the loader for any page. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [loader()],
  server: { port: 4300, strictPort: true },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    // Nothing inline: the page's policy allows no `data:` scripts and no inline styles.
    assetsInlineLimit: 0,
    rolldownOptions: { input: ['index.html', 'page.html', 'demo.html'].map(page) },
  },
});
