import type {StorybookConfig} from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: {name: '@storybook/web-components-vite', options: {}},
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  // A picture that stories show.
  staticDirs: ['data', 'fonds'].map(name => ({from: `../demo/${name}`, to: `/demo/${name}`})),
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: {disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false},
  docs: {defaultName: 'Docs'},
  // Vite reads tsconfig.json for the decorators; it must not look for a configuration of its own.
  viteFinal: vite => ({...vite, configFile: false}),
};

export default config;
