import type {StorybookConfig} from '@storybook/web-components-vite';

/** Pictures and basemaps of the stories. */
const FOLDERS = ['data', 'fonds'].map(name => ({from: `../demo/${name}`, to: `/demo/${name}`}));

const config: StorybookConfig = {
  framework: {name: '@storybook/web-components-vite', options: {}},
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  // In development Vite serves the whole repository, these folders at the same paths. A static directory would answer
  // before it, with the plain file for a module that imports the file.
  staticDirs: (given = [], {configType}) =>
    configType === 'PRODUCTION' ? [...given, ...FOLDERS] : given,
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: {disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false},
  docs: {defaultName: 'Docs'},
  // Vite reads tsconfig.json for the decorators; it must not load another configuration.
  // Small drawings stay files: as a `data:` URL, which no record may have, a story would be without its pictures.
  viteFinal: vite => ({
    ...vite,
    configFile: false,
    build: {...vite.build, assetsInlineLimit: 0},
  }),
};

export default config;
