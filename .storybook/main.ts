import type {StorybookConfig} from '@storybook/web-components-vite';

/** Pictures and maps that stories name by their address. */
const FOLDERS = ['data', 'fonds'].map(name => ({from: `../demo/${name}`, to: `/demo/${name}`}));

const config: StorybookConfig = {
  framework: {name: '@storybook/web-components-vite', options: {}},
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  // In development Vite serves the whole repository, these folders at the same paths. A static directory would answer
  // before it, with the plain file where a module that imports the file is asked for.
  staticDirs: (given = [], {configType}) =>
    configType === 'PRODUCTION' ? [...given, ...FOLDERS] : given,
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: {disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false},
  docs: {defaultName: 'Docs'},
  // Vite reads tsconfig.json for the decorators; it must not look for a configuration of its own.
  viteFinal: vite => ({...vite, configFile: false}),
};

export default config;
