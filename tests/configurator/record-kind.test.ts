import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ConfiguratorState} from '../../configurator/configurator-state.js';
import {parseManifest} from '../../src/tools/snippets/catalogue.js';
import {DEFAULT_SETTINGS} from '../../src/tools/snippets/settings.js';
import {loadToolMessages} from '../../src/tools/messages/load-tool-messages.js';

/** Kind of record that a webmaster expects from a file for each widget. */
const EXPECTED_KINDS: Readonly<Record<string, string>> = {
  'resource-list': 'resources',
  explorer: 'resources',
  'project-map': 'projects',
  'programme-timeline': 'projects',
  project: 'projects',
  'project-progress': 'projects',
  agenda: 'events',
  directory: 'organisations',
  'portal-cards': 'portals',
  'family-filter': 'portals',
  // Has no records of its own.
  compare: 'resources',
};

const declarations = Object.keys(EXPECTED_KINDS).map(noun => ({
  tagName: `spass-${noun}`,
  attributes: [{name: 'api', type: {text: 'string'}}],
}));
const catalogue = parseManifest({modules: [{declarations}]}, ['fr']);
const messages = await loadToolMessages('fr');

const open = (widget: string): ConfiguratorState =>
  new ConfiguratorState(
    catalogue,
    {},
    {...DEFAULT_SETTINGS, widget},
    messages,
    {shape: null, width: null},
    true,
    () => undefined,
  );

const file = (): File => new File(['Titre;Date\nFête du canal;2026-06-06\n'], 'saisie.csv');

/** Resolves once the file is converted, with the kinds of record that `Fête du canal` was converted to. */
async function convertedKinds(state: ConfiguratorState): Promise<string[]> {
  while (state.file.state.status === 'loading') await new Promise(resolve => setImmediate(resolve));
  const {state: conversion} = state.file;
  assert.equal(conversion.status, 'converted');
  const collections = Object.entries(conversion.result.document ?? {});
  return collections
    .filter(([, records]) => JSON.stringify(records).includes('Fête du canal'))
    .map(([kind]) => kind);
}

describe('a file in the configurator is converted to the records', () => {
  for (const [widget, kind] of Object.entries(EXPECTED_KINDS)) {
    it(`of the widget in the address of the page: ${widget}`, async () => {
      const state = open(widget);
      assert.equal(state.file.kind, kind, 'preselected');
      await state.loadFile(file());
      assert.deepEqual(await convertedKinds(state), [kind]);
    });

    it(`of the widget that is chosen after the file: ${widget}`, async () => {
      const state = open(widget === 'agenda' ? 'directory' : 'agenda');
      await state.loadFile(file());
      state.selectWidget(widget);
      assert.equal(state.file.kind, kind, 'preselected');
      assert.deepEqual(await convertedKinds(state), [kind]);
    });

    it(`of the widget of an imported snippet: ${widget}`, async () => {
      const state = open(widget === 'agenda' ? 'directory' : 'agenda');
      await state.loadFile(file());
      state.importText = `<spass-${widget}></spass-${widget}>`;
      state.importSnippet();
      assert.equal(state.file.kind, kind, 'preselected');
      assert.deepEqual(await convertedKinds(state), [kind]);
    });
  }

  it('that the webmaster has chosen, as long as the widget is the same', async () => {
    const state = open('resource-list');
    state.setRecordKind('events');
    await state.loadFile(file());
    assert.deepEqual(await convertedKinds(state), ['events']);
    state.importText = '<spass-resource-list></spass-resource-list>';
    state.importSnippet();
    assert.equal(state.file.kind, 'events');
  });
});
