// The editor block of the WordPress plugin, without WordPress: its components are recorded instead of being rendered.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {runInNewContext} from 'node:vm';
import {catalogueOf} from '../../scripts/integrations/catalogue.mjs';
import {root} from '../../scripts/setup.mjs';
import {parseManifest} from '../../src/tools/snippets/catalogue.js';
import {AUTHORED_WIDGETS, WIDGET_COLLECTIONS} from '../../src/tools/snippets/settings.js';

interface Rendered {
  readonly type: unknown;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly unknown[];
}
type Edit = (props: object) => Rendered;

const manifest = JSON.parse(
  readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'),
) as unknown;
const {widgets} = catalogueOf({
  widgets: parseManifest(manifest, []),
  authored: AUTHORED_WIDGETS,
  collections: WIDGET_COLLECTIONS,
  sri: {},
  version: '0.0.0',
}) as {widgets: object};

/** Returns the function that renders the block. */
function loadEdit(): Edit {
  let edit: Edit | undefined;
  const named = new Proxy({}, {get: (_, name) => String(name)});
  const window = {
    wp: {
      blocks: {registerBlockType: (_: string, block: {edit: Edit}) => (edit = block.edit)},
      blockEditor: {
        InnerBlocks: 'InnerBlocks',
        InspectorControls: 'Inspector',
        useBlockProps: () => ({}),
      },
      components: named,
      element: {
        Fragment: 'Fragment',
        createElement: (type: unknown, props: object | null, ...children: unknown[]) => ({
          type,
          props: props ?? {},
          children,
        }),
      },
    },
    spassWidgets: {language: 'fr', own: {}, widgets, words: {}},
  };
  const file = join(root, 'integrations/wordpress/spass-widgets/block/editor.js');
  runInNewContext(readFileSync(file, 'utf8'), {window});
  assert.ok(edit);
  return edit;
}

/** Returns all texts of a rendered tree that a person reads. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const {props, children} = value as Rendered;
  return [props['help'], props['label'], children].flatMap(textsIn);
};

const find = (value: unknown, type: string): Rendered | undefined => {
  if (Array.isArray(value)) return value.map(one => find(one, type)).find(Boolean);
  const {type: own, children} = (value ?? {}) as Partial<Rendered>;
  return own === type ? (value as Rendered) : children && find(children, type);
};

describe('the block of the WordPress plugin', () => {
  const edit = loadEdit();
  const render = (widget: string, settings: object): Rendered =>
    edit({attributes: {widget, settings}, setAttributes: () => undefined});

  it('shows names of code as code, and no backtick, for any widget', () => {
    for (const widget of Object.keys(widgets)) {
      const texts = textsIn(render(widget, {api: '/api'}));
      assert.ok(texts.length > 10, widget);
      assert.deepEqual(
        texts.filter(text => text.includes('`')),
        [],
        widget,
      );
    }
  });

  it('previews the colours that were copied from the configurator, and no other style', () => {
    const tree = render('agenda', {
      api: '/api',
      colours: 'link: #1f5fa6; ink: url(//evil.example)',
    });
    const style = find(tree, 'spass-agenda')?.props['style'];
    assert.deepEqual({...(style as object)}, {'--spass-link': '#1f5fa6'});
  });
});
