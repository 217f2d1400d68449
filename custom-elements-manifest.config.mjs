// Configuration of `cem analyze`, run by `npm run build`.
import {customElementJetBrainsPlugin} from 'custom-element-jet-brains-integration';
import {customElementVsCodePlugin} from 'custom-element-vs-code-integration';

const outdir = process.env.DIST ?? 'dist';

const isPublic = ({name, privacy}) =>
  !name.startsWith('#') &&
  !name.startsWith('_') &&
  privacy !== 'private' &&
  privacy !== 'protected';

/** Removes private and protected members, which the analyzer keeps and editors would suggest. */
const publicOnly = () => ({
  name: 'public-only',
  packageLinkPhase({customElementsManifest: {modules}}) {
    for (const {declarations = []} of modules)
      for (const declaration of declarations) {
        if (!declaration.members) continue;
        declaration.members = declaration.members.filter(isPublic);
        // The analyzer treats the arguments of an Event constructor as event names.
        declaration.events = declaration.events?.filter(({name}) => name.startsWith('spass-'));
        declaration.attributes = declaration.attributes?.filter(({fieldName, name}) =>
          isPublic({name: fieldName ?? name}),
        );
      }
  },
});

/** Replaces paths of sources by those of the published files. */
const distPaths = () => {
  const rewrite = value => {
    if (value === null || typeof value !== 'object') return;
    for (const [key, inner] of Object.entries(value))
      if ((key === 'path' || key === 'module') && typeof inner === 'string')
        value[key] = inner
          .replace(/^\/?src\/(.*)\.ts$/, 'dist/$1.js')
          .replace(/^\/?src\//, 'dist/');
      else rewrite(inner);
  };
  return {
    name: 'dist-paths',
    packageLinkPhase({customElementsManifest}) {
      rewrite(customElementsManifest);
      customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
};

export default {
  globs: ['src/elements/**/*.ts', 'src/events/**/*.ts', 'src/define/**/*.ts'],
  outdir,
  litelement: true,
  packagejson: false,
  plugins: [
    publicOnly(),
    distPaths(),
    customElementVsCodePlugin({outdir, cssFileName: null, hideLogs: true}),
    customElementJetBrainsPlugin({outdir, packageJson: false, hideLogs: true}),
  ],
};
