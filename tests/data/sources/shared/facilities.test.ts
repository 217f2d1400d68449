import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {openForeignSource} from '../../../../src/data/sources/registry.js';
import {FakeServer, neverAborted} from '../../fake-server.js';

async function readRecords(text: string) {
  const server = new FakeServer({'/equipements.csv': text});
  const source = await openForeignSource('csv', {
    url: 'https://commune.example/equipements.csv',
    fields: '',
    client: server.client,
    warn: server.warn,
  });
  const {items} = await source.find('resources', {}, {signal: neverAborted});
  return [...items];
}

describe('a commune’s file of facilities', () => {
  it('in the format of SCDL « équipements » is read without "fields"', async () => {
    const names =
      'COLL_NOM,COLL_SIRET,EQUIP_UID,EQUIP_THEME,EQUIP_CODE,EQUIP_TYPE,EQUIP_NOM,ADR_NUMERO,ADR_NOMVOIE,ADR_CODEPOSTAL,' +
      'ADR_COMMUNE,ADR_CLE_INTEROP,ERP_ID,ERP_TYPE,ERP_CATEGORIE,EQUIP_LAT,EQUIP_LONG,EQUIP_OUVERTURE,EQUIP_TEL,' +
      'EQUIP_EMAIL,EQUIP_WEB';
    const pool =
      'Ville de Raismes,21590491500011,21590491500011-EQUIP-001,Équipement sportif,D101,Piscine,Piscine municipale,12 bis,' +
      'rue du Stade,59590,Raismes,59491_0840_00012_bis,,X,4,50.3911,3.4874,Tu-Su 10:00-18:00,03 27 00 00 00,' +
      'piscine@raismes.example,https://raismes.example/piscine';
    const school =
      'Ville de Raismes,21590491500011,21590491500011-EQUIP-002,Équipement scolaire,A101,École,École Jaurès,,place de la ' +
      'Mairie,59590,Raismes,,,R,5,50.3902,3.4791,,,,';
    assert.deepEqual(await readRecords([names, pool, school].join('\n')), [
      {
        id: '21590491500011-EQUIP-001',
        title: 'Piscine municipale',
        type: 'Piscine',
        url: 'https://raismes.example/piscine',
        themes: ['Équipement sportif'],
        commune: {name: 'Raismes'},
        geo: {lat: 50.3911, lon: 3.4874},
        address: '12 bis rue du Stade',
        postalCode: '59590',
        telephone: '03 27 00 00 00',
        email: 'piscine@raismes.example',
        openingHours: 'Tu-Su 10:00-18:00',
      },
      {
        id: '21590491500011-EQUIP-002',
        title: 'École Jaurès',
        type: 'École',
        themes: ['Équipement scolaire'],
        commune: {name: 'Raismes'},
        geo: {lat: 50.3902, lon: 3.4791},
        address: 'place de la Mairie',
        postalCode: '59590',
      },
    ]);
  });

  it('has a website beside the page of each record', async () => {
    const [record] = await readRecords(
      'nom;lien;site web;numéro;voie;cp;date d’ouverture\n' +
        'Piscine;https://ville.example/1;https://piscine.example;3;rue du Stade;59590;1985\n' +
        'Halle;https://ville.example/2;;;place;59590;1900\n',
    );
    assert.deepEqual(
      [record?.url, record?.website, record?.address, record?.postalCode, record?.openingDate],
      ['https://ville.example/1', 'https://piscine.example/', '3 rue du Stade', '59590', '1985'],
    );
  });
});
