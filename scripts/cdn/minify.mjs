import {minifySync} from 'rolldown/utils';
import {dataNoticeOf} from '../build/licences.mjs';

/**
 * Compile hint: V8 compiles all functions in the background while the script loads, instead of each at its first call.
 * Drawing a widget calls some 500 functions for the first time, which took a fifth of its main thread's time.
 */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad\n';

/** Scripts of which a first drawing calls most functions. */
const HINTED =
  /^spass-(?:agenda|map|portal-cards|programme-timeline|project-map|resource-list|widgets(?:\.all)?)\.js$/;

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
    const hint = HINTED.test(fileName) ? COMPILE_HINT : '';
    return {
      // Oxc escapes the other text that must not occur in inline scripts, the end tag.
      code: `${hint}${banner}${notice && `/*! ${notice} */`}\n${minified.replaceAll('<!--', '\\x3c!--')}`,
      // Each semicolon of the mappings is a line.
      map: map && {...map, mappings: `;${hint && ';'}${map.mappings}`},
    };
  },
});
