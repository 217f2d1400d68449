import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import {html} from 'lit';
import {ref} from 'lit/directives/ref.js';
import {action} from 'storybook/actions';
import type {ArgTypesEnhancer} from 'storybook/internal/types';
import '../src/define/all.js';
import {argTypesOf} from '../stories/controls.js';
import {manifest} from '../stories/manifest.js';
import {snippetOf} from '../stories/snippet.js';
import {supportedLanguages} from '../src/i18n/catalogues.js';
import {SKINS} from '../src/styles/tokens.styles.js';
import {preferredScheme, preferredTheme} from './theme.js';

setCustomElementsManifest(manifest);

/** Loggers for the panel "Actions", by event name. */
const eventLoggers = new Map(
  manifest.modules
    .flatMap(({declarations = []}) => declarations)
    .flatMap(({events = []}) => events.map(({name}) => [name, action(name)])),
);

/** Folder of the script in the code of a story. In development Vite serves the whole repository. */
const scriptFolder = (): string =>
  new URL(import.meta.env.DEV ? '/dist/cdn/' : '../cdn/', location.href).href;

const toolbarItem = (
  title: string,
  icon: 'paintbrush' | 'globe' | 'contrast',
  items: readonly string[],
) => ({
  description: title,
  toolbar: {title, icon, items: [...items], dynamicTitle: true},
});

/** Page around each story: the skin `plain` takes its font and colours. Without a font, it would be that of no site. */
const PAGE =
  'box-sizing: border-box; padding: 1rem; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif';

/** Applies the skin of the toolbar to every widget of a story, and logs their events. */
const applySkin = (skin: string) => (wrapper: Element | undefined) => {
  // Adding the same function twice has no effect.
  for (const [name, log] of eventLoggers) wrapper?.addEventListener(name, log);
  queueMicrotask(() => {
    for (const widget of wrapper?.querySelectorAll('*') ?? [])
      if (widget.localName.startsWith('spass-') && skin !== 'plain')
        widget.setAttribute('skin', skin);
  });
};

/**
 * Hides arguments that are data of a story, such as its records: Storybook would infer controls for them. A page that is
 * about no tag has controls of its own.
 */
const hideData: ArgTypesEnhancer = ({argTypes, component, initialArgs}) => {
  const isHidden = (name: string): boolean => component !== undefined && !(name in argTypes);
  const hidden = Object.keys(initialArgs)
    .filter(isHidden)
    .map(name => [
      name,
      {
        name,
        type: {name: 'other', value: 'data'},
        control: {disable: true},
        table: {disable: true},
      },
    ]);
  return {...argTypes, ...(Object.fromEntries(hidden) as typeof argTypes)};
};

const preview: Preview = {
  argTypesEnhancers: [hideData],
  tags: ['autodocs'],
  globalTypes: {
    skin: toolbarItem('Skin', 'paintbrush', SKINS),
    lang: toolbarItem('Language', 'globe', supportedLanguages()),
    scheme: toolbarItem('Colours', 'contrast', ['light', 'dark']),
  },
  initialGlobals: {skin: 'plain', lang: 'fr', scheme: preferredScheme()},
  parameters: {
    a11y: {test: 'error'},
    layout: 'fullscreen',
    controls: {expanded: true},
    docs: {
      theme: preferredTheme(),
      extractArgTypes: argTypesOf,
      source: {
        language: 'html',
        transform: (
          code: string,
          context: Parameters<typeof snippetOf>[0] & {component?: string},
        ) => (context.component ? snippetOf(context, scriptFolder()) : code),
      },
    },
    options: {storySort: {order: ['Introduction', 'Tokens and skins', 'Elements', 'Sources']}},
    viewport: {
      options: {
        phone: {name: '320 px', styles: {width: '320px', height: '640px'}},
        tablet: {name: '768 px', styles: {width: '768px', height: '1024px'}},
        desktop: {name: '1280 px', styles: {width: '1280px', height: '900px'}},
      },
    },
  },
  decorators: [
    (story, {globals, viewMode}) => {
      const {skin = 'plain', lang = 'fr', scheme = 'light'} = globals as Record<string, string>;
      return html`<div
        ${ref(applySkin(skin))}
        lang=${lang}
        style="${PAGE}; color-scheme: ${scheme}; min-block-size: ${viewMode === 'story' ? '100vh' : 'auto'}"
      >
        ${story()}
      </div>`;
    },
  ],
};

export default preview;
