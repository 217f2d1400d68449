import {defineConfig} from 'astro/config';

export default defineConfig({
  base: '/astro/',
  outDir: '../../../.cache/apps/astro',
  devToolbar: {enabled: false},
});
