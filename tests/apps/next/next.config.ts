import {resolve} from 'node:path';
import type {NextConfig} from 'next';

const config: NextConfig = {
  // A folder of files for any server; pages are rendered to HTML, which the browser hydrates.
  output: 'export',
  basePath: '/next',
  // The lock file is one folder above.
  turbopack: {root: resolve(import.meta.dirname, '..')},
};
export default config;
