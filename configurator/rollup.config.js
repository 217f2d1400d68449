// Bundles the configurator from the output of `tsc`. Run by scripts/build.mjs.
import {fileURLToPath} from 'node:url';
import commonjs from '@rollup/plugin-commonjs';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import {thirdPartyLicences} from '../scripts/build/licences.mjs';
import {minify} from '../scripts/cdn/minify.mjs';

const dist = fileURLToPath(new URL(`../${process.env.DIST ?? 'dist'}`, import.meta.url));
const from = `${dist}/compiled/configurator`;

export default {
  input: {configurateur: `${from}/configurateur.js`, apercu: `${from}/apercu.js`},
  output: {
    dir: `${dist}/configurateur`,
    format: 'es',
    chunkFileNames: '[name].js',
    plugins: [minify()],
  },
  plugins: [
    nodeResolve({exportConditions: ['production', 'browser'], ignoreSideEffectsForRoot: true}),
    commonjs({include: /papaparse|sax/, ignore: ['stream']}),
    thirdPartyLicences(`${dist}/configurateur`),
  ],
};
