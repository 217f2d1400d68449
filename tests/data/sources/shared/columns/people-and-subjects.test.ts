import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type FileOptions, readFile, valuesOf} from './foreign-file-fixture.js';

const read = async (text: string, kind: NonNullable<FileOptions['kind']>) =>
  (await readFile(text, {kind})).records;

describe('a directory of people', () => {
  const namesIn = async (csv: string): Promise<unknown[]> =>
    valuesOf(await read(csv, 'organisations'), 'name');

  it('shows both names of a person', async () => {
    assert.deepEqual(await namesIn('Nom;Prénom;Fonction\nDUPONT;Marie;Maire\nPETIT;;Adjointe\n'), [
      'Marie DUPONT',
      'PETIT',
    ]);
    assert.deepEqual(await namesIn('Achternaam;Voornaam;Rol\nPeeters;Jan;Schepen\n'), [
      'Jan Peeters',
    ]);
  });

  it('shows both names of an elected person, whose office others hold too', async () => {
    assert.deepEqual(
      await namesIn(
        [
          "Libellé de la commune;Nom de l'élu;Prénom de l'élu;Libellé de la catégorie",
          'Ors;DUPONT;Marie;Cadre',
          'Ors;PETIT;Anne;Cadre',
          'Ors;PETIT;Paul;Cadre',
        ].join('\n'),
      ),
      ['Marie DUPONT', 'Anne PETIT', 'Paul PETIT'],
    );
  });

  it('is no directory of people if each row has a person to contact', async () => {
    const expected = ['Les Amis du moulin', 'Club de pétanque'];
    for (const csv of [
      "Nom de l'association;Nom;Prénom\nLes Amis du moulin;DUPONT;Marie\nClub de pétanque;PETIT;Jean\n",
      'NOM_PRESIDENT;PRENOM_PRESIDENT;ASSO\nDUPONT;Marie;Les Amis du moulin\nPETIT;Jean;Club de pétanque\n',
      'Nom du responsable;Nom usuel\nMarie DUPONT;Les Amis du moulin\nJean PETIT;Club de pétanque\n',
    ])
      assert.deepEqual(await namesIn(csv), expected, csv);
  });

  it('does not call places that have one name after the people who work there', async () => {
    const csv = [
      'Espace numérique;Commune;Nom animateur;Prénom animateur',
      'Cité des métiers;Ors;DUPONT;Marie',
      'Espace numérique;Landrecies;PETIT;Jean',
      'Espace numérique;Bousies;LEROY;Anne',
    ].join('\n');
    assert.deepEqual(await namesIn(csv), [
      'Cité des métiers',
      'Espace numérique',
      'Espace numérique',
    ]);
  });
});

describe('the title of a record', () => {
  const titlesIn = async (text: string): Promise<unknown[]> =>
    valuesOf(await read(text, 'projects'), 'title');

  it('is the subject of a contract, a grant or a decision', async () => {
    assert.deepEqual(
      await titlesIn(
        "acheteur.nom;objet;lieuExecution.nom\nCommune d'Ors;Restauration de la maison forestière;Ors\n",
      ),
      ['Restauration de la maison forestière'],
    );
    assert.deepEqual(
      await titlesIn('COLL_NOM;DELIB_ID;DELIB_OBJET\nOrs;1;Vote du budget\nOrs;2;Achat\n'),
      ['Vote du budget', 'Achat'],
    );
  });

  it('is the name that is another in each row', async () => {
    assert.deepEqual(
      await titlesIn('nom_reseau;nom_station\nPass Pass;Ors - Mairie\nPass Pass;Ors - Gare\n'),
      ['Ors - Mairie', 'Ors - Gare'],
    );
  });
});

describe('a file in the form that a national schema prescribes', () => {
  it('is one of car-sharing areas', async () => {
    const {records} = await readFile(
      'id_lieu,nom_lieu,ad_lieu,com_lieu,insee,Xlong,Ylat\n59448-C-001,Aire du Mont,Rue du Mont,Neuville,59448,3.5123,50.1234\n',
    );
    assert.deepEqual(records, [
      {
        title: 'Aire du Mont',
        address: 'Rue du Mont',
        commune: {name: 'Neuville', insee: '59448'},
        geo: {lat: 50.1234, lon: 3.5123},
      },
    ]);
  });

  it('is one of places of inclusion, with the number of the house in a column', async () => {
    const records = await read(
      'nom;adresse_numero;adresse_rue\nLumen;45;avenue du 8 mai 1945\nMairie;;le village\n',
      'organisations',
    );
    assert.deepEqual(valuesOf(records, 'address'), ['45 avenue du 8 mai 1945', 'le village']);
  });

  it('is one of proposals of a participatory budget, by language', async () => {
    const [proposal] = await read(
      'id;title/fr;body/fr\n12;Un verger partagé;<p>Planter un verger</p>\n',
      'projects',
    );
    assert.equal(proposal?.['description'], 'Planter un verger');
  });
});
