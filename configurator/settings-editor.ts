import {withScheme} from '../src/tools/snippets/addresses.js';
import {type BlockName, blocksFor} from '../src/tools/snippets/blocks.js';
import type {Catalogue, Widget} from '../src/tools/snippets/catalogue.js';
import {
  DEFAULT_SETTINGS,
  effectiveAttributes,
  type LayerSettings,
  type SnippetSettings,
  withAttribute,
} from '../src/tools/snippets/settings.js';

/** Access to the attributes of one tag, for its fields. */
export interface FieldTarget {
  /** Prefix of the ids of the fields. */
  readonly id: string;
  value(name: string): string | undefined;
  /** Sets an attribute; undefined or '' removes it. */
  set(name: string, value: string | undefined): void;
  /** Sets a boolean attribute. */
  setFlag(name: string, isSet: boolean): void;
}

type Texts = Readonly<Record<string, string>>;

/** Returns texts with another value of one; undefined removes it. */
function withValue(texts: Texts, name: string, value: string | undefined): Texts {
  const {[name]: _old, ...others} = texts;
  return value === undefined ? others : {...others, [name]: value};
}

/** Settings of a snippet, with the actions that edit them. */
export abstract class SettingsEditor {
  settings: SnippetSettings;
  readonly catalogue: Catalogue;
  /** Tags that only make sense with others. */
  dependentTags: Catalogue = new Map();
  /** Language of the message overrides that are edited; '' for the page's. */
  overridesLanguage = '';

  constructor(catalogue: Catalogue, initial: SnippetSettings) {
    this.catalogue = catalogue;
    this.settings = catalogue.has(initial.widget)
      ? initial
      : {...initial, widget: DEFAULT_SETTINGS.widget};
  }

  /** Called after a change. */
  protected abstract handleChange(): void;
  /** Called after a change of an attribute of the widget. */
  protected abstract handleAttributeChange(name: string): void;

  change(settings: SnippetSettings): void {
    this.settings = settings;
    this.handleChange();
  }

  get widget(): Widget | undefined {
    return this.catalogue.get(this.settings.widget);
  }

  /** Exchanges the widget, and keeps what the new one has too. Returns false if there is no such widget. */
  protected replaceWidget(noun: string): boolean {
    const known = this.catalogue.get(noun);
    if (!known) return false;
    const {attributes, blocks} = this.settings;
    const names = blocksFor(noun, known.attributes.has('api')) as readonly string[];
    const keep = (texts: Texts, isKnown: (name: string) => boolean): Texts =>
      Object.fromEntries(Object.entries(texts).filter(([name]) => isKnown(name)));
    this.change({
      ...this.settings,
      widget: noun,
      attributes: keep(attributes, name => known.attributes.has(name)),
      blocks: keep(blocks, name => names.includes(name)),
      links: [],
      content: '',
      layers: [],
    });
    return true;
  }

  /** Attributes of the edited widget. Those of its portal are changed where they are. */
  readonly target: FieldTarget = {
    id: 'attribute',
    value: name => effectiveAttributes(this.settings)[name],
    set: (name, value) => this.setAttribute(name, value),
    setFlag: (name, isSet) => this.setFlag(name, isSet),
  };

  /** Attributes that only the portal around the widgets has. The first one creates it, the last one removes it. */
  readonly portalTarget: FieldTarget = {
    id: 'portal',
    value: name => this.settings.portal?.attributes[name],
    set: (name, value) => this.#setOfPortal(name, value || undefined),
    setFlag: (name, isSet) => this.#setOfPortal(name, isSet ? '' : undefined),
  };

  /** Returns the access to the attributes of a layer. */
  layerTarget(index: number): FieldTarget {
    const set = (name: string, value: string | undefined): void =>
      this.#changeLayer(index, layer => ({
        ...layer,
        attributes: withValue(layer.attributes, name, value),
      }));
    return {
      id: `layer-${index}`,
      value: name => this.settings.layers[index]?.attributes[name],
      set: (name, value) =>
        set(name, (value && name === 'api' ? withScheme(value) : value) || undefined),
      setFlag: (name, isSet) => set(name, isSet ? '' : undefined),
    };
  }

  addLayer(): void {
    this.#changeLayers([...this.settings.layers, {attributes: {}, items: ''}]);
  }

  removeLayer(index: number): void {
    this.#changeLayers(this.settings.layers.filter((_, i) => i !== index));
  }

  /** Sets the records inside the tag of a layer, as JSON; '' removes them. */
  setLayerItems(index: number, json: string): void {
    this.#changeLayer(index, layer => ({...layer, items: json.trim() && json}));
  }

  #changeLayer(index: number, change: (layer: LayerSettings) => LayerSettings): void {
    this.#changeLayers(this.settings.layers.map((one, i) => (i === index ? change(one) : one)));
  }

  #changeLayers(layers: readonly LayerSettings[]): void {
    this.change({...this.settings, layers});
  }

  setAttribute(name: string, value: string | undefined): void {
    const standard = this.widget?.attributes.get(name)?.defaultValue;
    const normalized = value && name === 'api' ? withScheme(value) : value;
    this.#setOwn(name, normalized === '' ? undefined : normalized, standard);
    this.handleAttributeChange(name);
  }

  setFlag(name: string, isSet: boolean): void {
    this.#setOwn(name, isSet ? '' : undefined);
  }

  /** Changes an attribute of the widget, or of its portal if it comes from there. */
  #setOwn(name: string, value: string | undefined, standard?: string): void {
    const {settings} = this;
    const {portal} = settings;
    const isOfPortal =
      portal && this.dependentTags.get('portal')?.attributes.has(name) && name !== 'group';
    if (!isOfPortal || settings.attributes[name] !== undefined) {
      this.change(withAttribute(settings, name, value, standard));
      return;
    }
    const attributes = withValue(portal.attributes, name, value);
    this.change({...settings, portal: {...portal, attributes}});
  }

  #setOfPortal(name: string, value: string | undefined): void {
    const {before = [], after = [], attributes: old = {}} = this.settings.portal ?? {};
    const attributes = withValue(old, name, value);
    const isNeeded = Object.keys(attributes).length + before.length + after.length > 0;
    this.change({
      ...this.settings,
      portal: isNeeded ? {attributes, before, after} : undefined,
    });
  }

  /** Sets a template or the records inside the tag; '' removes it. */
  setBlock(name: BlockName, text: string): void {
    const blocks = withValue(this.settings.blocks, name, text.trim() ? text : undefined);
    this.change({...this.settings, blocks});
  }

  /** Sets the message overrides of a language, as JSON; '' removes them. */
  setMessageOverrides(language: string, json: string): void {
    const messageOverrides = withValue(
      this.settings.messageOverrides,
      language,
      json.trim() ? json : undefined,
    );
    this.change({...this.settings, messageOverrides});
  }

  /** Edits the message overrides of another language. */
  setOverridesLanguage(language: string): void {
    this.overridesLanguage = language;
    this.handleChange();
  }

  setColour(name: string, value: string | undefined): void {
    const colours = withValue(this.settings.colours, name, value || undefined);
    this.change({...this.settings, colours});
  }
}
