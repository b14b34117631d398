import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { consoleOf } from './src/development/local-console.ts';

/** The developer's server takes configuration and API from the console that the local cloud serves. */
export default defineConfig(({ command }) => ({
  plugins: [react(), ...(command === 'serve' ? [consoleOf()] : [])],
  build: {
    target: 'es2023',
    // The page's policy allows no inline script or style.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    cssMinify: true,
    // Streams comes in one piece of 720 KB.
    chunkSizeWarningLimit: 800,
  },
  server: { port: 4200, strictPort: true },
}));
