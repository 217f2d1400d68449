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
    // Letters from left to right, as they are drawn.
    'arabe.pdf': pdfOf([[Array.from('مرحبا بالقناة').reverse().join('')]], 'unicode'),
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
  const problems: Readonly<Record<string, string>> = {
    'avec-mot-de-passe': 'demande un mot de passe',
    numerise: 'ne contient pas de texte',
    coupe: 'est abîmé',
    vide: 'est abîmé',
    faux: 'est abîmé',
  };
  for (const [name, problem] of Object.entries(problems))
    assert.ok(told.includes(`le PDF fichiers/${name}.pdf ${problem}`), told);
  for (const name of ['long', 'ligatures', 'arabe']) assert.ok(!told.includes(`${name}.pdf`));
  // Each page is found by its own number, whatever its letters.
  const shown = new Map<string, readonly unknown[]>();
  for (const path of await folder.files())
    if (path.startsWith('api/recherche/fr/d/'))
      for (const entry of JSON.parse(await folder.read(path)) as unknown[][])
        shown.set(String(entry[1]), entry);
  assert.match(String(shown.get('fichiers/long.pdf#page=500')?.[3]), /Chapitre numéro 500/);
  assert.equal(shown.get('fichiers/ligatures.pdf#page=3')?.[4], 3);
  assert.ok(!shown.has('fichiers/ligatures.pdf#page=2'));
  const words = (letters: string): Promise<string> =>
    folder.read(`api/recherche/fr/v/${letters}.json`);
  assert.match(await words('fi'), /"filet"|\bfilet\b/);
  assert.match(await words('ef'), /\befflorescence\b/);
  assert.match(await words('co'), /\bcoeur\b/);
  assert.match(await words('-645-631'), /مرحبا/);
});
