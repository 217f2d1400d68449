import {ContextProvider} from '@lit/context';
import {fixture} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {sourceContext} from '../../src/controllers/source-controller.js';
import type {PortalSource} from '../../src/data/source.js';
import type {DataWidget} from '../../src/elements/base/data-widget.js';

export {StubServer} from './stub-server.js';

/** Renders a widget with a source, as inside a `<spass-portal>`, without waiting for its data. */
export function fixtureWithSource<T extends DataWidget>(
  source: PortalSource,
  template: TemplateResult,
): Promise<T> {
  const parentNode = document.createElement('div');
  new ContextProvider(parentNode, {context: sourceContext, initialValue: source});
  return fixture<T>(template, {parentNode});
}

/** Renders a widget with a source and waits until its data or an error are shown. */
export async function loadedFixtureWithSource<T extends DataWidget>(
  source: PortalSource,
  template: TemplateResult,
): Promise<T> {
  const element = await fixtureWithSource<T>(source, template);
  await element.loadComplete;
  return element;
}
