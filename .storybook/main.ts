import type {StorybookConfig} from '@storybook/web-components-vite';

/** Pictures and maps that stories name by their address. */
const FOLDERS = ['data', 'fonds'].map(name => ({from: `../demo/${name}`, to: `/demo/${name}`}));

const config: StorybookConfig = {
  framework: {name: '@storybook/web-components-vite', options: {}},
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  // Pictures and basemaps of the stories.
  staticDirs: ['data', 'fonds'].map(name => ({from: `../demo/${name}`, to: `/demo/${name}`})),
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: {disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false},
  docs: {defaultName: 'Docs'},
  // Vite reads tsconfig.json for the decorators; it must not load another configuration.
  viteFinal: vite => ({...vite, configFile: false}),
};

export default config;
