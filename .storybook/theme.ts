import {create, type ThemeVars} from 'storybook/theming';

const SANS = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif';

const shared = {
  brandTitle: 'spass-widgets',
  brandUrl: '../',
  fontBase: SANS,
  fontCode: 'ui-monospace, "Cascadia Mono", Menlo, "Noto Sans Mono", monospace',
  appBorderRadius: 6,
  inputBorderRadius: 6,
};

/** Frame and documentation pages in the colours of the demo: paper, ink, lines and water. */
const light = create({
  ...shared,
  base: 'light',
  colorPrimary: '#a3470f',
  colorSecondary: '#1f5fa6',
  appBg: '#f3f1ea',
  appContentBg: '#fbfaf6',
  appPreviewBg: '#ffffff',
  appHoverBg: '#e7e4d9',
  appBorderColor: '#d9d5c7',
  textColor: '#1d2a2f',
  textMutedColor: '#4f5d61',
  barTextColor: '#4f5d61',
  barSelectedColor: '#1f5fa6',
  barHoverColor: '#1f5fa6',
  barBg: '#fbfaf6',
  inputBg: '#ffffff',
  inputBorder: '#8a8f8d',
  inputTextColor: '#1d2a2f',
});

const dark = create({
  ...shared,
  base: 'dark',
  colorPrimary: '#f0a878',
  // Ground of white letters in the sidebar, and colour of links on the dark pages.
  colorSecondary: '#4682c6',
  appBg: '#101517',
  appContentBg: '#151b1e',
  appPreviewBg: '#121212',
  appHoverBg: '#22292c',
  appBorderColor: '#323b3f',
  textColor: '#eef0ec',
  textMutedColor: '#a9b3b4',
  barTextColor: '#a9b3b4',
  barSelectedColor: '#8ab8f0',
  barHoverColor: '#8ab8f0',
  barBg: '#151b1e',
  inputBg: '#1d2427',
  inputBorder: '#6d787b',
  inputTextColor: '#eef0ec',
});

/** Colour scheme that the system prefers when the page is opened. */
export const preferredScheme = (): 'light' | 'dark' =>
  matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';

/** Theme of the preferred colour scheme, for the frame as for the documentation pages in it. */
export const preferredTheme = (): ThemeVars => (preferredScheme() === 'dark' ? dark : light);
