import {minifySync} from 'rolldown/utils';
import {dataNoticeOf} from '../licences.mjs';

/**
 * Rollup plugin: minifies scripts, so that they can also be inlined in HTML, and puts a banner before them: its own, and
 * the notice of data in them.
 */
export const minify = (banner = ';') => ({
  name: 'minify',
  renderChunk(code, {fileName, moduleIds}, {sourcemap}) {
    const {
      code: minified,
      errors,
      map,
    } = minifySync(fileName, code, {
      compress: {target: 'es2022'},
      mangle: {toplevel: true},
      codegen: {legalComments: 'none'},
      sourcemap: Boolean(sourcemap),
    });
    if (errors.length) this.error(errors[0].message);
    const notice = dataNoticeOf(moduleIds);
    return {
      code: `${banner}${notice && `/*! ${notice} */`}\n${minified.replace(/<(?=\/script|!--)/gi, '\\x3c')}`,
      // Each semicolon of the mappings is a line.
      map: map && {...map, mappings: `;${map.mappings}`},
    };
  },
});
