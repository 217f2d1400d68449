import {minifySync} from 'rolldown/utils';

/** Rollup plugin: minifies scripts, so that they can also be inlined in HTML, and puts a banner before them. */
export const minify = (banner = ';') => ({
  name: 'minify',
  renderChunk(code, {fileName}, {sourcemap}) {
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
    return {
      code: `${banner}\n${minified.replace(/<(?=\/script|!--)/gi, '\\x3c')}`,
      // Each semicolon of the mappings is a line.
      map: map && {...map, mappings: `;${map.mappings}`},
    };
  },
});
