import {expect} from '@open-wc/testing';
import type {LitElement} from 'lit';
import * as library from '../../../src/index.js';
import type {CheckedConverter} from '../../../src/elements/base/attribute-converters.js';
import {headingViolations} from '../../support/accessibility-checks.js';
import {withSilentConsole} from '../../support/console.js';
import {flatDescendants} from '../../support/flat-tree.js';
import {
  ELEMENTS,
  recordTexts,
  renderWidget,
  visibleElements,
  WIDGETS,
  typical,
} from '../../support/widgets.js';

/** Returns the attributes of an element that are checked, each with a value that is refused. */
function invalidAttributes(tag: string): Record<string, string> {
  const {elementProperties} = customElements.get(tag) as unknown as typeof LitElement;
  const invalid: Record<string, string> = {};
  for (const [property, {attribute, converter}] of elementProperties) {
    const accepts = (converter as Partial<CheckedConverter<unknown>> | undefined)?.accepts;
    const value = `?! ${tag}`;
    if (accepts && !accepts(value))
      invalid[typeof attribute === 'string' ? attribute : String(property)] = value;
  }
  return invalid;
}

describe('the table of elements', () => {
  it('has a row for every class of the library, and for no other', () => {
    const tags = (Object.values(library) as unknown as CustomElementConstructor[])
      .filter(({prototype}) => prototype instanceof HTMLElement)
      .map(Class => new Class().localName);
    expect(ELEMENTS.map(({tag}) => tag).sort()).to.deep.equal(tags.sort());
  });
});

describe('the attributes of an element', () => {
  for (const widget of typical(ELEMENTS)) {
    const {tag, count} = widget;

    it(`<${tag}> replaces each invalid one by its default, and warns once of each`, async () => {
      const attributes = invalidAttributes(tag);
      expect(Object.keys(attributes).length).to.be.above(0);
      await withSilentConsole(async warnings => {
        const el = await renderWidget(widget, {attributes});
        const other = await renderWidget(widget, {attributes});
        const {limit: _, ...others} = attributes;
        expect([...warnings].sort()).to.deep.equal(
          Object.entries(attributes)
            .map(([name, value]) => `<${tag}>: ${name}="${value}" is invalid and ignored`)
            .sort(),
        );
        expect(recordTexts(el, widget).length).to.be.at.least(count);
        for (const name of Object.keys(others)) other.removeAttribute(name);
      });
    });

    it(`<${tag}> can also be set as properties with the same text, as frameworks do`, async () => {
      const texts = [
        '',
        '3',
        'dialog',
        'section, type',
        'list map',
        '50.4, 3.5',
        'granted',
        'both',
      ];
      await withSilentConsole(async () => {
        await Promise.resolve();
        const create = () =>
          document.createElement(tag) as unknown as LitElement & Record<string, unknown>;
        const {elementProperties} = customElements.get(tag) as unknown as typeof LitElement;
        for (const [key, {attribute, converter}] of elementProperties) {
          if (attribute === false || !converter) continue;
          const property = String(key);
          const name = typeof attribute === 'string' ? attribute : property;
          for (const text of texts) {
            const [byAttribute, byProperty] = [create(), create()];
            byAttribute.setAttribute(name, text);
            byProperty[property] = text;
            expect(byProperty[property], `${property} = ${text}`).to.deep.equal(
              byAttribute[property],
            );
            byProperty[property] = undefined;
            byAttribute.removeAttribute(name);
            expect(byProperty[property], `no ${property}`).to.deep.equal(byAttribute[property]);
          }
        }
      });
    });

    it(`<${tag}> warns once of one that it does not have, but not of global ones`, async () => {
      await withSilentConsole(async warnings => {
        const attributes = {
          hedding: '2',
          id: 'one',
          class: 'wide',
          style: 'color: inherit',
          lang: 'fr',
          dir: 'ltr',
          title: 'Titre',
          tabindex: '-1',
          part: 'widget',
          exportparts: 'title',
          'aria-label': 'Titre',
          'data-x': '1',
          'v-cloak': '',
          'hx-get': '/x',
          onclick: '',
        };
        await renderWidget(widget, {attributes});
        await renderWidget(widget, {attributes});
        expect(warnings).to.deep.equal([`<${tag}>: unknown attribute hedding`]);
      });
    });
  }

  for (const widget of typical(WIDGETS))
    for (const level of [2, 5])
      it(`A-11 <${widget.tag} heading-level="${String(level)}"> starts its headings there`, async () => {
        const el = await renderWidget(widget, {attributes: {'heading-level': String(level)}});
        expect(headingViolations(el, level)).to.deep.equal([]);
        const levels = flatDescendants(el)
          .filter(({localName}) => /^h[1-6]$/.test(localName))
          .map(({localName}) => Number(localName[1]));
        if (levels.length > 0) expect(Math.min(...levels)).to.equal(level);
        expect(visibleElements(el, 'h1').length).to.equal(0);
      });
});
