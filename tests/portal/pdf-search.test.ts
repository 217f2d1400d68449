// Reads the widgets in dist/cdn.
import assert from 'node:assert/strict';
import {it} from 'node:test';
import {encryptedPdf, pdfOf} from '../support/generated-pdf.js';
import {PortalFolder} from '../support/published-folder.js';

it('PDF files that nobody prepared: what the search cannot read is named, and everything is published', async t => {
  const long = Array.from({length: 500}, (_, i) => [`Chapitre numéro ${i + 1}`, 'Le canal']);
  const files: Readonly<Record<string, Uint8Array>> = {
    'avec-mot-de-passe.pdf': encryptedPdf(),
    'numerise.pdf': pdfOf([[], []]),
    'coupe.pdf': pdfOf([['Un texte coupé']]).subarray(0, 300),
    'vide.pdf': new Uint8Array(),
    'faux.pdf': Buffer.from('<html>Erreur 404</html>'),
    'long.pdf': pdfOf(long),
    'ligatures.pdf': pdfOf(
      [['Un ﬁlet d’eau, une eﬄorescence'], [], ['Le cœur de l’île']],
      'unicode',
    ),
    'arabe.pdf': pdfOf([['مرحبا بالقناة']], 'unicode'),
  };
  const names = Object.keys(files);
  const folder = await PortalFolder.with(t, {
    'ressources.csv': `id;titre;fichier\n${names.map((name, i) => `r${i};Document ${i};${name}\n`).join('')}`,
    ...Object.fromEntries(names.map(name => [`fichiers/${name}`, files[name] ?? ''])),
  });
  await folder.publish();
  const told = folder.messages.join('\n');
  const published = new Set(await folder.files());
  for (const name of names) assert.ok(published.has(`fichiers/${name}`), name);
  for (const name of ['avec-mot-de-passe', 'numerise', 'coupe', 'vide', 'faux'])
    assert.match(told, new RegExp(`le PDF fichiers/${name}\\.pdf`));
  for (const name of ['long', 'ligatures', 'arabe']) assert.ok(!told.includes(`${name}.pdf`));
});
